/** The index of the appendix as a workbook: one row an exhibit, to be sorted and filtered. */
import { writeWorkbook } from "../engines/xlsx.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Words } from "../schema/words.ts";

export async function writeIndexXlsx(
  pack: Pack,
  plan: PagePlan,
  rendered: RenderedFiles,
  words: Words,
): Promise<Uint8Array> {
  const { workbook } = words;
  const widths = [12, 10, 24, 34, 22, 16, 14, 8, 8, 8, 12, 60];
  return writeWorkbook(
    {
      name: words.appendix.index,
      columns: workbook.columns.map((title, index) => ({ title, width: widths[index] ?? 12 })),
      rows: pack.exhibits.map(({ id, leaf, requirement, title, docNumber, department, day, files }) => {
        const [first, last] = plan.exhibits.get(id) ?? [null, null];
        return [
          id,
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
      }),
    },
    pack.asOf,
  );
}
