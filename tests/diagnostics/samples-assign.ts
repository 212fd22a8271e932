/** Samples of what `assign` finds. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { SourceRef } from "../../src/model/source.ts";

type AssignCode = "no-department-folder";

export const assignSamples: {
  readonly [C in AssignCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "no-department-folder": [
    [{ file: "evidence/财政局" }, { department: "财政局", folder: "财政局", owed: 1 }],
    [{ file: "evidence/文广旅体局" }, { department: "文化和广电旅游体育局", folder: "文广旅体局", owed: 12 }],
  ],
};
