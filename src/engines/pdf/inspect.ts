/** How many pages a PDF has; the means to repair one are loaded for the first that needs it. */
import { probePdf } from "../pdfium.ts";
import type { PdfProbe } from "../pdfium.ts";

/** Counts the pages that `preparePdf` would give, without preparing a file that viewers open. */
export async function inspectPdf(bytes: Uint8Array, passwords: readonly string[]): Promise<PdfProbe> {
  const probe = await probePdf(bytes, passwords);
  if (probe.ok || probe.failure === "encrypted") return probe;
  const { salvaged } = await import("./prepare.ts");
  const found = await salvaged(bytes);
  return found.ok ? { ok: true, pages: found.pages } : found;
}
