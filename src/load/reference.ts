/** `report: { reference: … }`: a Word file of the user whose looks the report in Word takes over. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { Reference } from "../model/reference.ts";
import type { SourceRef } from "../model/source.ts";
import { sourceOfBytes } from "../world.ts";
import { readInside } from "./inside.ts";

/** The looks of the file; null without one, and when it cannot be used, which is told at `at`. */
export async function loadReference(
  root: string,
  file: string | undefined,
  at: SourceRef,
): Promise<Staged<Reference | null>> {
  if (file === undefined) return { value: null, diagnostics: [] };
  const read = await readInside(root, file);
  if (!read.ok) {
    const reason = read.failure === "missing" ? "missing" : "damaged";
    return { value: null, diagnostics: [diagnostic("reference-unusable", at, { file, reason })] };
  }
  const { readReference } = await import("../engines/reference-docx.ts");
  const found = await readReference(read.bytes, sourceOfBytes(read.bytes));
  const reason = found.ok ? (found.objects ? "objects" : null) : found.fault;
  return {
    value: found.ok ? found.reference : null,
    diagnostics: reason === null ? [] : [diagnostic("reference-unusable", at, { file, reason })],
  };
}
