/** What all figures share: their size, their captions, and what is read aloud in their place. */
import type { Figure, Picture } from "../../model/document.ts";
import type { Words } from "../../schema/words.ts";
import { fill, sentences } from "../format.ts";

/** mm: the width of the text block (GB/T 9704-2012, 5.2.1), and what leaves room for a caption and a heading. */
export const size = { width: 156, height: 190 } as const;

/** A name and the figures that the picture shows beside it. */
export interface Told {
  readonly name: string;
  readonly values: readonly (readonly [name: string, value: string])[];
}

/** Figures with a caption each; the parts of one that is too high for a page are counted in it. */
export function figuresOf(
  kind: keyof Words["charts"]["kinds"],
  caption: string,
  pictures: readonly { readonly picture: Picture; readonly told: readonly Told[] }[],
  words: Words,
): Figure[] {
  const { charts, format } = words;
  const all = pictures.length;
  return pictures.map(({ picture, told }, index) => {
    const own = all === 1 ? caption : fill(charts.part, { caption, n: index + 1, all });
    const rows = told.map(({ name, values }) => {
      const figures = values.map(([name, value]) => fill(charts.alt_value, { name, value }).trim());
      return fill(charts.alt_row, { name, values: figures.join(format.comma) });
    });
    const head = `${charts.kinds[kind]}${format.colon}${own}`;
    const alt = sentences([[head, ...rows].join(charts.alt_gap)], words);
    return { type: "figure", caption: own, alt, picture };
  });
}
