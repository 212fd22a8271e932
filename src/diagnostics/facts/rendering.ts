/** Facts of binding into the appendix. */
import type { UnprintedReason } from "../../model/pack.ts";
import type { RemovedPart } from "../../model/removed.ts";

export interface RenderingFacts {
  /** Nothing that turns Office files into PDF is to be had; told once. */
  "no-converter": { readonly engine: "embedded" | "soffice" | "gotenberg"; readonly url: string };
  "not-rendered": { readonly reason: Exclude<UnprintedReason, "no-converter"> };
  "repaired-pdf": Record<never, never>;
  /** Fonts that the PDF names and does not hold. */
  "font-not-embedded": { readonly fonts: readonly string[] };
  "salvaged-document": Record<never, never>;
  "removed-from-pdf": { readonly parts: readonly RemovedPart[] };
  "missing-glyphs": { readonly characters: readonly string[] };
  "unstable-pages": { readonly rounds: number };
  /**
   * An exhibit alone is larger than a volume may be: by the pages of its volume, by the files of its own in MB, or by
   * the volume in MB as it was written.
   */
  "volume-too-large": {
    readonly exhibit: string;
    readonly what: "pages" | "files" | "volume";
    readonly value: number;
    readonly limit: number;
  };
}
