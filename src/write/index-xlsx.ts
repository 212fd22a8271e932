/** The index of the appendix as a workbook: one row an exhibit, to be sorted and filtered. */
import { writeWorkbook } from "../engines/xlsx.ts";
import type { Pack } from "../model/pack.ts";
import { printedRange } from "../model/plan.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Words } from "../schema/words.ts";
import { pageAddress } from "./page-address.ts";
import { references } from "./resolve.ts";

/** The number of an exhibit opens its page. Where there are several volumes, a column before the pages names them. */
export async function writeIndexXlsx(
  pack: Pack,
  plan: PagePlan,
  rendered: RenderedFiles,
  words: Words,
): Promise<Uint8Array> {
  const { workbook } = words;
  const { citationTarget } = references(plan, words);
  const widths = [12, 10, 24, 34, 22, 16, 14, 8, 8, 8, 12, 60];
  const columns = workbook.columns.map((title, index) => ({ title, width: widths[index] ?? 12 }));
  const isOnly = plan.volumes.length === 1;
  return writeWorkbook(
    {
      name: words.appendix.index,
      columns: isOnly ? columns : columns.toSpliced(volumeAt, 0, { title: workbook.volume, width: 6 }),
      rows: pack.exhibits.map(({ id, leaf, requirement, title, docNumber, department, day, files }) => {
        const place = plan.exhibits.get(id);
        const target = citationTarget(id, 1);
        const [first, last] = place === undefined ? [null, null] : printedRange(place);
        const row = [
          target === null ? id : { text: id, address: pageAddress(target) },
          leaf.indicator.code,
          requirement?.title ?? "",
          title,
          docNumber,
          department,
          day,
          first,
          last,
          first === null || last === null ? null : last - first + 1,
          files.every(({ path }) => rendered.get(path)?.placeholder !== null)
            ? workbook.placeholder
            : workbook.included,
          files.map(({ path }) => path).join("\n"),
        ];
        return isOnly ? row : row.toSpliced(volumeAt, 0, place?.volume.number ?? null);
      }),
    },
    pack.asOf,
  );
}

/** The volume stands before the first page. */
const volumeAt = 7;
