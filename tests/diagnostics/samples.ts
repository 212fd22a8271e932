/** One or more samples of every problem, written by hand. */
import type { Code, Facts } from "../../src/diagnostics/diagnostic.ts";
import type { UnreadableReason } from "../../src/model/evidence.ts";
import { indicatorCode, requirementId } from "../../src/model/ids.ts";
import type { SourceRef } from "../../src/model/source.ts";
import { judgingSamples } from "./samples-judging.ts";
import { figuresSamples } from "./samples-figures.ts";
import { outputSamples } from "./samples-outputs.ts";
import { assignSamples } from "./samples-assign.ts";
import { draftSamples } from "./samples-drafts.ts";
import { formSamples } from "./samples-form.ts";
import { narrativeSamples } from "./samples-narrative.ts";
import { numberSamples } from "./samples-numbers.ts";
import { packSamples } from "./samples-packs.ts";
import { privacySamples } from "./samples-privacy.ts";
import { readingSamples } from "./samples-reading.ts";
import { registerSamples } from "./samples-registers.ts";
import { renderingSamples } from "./samples-rendering.ts";
import { reportDataSamples } from "./samples-report-data.ts";
import { reviewSamples } from "./samples-review.ts";
import { settingSamples } from "./samples-settings.ts";

const config: SourceRef = { file: "evipack.yaml", line: 4, column: 6 };
const map: SourceRef = { file: "indicators.yaml", line: 32, column: 13 };
const earlier: SourceRef = { file: "indicators.yaml", line: 12, column: 9 };
const folder: SourceRef = { file: "evidence/财政局" };
const file: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };
const nowhere: SourceRef = { file: "" };

const code = indicatorCode("2-1-1");
const budget = requirementId(code, "budget");
const minutes = requirementId(indicatorCode("1-1-3"), "minutes");
const builtIn = ["unesco-key-features", "zhejiang-learning-city"];
const window = { from: "2017-01-01", to: "2019-12-31" };
const dated = { requirement: budget, title: "预算批复", window };
const year = { from: "2015-01-01", to: "2015-12-31" };
const day = { from: "2016-12-30", to: "2016-12-30" };

const owed = {
  requirement: budget,
  title: "预算批复",
  indicatorTitle: "社区教育专项经费",
  owner: "财政局",
  contact: "样例科 8800",
  expectedIn: "evidence/财政局",
};
const owedByNobody = { ...owed, owner: "", contact: "", expectedIn: "evidence" };

const reasons: readonly UnreadableReason[] = [
  "empty",
  "corrupt",
  "encrypted",
  "no-permission",
  "vanished",
  "too-many-pixels",
  "too-large",
  "too-complex",
  "text-in-disguise",
];

type Samples = { readonly [C in Code]: readonly (readonly [at: SourceRef, facts: Facts[C]])[] };

