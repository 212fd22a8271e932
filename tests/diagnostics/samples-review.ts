/** Samples of what changed since it was reviewed, and of faults of evipack.lock.yaml. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { ReviewFacts } from "../../src/diagnostics/facts/review.ts";
import { exhibitId, indicatorCode, requirementId } from "../../src/model/ids.ts";
import type { SourceRef } from "../../src/model/source.ts";

const file: SourceRef = { file: "evidence/财政局/2-1-1-03 预算批复.pdf" };
const map: SourceRef = { file: "indicators.yaml", line: 32, column: 13 };
const lock: SourceRef = { file: "evipack.lock.yaml", line: 8, column: 3 };
const exhibit = exhibitId("2-1-1-03");
const requirement = requirementId(indicatorCode("2-1-1"), "budget");
const numbers = (count: number): Facts["asked-since-review"]["exhibits"] =>
  Array.from({ length: count }, (_, index) => exhibitId(`2-1-1-0${String(index + 1)}`));

export const reviewSamples: {
  readonly [C in keyof ReviewFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "changed-since-review": [
    [file, { exhibit, files: null }],
    [file, { exhibit, files: { altered: ["纪要.pdf"], added: [], removed: [] } }],
    [
      file,
      {
        exhibit,
        files: {
          altered: ["纪要.pdf"],
          added: Array.from({ length: 7 }, (_, index) => `照片${String(index + 1)}.jpg`),
          removed: ["签到表.pdf"],
        },
      },
    ],
  ],
  "asked-since-review": [
    [map, { requirement, title: "预算批复", exhibits: numbers(1) }],
    [map, { requirement, title: "预算批复", exhibits: numbers(7) }],
  ],
  "gone-since-review": [
    [file, { exhibit, reason: "vanished", now: null }],
    [file, { exhibit, reason: "moved", now: "2-1-2-04" }],
    [file, { exhibit, reason: "joined", now: "2-1-1-02" }],
    [file, { exhibit, reason: "unlinked", now: null }],
    [file, { exhibit, reason: "duplicate", now: "2-1-1-01" }],
  ],
  "serial-frozen": [[file, { serial: 7, given: exhibit }]],
  "lock-unreadable": [
    [{ file: "evipack.lock.yaml" }, { reason: "folder", cause: "EISDIR" }],
    [{ file: "evipack.lock.yaml" }, { reason: "outside", cause: "EOUTSIDE" }],
    [{ file: "evipack.lock.yaml" }, { reason: "no-permission", cause: "EACCES" }],
    [{ file: "evipack.lock.yaml" }, { reason: "empty", cause: "" }],
    [{ file: "evipack.lock.yaml" }, { reason: "failed", cause: "EIO" }],
  ],
  "lock-conflict": [[lock, {}]],
  "lock-version": [
    [lock, { got: 2, newer: true }],
    [lock, { got: 0, newer: false }],
  ],
  "lock-duplicate": [[lock, { exhibit: "2-1-1-03", first: { file: "evipack.lock.yaml", line: 4 } }]],
  "lock-unwritten": [[{ file: "evipack.lock.yaml" }, { cause: "EACCES" }]],
  "accept-unknown": [
    [{ file: "" }, { code: "2-1-l", nearest: "2-1-1" }],
    [{ file: "" }, { code: "财政局", nearest: null }],
  ],
};
