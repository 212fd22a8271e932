/** An Office file → pages: converted to PDF, then prepared as every PDF is. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Evidence, FileKind } from "../model/evidence.ts";
import type { RenderedPart } from "../model/rendered.ts";
import { readFile, rm } from "../world.ts";
import type { ConvertFailure, Converter } from "./convert/converter.ts";
import { replaced, unprinted } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { renderPdf } from "./pdf.ts";

const converted: readonly FileKind[] = ["word", "sheet", "slides", "text", "web"];

/** Zip files of parts: the parts that are whole can be read when the file is not. */
const packages = new Set(["docx", "xlsx", "pptx", "odt", "ods", "odp"]);

/**
 * The format of a file that needs a converter to come onto pages; null for all others. A broken container is tried
 * too: what can still be read of it is worth more than a placeholder page, though it proves nothing.
 */
export function officeFormat({ state }: Evidence): string | null {
  if (state.type === "readable") return converted.includes(state.kind) ? state.format : null;
  const broken = state.type === "unreadable" && state.reason === "corrupt";
  return broken && packages.has(state.format) ? state.format : null;
}

export interface OfficeJob {
  readonly root: string;
  readonly converter: Converter;
  /** Where the pages may lie. */
  readonly prepared: string;
}

export async function renderOffice(evidence: Evidence, format: string, job: OfficeJob): Promise<Outcome> {
  const { path: file, sha256 } = evidence;
  if (sha256 === null) return replaced("vanished");
  const result = await job.converter.convert({ file: path.join(job.root, file), format, sha256 });
  if (!result.ok) return evidence.state.type === "unreadable" ? replaced("corrupt") : failed(file, result.failure);
  const read = await readFile(result.file);
  await rm(result.file, { force: true });
  if (!read.ok) return replaced("vanished");
  const { rendered } = await renderPdf(read.bytes, { file, prepared: job.prepared, passwords: [] });
  if (rendered.placeholder !== null) return failed(file, "corrupt");
  const rest: RenderedPart = { type: "card", reason: "cut", about: { type: "plain" } };
  return {
    rendered: {
      parts: result.cut ? [...rendered.parts, rest] : rendered.parts,
      placeholder: null,
      converter: job.converter.id,
    },
    remarks: [
      ...(result.cut ? [diagnostic("not-rendered", { file }, { reason: "cut" })] : []),
      ...(result.repaired ? [diagnostic("salvaged-document", { file }, {})] : []),
    ],
  };
}

const failed = (file: string, failure: ConvertFailure): Outcome =>
  failure === "timed-out" ? unprinted(file, failure) : replaced(failure);
