/** Samples of settings that are written in the wrong way. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import type { SourceRef } from "../../src/model/source.ts";

const config: SourceRef = { file: "evipack.yaml", line: 4, column: 6 };
const map: SourceRef = { file: "indicators.yaml", line: 32, column: 13 };
const facts: SourceRef = { file: "facts.yaml", line: 5, column: 1 };

type SettingCode = Extract<
  Code,
  | "yaml-syntax"
  | "cannot-read"
  | "not-utf8"
  | "unknown-key"
  | "missing-key"
  | "wrong-type"
  | "unknown-value"
  | "out-of-bounds"
  | "unknown-code"
  | "bad-form"
  | "bad-option"
  | "period-reversed"
  | "as-of-before-window"
  | "value-or-formula"
>;

export const settingSamples: { readonly [C in SettingCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[] } = {
  "yaml-syntax": [
    [config, { fault: "DUPLICATE_KEY", message: "Map keys must be unique", text: "map: x" }],
    [config, { fault: "COLLECTION_KEY", message: "A name cannot be a list or a map", text: "? [样例]" }],
    [config, { fault: "SOMETHING_NEW", message: "Unexpected thing", text: "" }],
  ],
  "cannot-read": [
    [config, { cause: "EACCES" }],
    [{ file: "pack/manifest.json" }, { cause: "ENOENT" }],
    [{ file: "fonts/仿宋.ttf" }, { cause: "EFONT" }],
  ],
  "not-utf8": [[{ file: "evipack.yaml" }, {}]],
  "unknown-key": [
    [config, { key: "aplicant", nearest: "applicant", known: ["title", "applicant", "map"] }],
    [config, { key: "colour", nearest: null, known: ["title", "applicant", "map"] }],
  ],
  "missing-key": [[config, { key: "applicant" }]],
  "wrong-type": [
    [map, { key: "min", expected: "int", got: "string", example: null, typed: null }],
    [map, { key: "lasting", expected: "boolean", got: "number", example: null, typed: null }],
    [config, { key: "departments", expected: "record", got: "array", example: null, typed: null }],
    [config, { key: "title", expected: "string", got: "null", example: null, typed: null }],
    [config, { key: "spines", expected: "boolean|object", got: "number", example: null, typed: null }],
    [config, { key: "dpi", expected: "number", got: "string", example: "150", typed: null }],
    [
      facts,
      {
        key: "value",
        expected: "number",
        got: "string",
        example: null,
        typed: { plain: "512000", unit: "", scaled: null },
      },
    ],
    [
      facts,
      {
        key: "value",
        expected: "number",
        got: "string",
        example: null,
        typed: { plain: "512000", unit: "人", scaled: null },
      },
    ],
    [
      facts,
      {
        key: "value",
        expected: "number",
        got: "string",
        example: null,
        typed: { plain: "512000", unit: "", scaled: { plain: "51.2", scale: "万" } },
      },
    ],
    [
      facts,
      {
        key: "value",
        expected: "number",
        got: "string",
        example: null,
        typed: { plain: "512000", unit: "人", scaled: { plain: "51.2", scale: "万" } },
      },
    ],
  ],
  "unknown-value": [
    [map, { key: "type", got: "gates", nearest: "gate", known: ["gate", "points", "threshold"] }],
    [map, { key: "kind", got: "paper", nearest: null, known: ["document", "photo"] }],
  ],
  "out-of-bounds": [
    [map, { key: "min", of: "number", bound: "min", limit: "1", inclusive: true }],
    [map, { key: "max", of: "number", bound: "min", limit: "0", inclusive: false }],
    [config, { key: "max_pages", of: "number", bound: "max", limit: "5000", inclusive: true }],
    [map, { key: "code", of: "text", bound: "max", limit: "40", inclusive: true }],
    [map, { key: "title", of: "text", bound: "min", limit: "1", inclusive: true }],
    [map, { key: "ladder", of: "list", bound: "min", limit: "2", inclusive: true }],
    [map, { key: "bands", of: "list", bound: "max", limit: "9", inclusive: true }],
  ],
  "unknown-code": [
    [config, { name: "photo-captoin", exists: false, nearest: "photo-caption" }],
    [config, { name: "unreadable-file", exists: true, nearest: null }],
    [config, { name: "样例", exists: false, nearest: null }],
  ],
  "bad-option": [
    [{ file: "" }, { option: "--as-of", value: "31.10.2019", expected: "YYYY-MM-DD" }],
    [{ file: "" }, { option: "--as-of", value: "2019-02-30", expected: "YYYY-MM-DD", noSuchDay: true }],
  ],
  "bad-form": [
    [config, { key: "as_of", got: "2019年10月31日", expected: "date" }],
    [map, { key: "key", got: "a b", expected: "regex" }],
    [config, { key: "due", got: "[2, all]", expected: "due-all" }],
  ],
  "period-reversed": [[config, { key: "window" }]],
  "as-of-before-window": [[config, { day: "2016-10-31", window: { from: "2017-01-01", to: "2019-12-31" } }]],
  "value-or-formula": [[facts, { key: "budget" }]],
};
