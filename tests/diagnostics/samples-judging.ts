/** Samples of what judging has to say. */
import type { JudgingFacts } from "../../src/diagnostics/facts/judging.ts";
import { indicatorCode, requirementId } from "../../src/model/ids.ts";
import { acceptedKinds } from "../../src/model/map.ts";
import type { SourceRef } from "../../src/model/source.ts";

const node = indicatorCode("2-1");
const at: SourceRef = { file: "indicators.yaml", line: 32, column: 13 };
const waiver: SourceRef = { file: "evipack.yaml", line: 40, column: 5 };
const video: SourceRef = { file: "evidence/教育局/2-1-1 活动照片.mp4" };
const bundle: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.zip" };

export const judgingSamples: {
  readonly [C in keyof JudgingFacts]: readonly (readonly [at: SourceRef, facts: JudgingFacts[C]])[];
} = {
  "wrong-kind": [
    [
      video,
      {
        requirement: requirementId(indicatorCode("2-1-1"), "photo"),
        title: "活动照片",
        kind: "photo",
        got: ["video"],
        accepts: acceptedKinds.photo,
      },
    ],
    [
      bundle,
      {
        requirement: requirementId(indicatorCode("2-1-1"), "budget"),
        title: "预算批复",
        kind: "document",
        got: ["archive", "unknown"],
        accepts: ["pdf"],
      },
    ],
  ],
  "waiver-expired": [
    [waiver, { indicator: node, requirement: null, title: "", until: "2019-10-30", covered: false }],
    [waiver, { indicator: node, requirement: null, title: "", until: "2019-10-30", covered: true }],
    [
      waiver,
      {
        indicator: node,
        requirement: requirementId(node, "budget"),
        title: "预算批复",
        until: "2019-10-30",
        covered: false,
      },
    ],
  ],
  "waiver-incomplete": [
    [waiver, { indicator: indicatorCode("2-1-1"), missing: ["approver"] }],
    [waiver, { indicator: indicatorCode("2-1-1"), missing: ["reason", "approver", "until"] }],
  ],
  "result-not-reached": [
    [at, { title: "1-4-1 一票否决事项", shortfall: { type: "veto", node, at } }],
    [at, { title: "2 保障措施", shortfall: { type: "below-minimum", node, share: 0.575, min: 0.6, at } }],
    [at, { title: "2-1 经费保障", shortfall: { type: "too-few-met", node, met: 5, count: 6, at } }],
    [at, { title: "2-1-3 多元投入", shortfall: { type: "below-floor", node, share: 0.8499, floor: 0.85, at } }],
    [at, { title: "2-1 经费保障", shortfall: { type: "low-marks", node, marks: 3, atMost: 2, at } }],
  ],
};
