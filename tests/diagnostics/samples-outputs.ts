/** Samples of what can be wrong with what is asked to be shown or printed. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import type { SourceRef } from "../../src/model/source.ts";
import { templateSamples } from "./samples-templates.ts";

type OutputCode = Extract<
  Code,
  | "cannot-write"
  | "unknown-name"
  | "unsafe-output"
  | "output-needed"
  | "not-earlier"
  | "reference-unusable"
  | `template-${string}`
>;

export const outputSamples: {
  readonly [C in OutputCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "unknown-name": [
    [{ file: "" }, { what: "schema", name: "maps", known: ["map", "workspace", "facts"], nearest: "map" }],
    [{ file: "" }, { what: "department", name: "财政", known: ["教育局", "财政局"], nearest: "财政局" }],
    [{ file: "" }, { what: "indicator", name: "9-9", known: ["1", "2", "3"], nearest: null }],
    [{ file: "" }, { what: "indicator", name: "2-1-11", known: ["1", "2", "3"], nearest: "2-1-1" }],
    [{ file: "" }, { what: "section", name: "保障", known: ["1 基本条件", "2 保障措施"], nearest: "保障措施" }],
    [{ file: "" }, { what: "code", name: "missing-year", known: ["missing-years"], nearest: "missing-years" }],
  ],
  ...templateSamples,
  "cannot-write": [
    [{ file: "pack" }, { folder: "pack", cause: "EACCES" }],
    [{ file: "evidence" }, { folder: "evidence", cause: "EISDIR" }],
  ],
  "unsafe-output": [
    [{ file: "out" }, { folder: "out", reason: "not-a-pack" }],
    [{ file: "evidence/out" }, { folder: "evidence/out", reason: "in-evidence" }],
    [{ file: "evidence" }, { folder: "evidence", reason: "in-evidence" }],
    [{ file: "." }, { folder: ".", reason: "is-workspace" }],
    [{ file: "pack/x.zip" }, { folder: "pack/x.zip", reason: "in-pack" }],
    [{ file: "x.zip" }, { folder: "x.zip", reason: "not-a-delivery" }],
  ],
  "output-needed": [[{ file: "" }, { format: "xlsx", example: "gaps.xlsx" }]],
  "reference-unusable": (
    ["missing", "not-docx", "encrypted", "macros", "damaged", "too-large", "objects"] as const
  ).map(
    (reason) =>
      [
        { file: "evipack.yaml", line: 9, column: 14 },
        { file: "reference.docx", reason },
      ] as const,
  ),
  "not-earlier": [
    [{ file: "old/manifest.json" }, { reason: "other" }],
    [{ file: "old/check.json" }, { reason: "partial" }],
  ],
};
