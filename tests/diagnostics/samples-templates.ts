/** Samples of what can be wrong with a template of the report. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import type { SourceRef } from "../../src/model/source.ts";

type TemplateCode = Extract<Code, `template-${string}`>;

const place: SourceRef = { file: "report.md", line: 12, column: 5 };

const unknown = ["variable", "filter", "tag", "argument", "part", "narrative"] as const;
const misplaced = [
  "list",
  "record",
  "pages",
  "heading",
  "table",
  "row",
  "widths",
  "blocks",
  "html",
  "picture",
] as const;

export const templateSamples: {
  readonly [C in TemplateCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "template-missing": [
    [
      { file: "evipack.yaml", line: 9, column: 11 },
      { file: "raport.md", cause: "ENOENT", kind: "report" },
    ],
    [
      { file: "evipack.yaml", line: 9, column: 11 },
      { file: "brief.md", cause: "EISDIR", kind: "briefing" },
    ],
  ],
  "template-syntax": [
    [place, { what: "unclosed", text: "{% if stages.size > 0 %}" }],
    [place, { what: "stray", text: "endfor" }],
    [place, { what: "syntax", text: "{% for stage of stages %}" }],
  ],
  "template-unknown": [
    ...unknown.map((what) => [place, { what, name: "titel", nearest: "title" }] as const),
    [place, { what: "variable", name: "node.banana", nearest: null }],
  ],
  "template-value": misplaced.map((what) => [place, { what }] as const),
  "template-limit": [[place, {}]],
};
