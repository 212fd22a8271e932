/** Samples of what can be wrong with the history of drafts, and of two runs at once. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { DraftFacts } from "../../src/diagnostics/facts/drafts.ts";
import type { SourceRef } from "../../src/model/source.ts";

const file = "evipack.history.yaml";

export const draftSamples: {
  readonly [C in keyof DraftFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "history-line": [
    [
      { file, line: 7 },
      { text: "<<<<<<< HEAD", first: null },
    ],
    [
      { file, line: 9 },
      { text: "", first: 6 },
    ],
  ],
  "history-unreadable": [
    [{ file }, { reason: "failed", cause: "EACCES" }],
    [{ file }, { reason: "encoding", cause: "" }],
    [
      { file, line: 3 },
      { reason: "version", cause: "evipack/history@2" },
    ],
  ],
  "history-unwritten": [[{ file }, { cause: "EROFS" }]],
  "changed-meanwhile": [[{ file: "evidence/财政局/2-1-1 拨款凭证2019.pdf" }, {}]],
  busy: [
    [{ file: "pack" }, { mark: ".pack.busy", process: 4711 }],
    [{ file: "pack" }, { mark: ".pack.busy", process: null }],
  ],
  "not-reproducible": (["changed", "gone", "added"] as const).map(
    (reason) => [{ file: "支撑材料汇编.pdf" }, { reason }] as const,
  ),
};
