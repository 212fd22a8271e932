/** Samples of what can be wrong with a finished pack. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { PackFacts } from "../../src/diagnostics/facts/packs.ts";
import type { SourceRef } from "../../src/model/source.ts";

const appendix: SourceRef = { file: "支撑材料汇编.pdf" };
const index: SourceRef = { file: "附件目录.xlsx" };
const original: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };
const manifest = "manifest.json";

export const packSamples: {
  readonly [C in keyof PackFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "no-manifest": [
    [{ file: "交付" }, { reason: "no-folder" }],
    [{ file: "out/成果包" }, { reason: "no-pack" }],
    [{ file: "交付" }, { reason: "missing" }],
    [{ file: "交付" }, { reason: "below", detail: "delivery" }],
    [{ file: "." }, { reason: "workspace", detail: "pack" }],
    [{ file: "." }, { reason: "workspace", detail: "" }],
    [{ file: "pack/自评报告.pdf" }, { reason: "inside", detail: "pack" }],
    [{ file: "pack" }, { reason: "broken" }],
    [
      { file: "pack/manifest.json", line: 7, column: 3 },
      { reason: "broken", detail: "evidence.3.pages" },
    ],
    [
      { file: "pack/manifest.json", line: 2, column: 13 },
      { reason: "version", detail: "evipack/manifest@2" },
    ],
    [{ file: "交付.zip" }, { reason: "zip" }],
    [{ file: "交付.zip" }, { reason: "no-zip" }],
    [{ file: "交付.zip" }, { reason: "damaged-zip" }],
  ],
  "manifest-changed": [[{ file: manifest }, {}]],
  "file-missing": [
    [index, { list: manifest }],
    [{ file: "manifest.sha256" }, { list: null }],
    [{ file: "manifest-sha256.txt" }, { list: null, isList: true }],
  ],
  "file-changed": [
    [index, { list: manifest, bytes: 7011, expected: 7010 }],
    [index, { list: manifest, bytes: 7010, expected: 7010 }],
    [{ file: "bag-info.txt" }, { list: "tagmanifest-sha256.txt", bytes: 210, expected: null }],
  ],
  "file-extra": [
    [{ file: "会议照片.jpg" }, { list: manifest }],
    [{ file: "../会议照片.jpg" }, { list: null }],
    [{ file: "site/Thumbs.db" }, { list: manifest, leftBehind: true }],
  ],
  "file-unsound": [
    [appendix, { format: "pdf", part: null }],
    [index, { format: "xlsx", part: "xl/workbook.xml" }],
  ],
  "page-count": [[appendix, { pages: 225, expected: 226 }]],
  "page-label": [
    [appendix, { page: 45, label: "45", printed: "附件2-1-3-01 · 46" }],
    [appendix, { page: 45, label: "", printed: "" }],
  ],
  "dead-link": [
    [appendix, { page: 2, goal: "", reason: "no-page" }],
    [appendix, { page: null, goal: "支撑材料汇编（二）.pdf", reason: "no-file" }],
    [{ file: "自评报告.docx" }, { page: null, goal: "_Toc000000001", reason: "no-place" }],
  ],
  "exhibit-page": [[appendix, { exhibit: "2-1-1-01", page: 45, source: original.file }]],
  "bag-form": [
    [{ file: "bagit.txt" }, { reason: "declaration" }],
    [{ file: "manifest-sha256.txt", line: 3 }, { reason: "line" }],
    [{ file: "bag-info.txt" }, { reason: "oxum" }],
  ],
  "zip-altered": [[{ file: "交付.zip" }, {}]],
  "original-changed": [
    [original, { exhibit: "2-1-1-01", reason: "changed" }],
    [original, { exhibit: "2-1-1-01", reason: "missing" }],
    [{ file: "../src/预算批复.pdf" }, { exhibit: "2-1-1-01", reason: "outside" }],
  ],
  "original-classified": [[{ file: "evidence/教育局/2-1-1 专项方案（秘密★5年）.pdf" }, { exhibit: "2-1-1-03" }]],
  "file-too-large": [
    [original, { megabytes: 31.2, limit: 20, what: "original", leavable: "originals", maxMb: null }],
    [appendix, { megabytes: 206, limit: 100, what: "volume", leavable: null, maxMb: 90 }],
    [appendix, { megabytes: 2.6, limit: 2, what: "volume", leavable: null, maxMb: null }],
    [{ file: "自评报告.pdf" }, { megabytes: 12, limit: 10, what: "output", leavable: null, maxMb: null }],
    [{ file: "支撑材料汇编.docx" }, { megabytes: 130, limit: 100, what: "output", leavable: "docx", maxMb: null }],
    [{ file: "交付.zip" }, { megabytes: 240, limit: 100, what: "zip", leavable: null, maxMb: null }],
  ],
  "type-not-allowed": [
    [original, { type: "mp4", allowed: ["pdf", "docx"], what: "original", leavable: "originals" }],
    [index, { type: "xlsx", allowed: ["pdf", "docx"], what: "output", leavable: "xlsx" }],
    [appendix, { type: "pdf", allowed: ["docx"], what: "output", leavable: null }],
    [original, { type: "", allowed: ["pdf", "docx"], what: "original", leavable: "originals" }],
    [{ file: "site/index.html" }, { type: "html", allowed: ["pdf", "docx"], what: "site", leavable: "site" }],
  ],
  "name-not-ascii": [[appendix, {}]],
  "name-clash": [[original, { other: "originals/2-1-1-01 预算批复.PDF" }]],
};
