/** After the engine: the pages are counted, a runaway is cut, and equal input gives equal bytes. */
import { steadyPdf } from "../../engines/pdf-dates.ts";
import { probePdf } from "../../engines/pdfium.ts";
import { readFile, writeFile } from "../../world.ts";
import type { EngineFailure } from "./engine.ts";
import type { Prepared } from "./prepare.ts";

type Finished =
  | {
      readonly ok: true;
      readonly file: string;
      readonly pages: number;
      readonly cut: boolean;
      readonly repaired: boolean;
    }
  | { readonly ok: false; readonly failure: EngineFailure };

/** Lets the engine work, one page beyond the limit at first, and again when there was one. */
export async function finish(
  output: string,
  pageLimit: number | null,
  toPdf: (lastPage: number | null) => Promise<EngineFailure | null>,
  prepared: Prepared,
): Promise<Finished> {
  const first = await pagesOf(output, await toPdf(pageLimit === null ? null : pageLimit + 1));
  if (typeof first === "string") return { ok: false, failure: first };
  if (pageLimit === null || first <= pageLimit)
    return { ok: true, file: output, pages: first, cut: false, repaired: prepared.broken };
  const again = await pagesOf(output, await toPdf(pageLimit));
  if (typeof again === "string") return { ok: false, failure: again };
  return { ok: true, file: output, pages: again, cut: true, repaired: prepared.broken };
}

async function pagesOf(output: string, failure: EngineFailure | null): Promise<number | EngineFailure> {
  if (failure !== null) return failure;
  const read = await readFile(output);
  if (!read.ok) return "corrupt";
  const probed = await probePdf(read.bytes);
  if (!probed.ok) return "corrupt";
  await writeFile(output, steadyPdf(read.bytes));
  return probed.pages;
}
