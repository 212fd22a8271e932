/** Samples of what is amiss with the form and the use of items. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { FormFacts } from "../../src/diagnostics/facts/form.ts";
import { indicatorCode, requirementId } from "../../src/model/ids.ts";
import type { SourceRef } from "../../src/model/source.ts";

const cell: SourceRef = { file: "evidence/财政局/登记表.xlsx", cell: "登记表!C7" };
const file: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };
const code = indicatorCode("2-1-1");
const slot = { requirement: requirementId(code, "budget"), title: "预算批复" };

export const formSamples: {
  readonly [C in keyof FormFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "no-seal": [
    [cell, { ...slot, declared: true }],
    [file, { ...slot, declared: false }],
  ],
  "not-original": [
    [cell, { ...slot, declared: true }],
    [file, { ...slot, declared: false }],
  ],
  "no-original-holder": [[cell, { title: "2018年预算批复" }]],
  "bundle-incomplete": [
    [cell, { ...slot, title: "联席会议材料", missing: ["sign_in"] }],
    [file, { ...slot, title: "联席会议材料", missing: ["notice", "sign_in", "papers", "speech", "minutes", "photo"] }],
  ],
  "over-reused": [[file, { times: 4, limit: 2, indicators: [code, indicatorCode("2-1-2"), indicatorCode("3-1-1")] }]],
  "unwanted-file": [
    [file, { ...slot, max: 3 }],
    [file, { ...slot, max: null }],
  ],
  "wrong-department": [
    [file, { indicator: code, indicatorTitle: "专项经费", department: "统计局", concerned: ["财政局", "教育局"] }],
  ],
  "low-resolution": [[{ file: "evidence/教育局/开幕式.jpg" }, { width: 640, height: 480, least: 1000 }]],
  "look-alike-photo": [
    [
      { file: "evidence/教育局/开幕式2019.jpg" },
      {
        ...slot,
        title: "活动周照片",
        first: "evidence/教育局/开幕式2018.jpg",
        firstRequirement: slot.requirement,
        firstTitle: "活动周照片",
      },
    ],
    [
      { file: "evidence/文化馆/开幕式.jpg" },
      {
        ...slot,
        title: "活动周照片",
        first: "evidence/教育局/培训.jpg",
        firstRequirement: requirementId(indicatorCode("3-1-1"), "photo"),
        firstTitle: "培训照片",
      },
    ],
  ],
  "title-differs": [[cell, { title: "2018年预算批复", found: "关于开展消防检查的通知" }]],
};