export const samples: Samples = {
  ...draftSamples,
  ...formSamples,
  ...narrativeSamples,
  ...numberSamples,
  ...packSamples,
  ...privacySamples,
  ...reportDataSamples,
  "no-workspace": [
    [{ file: "evipack.yaml" }, { folder: "材料", exists: true }],
    [{ file: "evipack.yaml" }, { folder: "matreial", exists: false }],
  ],
  "no-map": [
    [config, { name: "zhejiang-learning-citty", known: builtIn, own: [], nearest: "zhejiang-learning-city" }],
    [config, { name: "zhejiang-learning", known: builtIn, own: ["green", "indicators.yaml"], nearest: null }],
    [config, { name: "maps/mine.yaml", known: [], own: [], nearest: null }],
  ],
  "no-as-of": [[{ file: "evipack.yaml", line: 1 }, {}]],
  "not-empty": [
    [{ file: "my-workspace" }, { folder: "my-workspace" }],
    [{ file: "report.md" }, { folder: "report.md", isFile: true }],
  ],
  incomplete: [
    [nowhere, { errors: 1 }],
    [nowhere, { errors: 12 }],
  ],
  ...settingSamples,
  "duplicate-code": [[map, { code, first: earlier }]],
  "duplicate-requirement": [[map, { key: "budget", indicator: code, first: earlier }]],
  "duplicate-folder": [[config, { folder: "教育局", first: { file: "evipack.yaml", line: 3 } }]],
  "unknown-department": [
    [map, { id: "finanse", nearest: "finance" }],
    [map, { id: "treasury", nearest: null }],
  ],
  "unknown-indicator": [
    [config, { code: "2-1-9", nearest: "2-1-1" }],
    [config, { code: "财务", nearest: null }],
  ],
  "unknown-requirement": [
    [config, { key: "budgets", indicator: "2-1-1", nearest: "budget" }],
    [config, { key: "other", indicator: "2-1-1", nearest: null }],
  ],
  "unknown-tag": [
    [map, { id: "readng", nearest: "reading" }],
    [map, { id: "x", nearest: null }],
  ],
  "unknown-fact": [
    [map, { name: "budgets", nearest: "budget" }],
    [map, { name: "x", nearest: null }],
  ],
  "bad-score": [[config, { indicator: code, got: "优秀", allowed: "met, partly, not" }]],
  "bad-limit": [
    [map, { indicator: "2-1-1", reason: "none" }],
    [map, { indicator: "2-1-1", reason: "several" }],
    [map, { indicator: "2-1-1", reason: "reversed" }],
  ],
  "requires-on-group": [[map, { code: "2-1" }]],
  "path-outside": [[config, { path: "../x" }]],
  "no-requirements": [[{ file: "indicators.yaml" }, {}]],
  "no-evidence-folder": [[{ file: "evidence" }, { folder: "evidence" }]],
  "unreadable-file": [
    ...reasons.map((reason) => [file, { reason, inPart: false, requirement: budget, title: "预算批复" }] as const),
    [file, { reason: "empty", inPart: false, requirement: null, title: "" }],
    [file, { reason: "corrupt", inPart: true, requirement: budget, title: "预算批复" }],
  ],
  "refused-link": [
    [file, { reason: "link-outside" }],
    [file, { reason: "link-to-folder" }],
    [file, { reason: "special-file" }],
  ],
  "unmatched-file": [
    [file, { code: null, nearest: null, example: "2-1-1 预算批复.pdf", register: "none", unknownKind: false }],
    [file, { code: null, nearest: null, example: "2-1-1 预算批复.pdf", register: "none", unknownKind: true }],
    [file, { code: "2-1-9", nearest: "2-1-1", example: "2-1-1 预算批复.pdf", register: "none", unknownKind: false }],
    [file, { code: "9-9", nearest: null, example: "2-1-1 预算批复.docx", register: "left-out", unknownKind: false }],
    [file, { code: null, nearest: null, example: "2-1-1 预算批复", register: "listed", unknownKind: false }],
    [file, { code: null, nearest: null, example: "2-1-1 预算批复.xlsx", register: "looks-like", unknownKind: false }],
  ],
  "ambiguous-file": [
    [
      file,
      {
        candidates: [
          { id: budget, title: "会议纪要" },
          { id: minutes, title: "会议纪要" },
        ],
      },
    ],
    [
      file,
      {
        candidates: Array.from({ length: 7 }, (_, index) => ({
          id: requirementId(indicatorCode(`1-${String(index + 1)}`), "x"),
          title: "通知",
        })),
      },
    ],
  ],
  "unassigned-file": [true, false].flatMap((registered) =>
    [[], ["预算批复", "拨款凭证"]].map(
      (asked) => [file, { indicator: code, asked, registered, unreadable: registered && asked.length > 0 }] as const,
    ),
  ),
  "unknown-folder": [
    [{ file: "evidence/财政" }, { folder: "财政", nearest: "财政局", files: 1, names: ["甲.pdf"] }],
    [{ file: "evidence/杂项" }, { folder: "杂项", nearest: null, files: 12, names: ["甲.pdf", "乙.pdf", "丙.pdf"] }],
    [{ file: "evidence" }, { folder: "", nearest: null, files: 1, names: ["甲.pdf"] }],
    [{ file: "evidence" }, { folder: "", nearest: null, files: 12, names: ["甲.pdf", "乙.pdf", "丙.pdf"] }],
  ],
  "duplicate-file": [
    [file, { first: "evidence/教育局/1-1-2 纪要.pdf", sameRequirement: true, bundle: [], claimed: null }],
    [
      file,
      {
        first: "evidence/教育局/1-1-2 纪要.pdf",
        sameRequirement: true,
        bundle: ["通知.pdf", "签到.pdf"],
        claimed: null,
      },
    ],
    [file, { first: "evidence/教育局/1-1-2 纪要.pdf", sameRequirement: false, bundle: [], claimed: null }],
    [
      file,
      {
        first: "evidence/财政局/凭证2018.pdf",
        sameRequirement: true,
        bundle: [],
        claimed: { what: "year", here: "2019", there: "2018" },
      },
    ],
    [
      file,
      {
        first: "evidence/财政局/预算.pdf",
        sameRequirement: true,
        bundle: [],
        claimed: { what: "paper", here: "第二次会议纪要", there: "第一次会议纪要" },
      },
    ],
  ],
  "wrong-extension": [
    [file, { extension: "pdf", content: "png", kind: "image" }],
    [file, { extension: "", content: "pdf", kind: "pdf" }],
  ],
  "archive-file": [[file, {}]],
  "unknown-kind": [
    [file, { extension: "xyz", format: "" }],
    [file, { extension: "", format: "" }],
    [file, { extension: "ofd", format: "ofd" }],
  ],
  "damaged-picture": [[file, {}]],
  "svg-active-content": [[file, {}]],
  "serial-taken": [[file, { serial: 1, by: "evidence/财政局/2-1-1-01 批复.pdf", given: "2-1-1-03" }]],
  "missing-evidence": [
    [folder, { ...owed, min: 1 }],
    [folder, { ...owed, contact: "", min: 3 }],
    [{ file: "evidence" }, { ...owedByNobody, min: 1 }],
  ],
  "too-few": [
    [folder, { ...owed, have: 1, need: 2 }],
    [{ file: "evidence" }, { ...owedByNobody, have: 2, need: 5 }],
  ],
  "missing-years": [
    [folder, { ...owed, years: [2018], undated: 0 }],
    [folder, { ...owed, contact: "", years: [2017, 2018], undated: 2 }],
    [{ file: "evidence" }, { ...owedByNobody, years: [2018], undated: 1 }],
  ],
  "outside-window": [
    [file, { ...dated, period: day, window: year, after: null, lapsed: false, dispensable: false }],
    [file, { ...dated, period: day, window: year, after: null, lapsed: false, dispensable: true }],
    [file, { ...dated, period: day, window: day, after: "2016-10-31", lapsed: false, dispensable: false }],
    [file, { ...dated, period: day, window: year, after: "2016-10-31", lapsed: false, dispensable: false }],
    [file, { ...dated, period: year, after: null, lapsed: true, dispensable: false }],
    [file, { ...dated, period: year, after: null, lapsed: true, dispensable: true }],
  ],
  "impossible-date": [[file, { written: "2026-02-30", year: "2026" }]],
  "no-year": [[file, { requirement: budget, title: "预算批复" }]],
  ...assignSamples,
  ...registerSamples,
  ...outputSamples,
  "no-converter": (["embedded", "soffice", "gotenberg"] as const).map(
    (engine) => [{ file: "" }, { engine, url: engine === "gotenberg" ? "http://127.0.0.1:3000" : "" }] as const,
  ),
  ...judgingSamples,
  ...readingSamples,
  ...renderingSamples,
  ...figuresSamples,
  ...reviewSamples,
};
