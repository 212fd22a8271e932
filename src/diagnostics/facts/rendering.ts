/** Facts of binding into the appendix. */
import type { UnprintedReason } from "../../model/pack.ts";
import type { RemovedPart } from "../../model/removed.ts";

export interface RenderingFacts {
  /** Nothing that turns Office files into PDF is to be had; told once. */
  "no-converter": { readonly engine: "embedded" | "soffice" | "gotenberg"; readonly url: string };
  "not-rendered": { readonly reason: Exclude<UnprintedReason, "no-converter"> };
  "repaired-pdf": Record<never, never>;
  "salvaged-document": Record<never, never>;
  "removed-from-pdf": { readonly parts: readonly RemovedPart[] };
  "missing-glyphs": {
    readonly characters: readonly string[];
    /** Where some of them stand first: the heading above, and the words around. */
    readonly places: readonly { readonly character: string; readonly under: string; readonly words: string }[];
  };
  "unstable-pages": { readonly rounds: number };
}
