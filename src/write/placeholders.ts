/** Which exhibits have placeholder pages (替代页), and how the lists of the appendix say so. */
import { fill } from "../assemble/format.ts";
import type { Cell } from "../model/document.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Words } from "../schema/words.ts";

/** How an exhibit is bound: as it is, with a placeholder page for a part of it, or with nothing but these. */
type Form = "included" | "partly" | "placeholder";

function formOf({ files }: Exhibit, rendered: RenderedFiles): Form {
  const made = files.flatMap(({ path }) => rendered.get(path) ?? []);
  if (made.every(({ placeholder }) => placeholder !== null)) return "placeholder";
  return made.some(({ parts }) => parts.some(({ type }) => type === "card")) ? "partly" : "included";
}

/** The same in words: 原文、含替代页、替代页. */
export const formText = (exhibit: Exhibit, rendered: RenderedFiles, { workbook }: Words): string =>
  workbook[formOf(exhibit, rendered)];

/** Which cell of a row it stands in: that of the title, or that of an archive's remarks. */
const noteAt = { default: 1, archive: 5 };

/**
 * The pack with a word on each row of index and dividers whose exhibit has placeholder pages: behind its title, or among
 * the remarks of an archive.
 */
export function withPlaceholders(pack: Pack, rendered: RenderedFiles, words: Words): Pack {
  const { appendix } = pack;
  const forms = new Map<ExhibitId, string>();
  for (const exhibit of pack.exhibits) {
    if (formOf(exhibit, rendered) !== "included") forms.set(exhibit.id, formText(exhibit, rendered, words));
  }
  const behindTitle = (form: string): string => fill(words.appendix.noted, { form });
  const inRemarks = (form: string): string => `${words.appendix.archive.gap}${form}`;
  const noted = <T extends { readonly exhibit: ExhibitId; readonly cells: readonly Cell[] }>(
    row: T,
    place: { readonly at: number; readonly say: (form: string) => string },
  ): T => {
    const form = forms.get(row.exhibit);
    if (form === undefined) return row;
    const note: Cell = [{ type: "text", text: place.say(form) }];
    return { ...row, cells: row.cells.map((cell, at) => (at === place.at ? [...cell, ...note] : cell)) };
  };
  const inIndex = { at: noteAt[appendix.index], say: appendix.index === "archive" ? inRemarks : behindTitle };
  const inDividers = { at: noteAt.default, say: behindTitle };
  return {
    ...pack,
    appendix: {
      ...appendix,
      rows: appendix.rows.map((row) => (row.type === "exhibit" ? noted(row, inIndex) : row)),
      dividers: appendix.dividers.map((each) => ({ ...each, rows: each.rows.map((row) => noted(row, inDividers)) })),
    },
  };
}
