/** Samples of what can be wrong with registers and captions. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import { indicatorCode, requirementId } from "../../src/model/ids.ts";
import type { SourceRef } from "../../src/model/source.ts";

const register: SourceRef = { file: "evidence/财政局/登记表.xlsx" };
const cell: SourceRef = { ...register, cell: "登记表!C7" };
const file: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };
const budget = requirementId(indicatorCode("2-1-1"), "budget");

type RegisterCode = Extract<
  Code,
  "photo-caption" | "no-doc-number" | "not-in-register" | "locator-missing" | `register-${string}`
>;

export const registerSamples: {
  readonly [C in RegisterCode]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "no-doc-number": [
    [file, { requirement: budget, title: "预算批复", listed: null, slip: null }],
    [
      file,
      {
        requirement: budget,
        title: "预算批复",
        listed: null,
        slip: { written: "样财2019 8号", reason: "brackets", meant: "样财〔2019〕8号" },
      },
    ],
    [cell, { requirement: budget, title: "预算批复", listed: "2019年社区教育经费批复", slip: null }],
  ],
  "photo-caption": [
    [cell, { requirement: budget, title: "活动照片", missing: ["time", "place", "people", "theme"] }],
    [file, { requirement: budget, title: "活动照片", missing: ["people"] }],
  ],
  "register-unreadable": (
    ["corrupt", "encrypted", "old-format", "too-large", "no-permission", "vanished"] as const
  ).map((reason) => [register, { reason }] as const),
  "register-no-header": [
    [register, { sheets: ["Sheet1"] }],
    [register, { sheets: ["2017年", "2018年"] }],
  ],
  "register-column": [
    [cell, { heading: "材料明称", nearest: "材料名称" }],
    [cell, { heading: "领导批示", nearest: null }],
  ],
  "register-value": [
    [cell, { value: "#N/A" }],
    [cell, { value: "" }],
  ],
  "register-date": [[cell, { got: "2019年2月30日" }]],
  "register-doc-number": [
    [cell, { got: "奉教2019 12号", reason: "brackets", meant: "奉教〔2019〕12号" }],
    [cell, { got: "奉教〔19〕12号", reason: "year", meant: "奉教〔2019〕12号" }],
    [cell, { got: "奉教〔2019〕第12号", reason: "ordinal", meant: "奉教〔2019〕12号" }],
    [cell, { got: "奉教〔2019〕012号", reason: "zero", meant: "奉教〔2019〕12号" }],
    [cell, { got: "奉教〔2019〕12", reason: "suffix", meant: "奉教〔2019〕12号" }],
    [cell, { got: "〔2019〕12号", reason: "sign", meant: null }],
  ],
  "register-locator": [
    [cell, { got: "末页", what: "page" }],
    [cell, { got: "右上", what: "area" }],
  ],
  "locator-missing": [
    [cell, { exhibit: "2-1-1-01", page: 9, quote: "", pages: 3, reason: "page", found: null }],
    [cell, { exhibit: "2-1-1-01", page: 9, quote: "", pages: 1, reason: "placeholder", found: null }],
    [cell, { exhibit: "2-1-1-01", page: 2, quote: "列入年度预算", pages: 3, reason: "no-text", found: null }],
    [cell, { exhibit: "2-1-1-01", page: null, quote: "列入年度预算", pages: 3, reason: "quote", found: null }],
    [cell, { exhibit: "2-1-1-01", page: 2, quote: "列入年度预算", pages: 3, reason: "quote", found: 3 }],
  ],
  "register-code": [
    [cell, { code: "2-1-9", nearest: "2-1-1", asked: [] }],
    [cell, { code: "甲", nearest: null, asked: [] }],
    [cell, { code: "2-1", nearest: null, asked: ["2-1-1 预算批复", "2-1-1 拨款凭证"] }],
  ],
  "register-code-date": [[cell, { shown: "2002-01-01", code: "2-1-1" }]],
  "register-requirement": [
    [cell, { name: "预算批示", nearest: "预算批复", known: ["预算批复", "拨款凭证"] }],
    [cell, { name: "其他", nearest: null, known: [] }],
  ],
  "register-file": [
    [cell, { name: "批付.pdf", reason: "missing", nearest: "批复.pdf" }],
    [cell, { name: "批复.pdf", reason: "missing", nearest: null }],
    [cell, { name: "../../../批复.pdf", reason: "outside", nearest: null }],
    [cell, { name: "通知", reason: "ambiguous", nearest: null }],
  ],
  "register-address": [
    [cell, { address: "file:///C:/批复.pdf", reason: "kind" }],
    [cell, { address: "见官网", reason: "form" }],
  ],
  "register-no-file": [
    [cell, { title: "预算批复", keptAt: "" }],
    [cell, { title: "预算批复", keptAt: "财政局档案室" }],
    [cell, { title: "", keptAt: "" }],
  ],
  "register-duplicate": [
    [cell, { name: "批复.pdf", first: { ...register, cell: "登记表!B5" }, titles: null }],
    [cell, { name: "批复.pdf", first: { ...register, line: 3, column: 5 }, titles: ["预算批复", "决算批复"] }],
  ],
  "not-in-register": [
    [register, { files: 1, names: ["2-1-1 批复.pdf"] }],
    [register, { files: 7, names: ["1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"] }],
  ],
};
