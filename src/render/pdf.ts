/** A PDF → pages that can be bound: opened, mended, cleaned, with all that they show drawn into them. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { preparePdf } from "../engines/pdf/prepare.ts";
import { Room } from "../engines/room.ts";
import { writeFileNow } from "../world.ts";
import { printed, replaced } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

export interface PdfJob {
  /** The file itself, absolute. */
  readonly source: string;
  /** Path in the workspace, for remarks. */
  readonly file: string;
  /** Where the pages may lie. */
  readonly prepared: string;
  readonly passwords: readonly string[];
}

const room = new Room();

/** One PDF at a time. */
export async function renderPdf({ source, file, prepared, passwords }: PdfJob): Promise<Outcome> {
  const bytes = await room.read(source);
  if (bytes === null) return replaced("vanished");
  const result = await preparePdf(bytes, { passwords });
  if (!result.ok) return replaced(result.failure);
  writeFileNow(prepared, result.bytes);
  const remarks: Diagnostic[] = [
    ...(result.repaired ? [diagnostic("repaired-pdf", { file }, {})] : []),
    ...(result.removed.length > 0 ? [diagnostic("removed-from-pdf", { file }, { parts: result.removed })] : []),
  ];
  return printed([{ type: "pdf", file: prepared, pages: result.pages }], remarks);
}
