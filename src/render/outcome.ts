/** What became of one file. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { About } from "../model/about.ts";
import type { PlaceholderReason } from "../model/pack.ts";
import type { RenderedFile, RenderedPart } from "../model/rendered.ts";

export interface Outcome {
  readonly rendered: RenderedFile;
  /** What the office should know of it. */
  readonly remarks: readonly Diagnostic[];
}

/** A placeholder page instead of the file. */
export const replaced = (reason: PlaceholderReason, about: About = { type: "plain" }): Outcome => ({
  rendered: { parts: [{ type: "card", reason, about }], placeholder: reason, converter: null },
  remarks: [],
});

/** A placeholder page for a sound file, and a word to the office that the sender can do better. */
export const unprinted = (file: string, reason: "not-decodable" | "timed-out"): Outcome => ({
  ...replaced(reason),
  remarks: [diagnostic("not-rendered", { file }, { reason })],
});

export const printed = (parts: readonly RenderedPart[], remarks: readonly Diagnostic[] = []): Outcome => ({
  rendered: { parts, placeholder: null, converter: null },
  remarks,
});
