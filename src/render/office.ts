/** An Office file → pages: converted to PDF, then prepared as every PDF is. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Evidence } from "../model/evidence.ts";
import type { RenderedPart } from "../model/rendered.ts";
import { openOffice } from "../engines/sealed/open.ts";
import { readFile, rm, sha256, writeFile } from "../world.ts";
import type { Converted, ConvertFailure, Converter } from "./convert/converter.ts";
import { replaced, unprinted } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { renderPdf } from "./pdf.ts";

export interface OfficeJob {
  readonly root: string;
  readonly converter: Converter;
  /** Where the pages may lie. */
  readonly prepared: string;
  /** Tried on encrypted files. */
  readonly passwords: readonly string[];
}

/** What must be known of a file to turn it into pages. */
type OfficeFile = Pick<Evidence, "path" | "sha256" | "state">;

export async function renderOffice(evidence: OfficeFile, format: string, job: OfficeJob): Promise<Outcome> {
  const { path: file, state } = evidence;
  const knownBroken = state.type === "unreadable";
  const result = await convert(evidence, format, job);
  if (result === "encrypted") return replaced(result);
  if (!result.ok) return knownBroken ? replaced("corrupt") : failed(file, result.failure);
  const { rendered } = await renderPdf({ source: result.file, file, prepared: job.prepared, passwords: [] });
  await rm(result.file, { force: true });
  if (rendered.placeholder === "vanished") return replaced("vanished");
  if (rendered.placeholder !== null) return failed(file, "corrupt");
  const rest: RenderedPart = { type: "card", reason: "cut", about: { type: "plain" } };
  return {
    rendered: {
      parts: result.cut ? [...rendered.parts, rest] : rendered.parts,
      placeholder: null,
      converter: result.converter,
    },
    remarks: [
      ...(result.cut ? [diagnostic("not-rendered", { file }, { reason: "cut" })] : []),
      // Of a file that the check calls damaged, the check itself says what became of it.
      ...(result.repaired && !knownBroken ? [diagnostic("salvaged-document", { file }, {})] : []),
    ],
  };
}

/** An encrypted file is opened first: no converter, and nothing that remembers for one, knows of passwords. */
async function convert(
  { path: source, sha256: hash }: OfficeFile,
  format: string,
  { root, converter, prepared, passwords }: OfficeJob,
): Promise<Converted | "encrypted"> {
  const file = path.join(root, source);
  const read = await readFile(file);
  if (!read.ok || hash === null) return { ok: false, failure: "vanished" };
  const opened = openOffice(read.bytes, passwords);
  if (opened === null) return "encrypted";
  if (opened === read.bytes) return converter.convert({ file, format, sha256: hash });
  const plain = `${prepared}-opened.${format}`;
  await writeFile(plain, opened);
  const converted = await converter.convert({ file: plain, format, sha256: sha256(opened) });
  await rm(plain, { force: true });
  return converted;
}

const failed = (file: string, failure: ConvertFailure): Outcome =>
  failure === "timed-out" ? unprinted(file, failure) : replaced(failure === "crashed" ? "corrupt" : failure);
