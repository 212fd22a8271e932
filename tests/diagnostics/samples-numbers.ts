/** Samples of how exhibits are numbered. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { NumberFacts } from "../../src/diagnostics/facts/numbers.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { SourceRef } from "../../src/model/source.ts";

const map: SourceRef = { file: "indicators.yaml", line: 9, column: 17 };

export const numberSamples: {
  readonly [C in keyof NumberFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "number-pattern": [
    [map, { pattern: "{indicater}-{nn}", reason: "unknown", got: "indicater", nearest: "indicator" }],
    [map, { pattern: "{indicator}-{xyzzy}", reason: "unknown", got: "xyzzy", nearest: null }],
    [map, { pattern: "{indicator}", reason: "none", got: "", nearest: null }],
    [map, { pattern: "{indicator}-{n}-{nn}", reason: "twice", got: "{nn}", nearest: null }],
    [map, { pattern: "{nn}-{indicator}", reason: "order", got: "{indicator}", nearest: null }],
    [map, { pattern: "{indicator}{nn}", reason: "joined", got: "1-1", nearest: null }],
    [map, { pattern: "{section}-{nn}", reason: "alike", got: "1-1, 1-2", nearest: null }],
    [map, { pattern: "{indicator}/{nn}", reason: "sign", got: "/", nearest: null }],
    [map, { pattern: "{indicator} {nn}", reason: "sign", got: " ", nearest: null }],
    [map, { pattern: "{section_roman}-{below}-{nn}", reason: "section", got: "13", nearest: null }],
  ],
  "too-many-exhibits": [
    [map, { indicator: indicatorCode("2-1-1"), serial: 51, form: "circled", most: 50 }],
    [map, { indicator: indicatorCode("2-1-1"), serial: 14, form: "roman", most: 12 }],
  ],
  "numbers-changed": [[map, { was: "{indicator}-{nn}", now: "{indicator}-{circled}" }]],
};
