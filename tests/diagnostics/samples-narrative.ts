/** Samples of what self-assessment texts lack or have too much of. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import type { NarrativeFacts } from "../../src/diagnostics/facts/narrative.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import { losses } from "../../src/model/narrative.ts";
import type { SourceRef } from "../../src/model/source.ts";

const text: SourceRef = { file: "narrative/2-1-1.md", line: 3 };
const word: SourceRef = { file: "narrative/2-1-1.docx", paragraph: 12 };
const length = { indicator: indicatorCode("2-1-1"), title: "专项经费" };

type NarrativeCode = keyof NarrativeFacts | Extract<Code, `narrative-${string}`>;

export const narrativeSamples: {
  readonly [C in NarrativeCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "narrative-missing": [
    [
      { file: "narrative/2-1-1.md" },
      { indicator: indicatorCode("2-1-1"), title: "社区教育专项经费", expectedIn: "narrative/2-1-1.md" },
    ],
  ],
  "narratives-not-begun": [
    [{ file: "narrative" }, { about: [indicatorCode("1-1-1"), indicatorCode("2-1-1"), "overview", "problems"] }],
    [{ file: "narrative" }, { about: [indicatorCode("1-1-1")] }],
  ],
  "hint-left": [
    [text, { hint: "（待写：结果怎样；数字与 facts.yaml 一致，能用材料证明。）", count: 2 }],
    [word, { hint: "（待写）", count: 1 }],
  ],
  "not-filled-in": [
    [
      { file: "evipack.yaml", line: 4, column: 12 },
      { key: "applicant", value: "（申报单位全称）" },
    ],
    [
      { file: "evipack.yaml", line: 5, column: 9 },
      { key: "office", value: "（编制单位）" },
    ],
  ],
  "narrative-unknown": [
    [{ file: "narrative/overveiw.md" }, { name: "overveiw", nearest: "overview", example: "1-1-1.md" }],
    [{ file: "narrative/草稿.md" }, { name: "草稿", nearest: null, example: "1-1-1.md" }],
  ],
  "narrative-unreadable": [
    ...["not-utf8", "EOUTSIDE", "EACCES", "too-deep", "format"].map(
      (cause) => [{ file: "narrative/2-1-1.md" }, { cause }] as const,
    ),
    ...["encrypted", "damaged", "too-large", "old-word"].map(
      (cause) => [{ file: "narrative/2-1-1.docx" }, { cause }] as const,
    ),
  ],
  "narrative-unsupported": losses.map((what, index) => [text, { what, count: (index % 3) + 1 }] as const),
  "narrative-twice": [[{ file: "narrative/2-1-1.docx" }, { other: "narrative/2-1-1.md" }]],
  "narrative-picture": [
    [text, { picture: "图片/合影.jpg", fault: "missing", nearest: "照片/合影.jpg" }],
    ...(["outside", "address", "unreadable", "no-picture", "damaged", "too-large", "cut"] as const).map(
      (fault) => [text, { picture: "../合影.jpg", fault, nearest: null }] as const,
    ),
    [word, { picture: "", fault: "damaged", nearest: null }],
  ],
  "unknown-exhibit": [
    [text, { cited: "2-1-1-09", nearest: "2-1-1-01" }],
    [text, { cited: "甲", nearest: null }],
  ],
  "unknown-page": [[text, { exhibit: "2-1-1-01", page: 9, pages: 3 }]],
  "figure-unit": [
    [text, { name: "population", unit: "人", wanted: "万元" }],
    [word, { name: "population", unit: "", wanted: "万人" }],
  ],
  "unknown-figure": [
    [text, { name: "popualtion", nearest: "population" }],
    [text, { name: "人口", nearest: null }],
  ],
  "narrative-length": [
    [{ file: "narrative/2-1-1.md" }, { ...length, words: 1024, bound: "max", limit: 800 }],
    [{ file: "narrative/2-1-1.md" }, { ...length, words: 80, bound: "min", limit: 200 }],
    [{ file: "narrative/2-1-1.md" }, { ...length, words: 1, bound: "min", limit: 200 }],
  ],
  "problems-share": [[{ file: "narrative/problems.md" }, { words: 900, total: 4000, least: 0.333 }]],
};
