/** Which files need a converter to come onto pages. */
import type { Evidence, FileKind } from "../model/evidence.ts";

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
