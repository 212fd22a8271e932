/** Labels for the spines of volumes (脊背标签): a sheet to be cut, one label for each volume. */
import { fill } from "../assemble/format.ts";
import { typeset } from "../engines/typst.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan, Volume } from "../model/plan.ts";
import type { Looks } from "../schema/looks.ts";
import type { Words } from "../schema/words.ts";
import { volumeTitle } from "./volume-names.ts";

/** Height of a label in mm: what a sheet of A4 has room for, and shorter than a box (310 mm, DA/T 22-2015). */
const height = 270;

/** Labels as PDF, and its pages; null where none are wanted. */
export async function writeSpines(
  pack: Pack,
  plan: PagePlan,
  { style, words, fonts }: Looks,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number } | null> {
  const { spines } = pack.appendix;
  if (spines === null) return null;
  const data = {
    style,
    language: pack.language,
    date: pack.asOf.split("-").map(Number),
    author: pack.author,
    title: words.appendix.spine.title,
    hint: fill(words.appendix.spine.hint, { width: spines.width, height }),
    width: spines.width,
    height,
    labels: plan.volumes.map((volume) => labelOf(volume, pack, words)),
  };
  return typeset("spines.typ", data, "missing", { standard: null, fonts });
}

/** Above the title of the appendix stands what it is for, not the title of the report that it belongs to. */
function labelOf(volume: Volume, { appendix: { cover }, author }: Pack, words: Words): unknown {
  const said = words.appendix.spine;
  const exhibits = volume.groups.flatMap((group) => group.exhibits);
  const [first, last] = [exhibits[0]?.id, exhibits.at(-1)?.id];
  const years = exhibits
    .flatMap(({ day }) => (day === "" ? [] : [day.slice(0, 4)]))
    .toSorted((a, b) => Number(a) - Number(b));
  const [from, to] = [years[0], years.at(-1)];
  return {
    years: from === undefined || to === undefined ? "" : fill(from === to ? said.year : said.years, { from, to }),
    above: cover.lines.find(([label]) => label === words.cover.map)?.[1] ?? "",
    title: cover.title.replace(/\s+/gu, " "),
    holds: volumeTitle(volume, words),
    number: fill(said.number, { n: volume.number }),
    exhibits:
      first === undefined || last === undefined || first === last
        ? (first ?? "")
        : fill(said.exhibits, { first, last }),
    below: author,
  };
}
