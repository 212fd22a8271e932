/** Samples of what rendering has to say about a file. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import { removedParts } from "../../src/model/removed.ts";
import type { SourceRef } from "../../src/model/source.ts";

const file: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };

type RenderingCode = Extract<
  Code,
  "not-rendered" | "repaired-pdf" | "salvaged-document" | "removed-from-pdf" | "missing-glyphs"
>;

export const renderingSamples: {
  readonly [C in RenderingCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "not-rendered": (["not-decodable", "timed-out", "cut"] as const).map((reason) => [file, { reason }] as const),
  "repaired-pdf": [[file, {}]],
  "salvaged-document": [[file, {}]],
  "removed-from-pdf": [
    [file, { parts: removedParts }],
    [file, { parts: ["javascript"] }],
  ],
  "missing-glyphs": [
    [
      { file: "evipack.yaml" },
      { characters: ["𠮷"], places: [{ character: "𠮷", under: "领导小组", words: "联系人：𠮷甲，电话" }] },
    ],
    [
      { file: "evipack.yaml" },
      { characters: Array.from({ length: 25 }, (_, index) => String.fromCodePoint(0x20000 + index)), places: [] },
    ],
  ],
};
