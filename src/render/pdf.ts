/** A PDF → pages that can be bound: opened, mended, cleaned, with all that they show drawn into them. */
import { sumOfFile } from "../digest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { preparePdf } from "../engines/pdf/prepare.ts";
import { Room } from "../engines/room.ts";
import type { CacheOfBuild } from "../engines/cache.ts";
import { stampOf, writeFileNow } from "../world.ts";
import { madeOnce } from "./made.ts";
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
  /** The file stays where it is until its pages are bound, so that one that needs nothing is not copied. */
  readonly stays?: boolean;
}

/** A PDF job that may have been done in an earlier run. */
export interface PdfJobOnce extends PdfJob {
  readonly sha256: string | null;
  /** How many pages a file of this sum has that needs nothing; null when that is not known of it. */
  readonly whole: number | null;
  readonly made: CacheOfBuild | null;
}

export async function renderPdfOnce({ sha256, whole, made, ...job }: PdfJobOnce): Promise<Outcome> {
  const { source, file, passwords } = job;
  const asRead = whole === null ? null : stampOf(source);
  if (whole !== null && asRead !== null && (await sumOfFile(source)) === sha256)
    return printed([{ type: "pdf", file: source, pages: whole, asRead }]);
  return madeOnce(made, { ...job, sha256, how: ["pdf", file, passwords] }, () => renderPdf(job));
}

const room = new Room();

let last: Promise<unknown> = Promise.resolve();

/** One PDF at a time. */
export function renderPdf(job: PdfJob): Promise<Outcome> {
  const outcome = last.then(() => render(job));
  last = outcome.catch(() => undefined);
  return outcome;
}

async function render({ source, file, prepared, passwords, stays = false }: PdfJob): Promise<Outcome> {
  const asRead = stays ? stampOf(source) : null;
  const bytes = await room.read(source);
  if (bytes === null) return replaced("vanished");
  const result = await preparePdf(bytes, { passwords });
  if (!result.ok) return replaced(result.failure);
  const { loose } = result;
  // What is to be said of a file is said each time: only one of which there is nothing to say is known by its sum alone.
  if (asRead !== null && result.bytes === bytes && loose.names.length === 0)
    return printed([{ type: "pdf", file: source, pages: result.pages, asRead }]);
  writeFileNow(prepared, result.bytes);
  const remarks: Diagnostic[] = [
    ...(result.repaired ? [diagnostic("repaired-pdf", { file }, {})] : []),
    ...(result.removed.length > 0 ? [diagnostic("removed-from-pdf", { file }, { parts: result.removed })] : []),
    ...(loose.names.length > 0 ? [diagnostic("font-not-embedded", { file }, { fonts: loose.names })] : []),
  ];
  const part = { type: "pdf", file: prepared, pages: result.pages } as const;
  return printed([loose.blank ? { ...part, blank: true } : part], remarks);
}
