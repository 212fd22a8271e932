/** Samples of what rendering has to say about a file. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import { removedParts } from "../../src/model/removed.ts";
import type { SourceRef } from "../../src/model/source.ts";

const file: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };

type RenderingCode = Extract<
  Code,
  | "not-rendered"
  | "repaired-pdf"
  | "font-not-embedded"
  | "salvaged-document"
  | "removed-from-pdf"
  | "missing-glyphs"
  | "unstable-pages"
  | "volume-too-large"
>;

export const renderingSamples: {
  readonly [C in RenderingCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "not-rendered": (["not-decodable", "timed-out", "cut"] as const).map((reason) => [file, { reason }] as const),
  "repaired-pdf": [[file, {}]],
  "font-not-embedded": [
    [file, { fonts: ["STSong-Light"] }],
    [file, { fonts: ["SimHei", "SimSun"] }],
  ],
  "salvaged-document": [[file, {}]],
  "removed-from-pdf": [
    [file, { parts: removedParts }],
    [file, { parts: ["javascript"] }],
  ],
  "missing-glyphs": [
    [{ file: "narrative/2-1-1.md", line: 3 }, { characters: ["𠮷"] }],
    [
      { file: "自评报告.pdf" },
      { characters: Array.from({ length: 25 }, (_, index) => String.fromCodePoint(0x20000 + index)) },
    ],
  ],
  "unstable-pages": [[{ file: "evipack.yaml" }, { rounds: 5 }]],
  "volume-too-large": [
    [{ file: "evipack.yaml" }, { exhibit: "2-1-1-01", what: "pages", value: 412, limit: 200 }],
    [{ file: "evipack.yaml" }, { exhibit: "2-1-1-02", what: "files", value: 68.4, limit: 50 }],
    [{ file: "evipack.yaml" }, { exhibit: "2-1-1-02", what: "volume", value: 50.1, limit: 50 }],
  ],
};
