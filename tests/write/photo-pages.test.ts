/** Photos that share a page: every photo on its page once, each under its own number, read back from the PDF. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tinyPdf, tinyPng } from "../cases/bytes.ts";
import { readManifest, run as evipack } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { missingTools, needs, pageTexts, run, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");

const map = `id: sample
title: 样例指标体系
status: sample
language: zh-CN
sections:
  - code: "2"
    title: 保障措施
    indicators:
      - code: 2-1
        title: 活动开展
        scoring: { type: met }
        requires:
          - { key: paper, title: 活动通知, kind: document, min: 1 }
          - { key: photo, title: 活动照片, kind: photo, min: 1 }
          - { key: scan, title: 签到表, kind: document, min: 1 }
`;

const photos = [1, 2, 3, 4, 5].map((n) => `evidence/教育局/2-1 活动照片${String(n)} 2019-03-0${String(n)}.png`);

async function packWith(photosPerPage: number): Promise<{ readonly folder: string; readonly out: string }> {
  const folder = tempFolder();
  build(folder, {
    name: "",
    about: "",
    files: {
      "evipack.yaml": `${config.replace(/\n(?:scores|waivers|stages):[\s\S]*$/u, "\n")}appendix: { photos_per_page: ${String(photosPerPage)} }\n`,
      "indicators.yaml": map,
      "facts.yaml": null,
      "evidence/教育局/2-1 活动通知.pdf": tinyPdf("通知"),
      "evidence/教育局/2-1 签到表1.png": tinyPng(1),
      "evidence/教育局/2-1 签到表2.png": tinyPng(2),
      ...Object.fromEntries(photos.map((file, index) => [file, tinyPng(100 + index)])),
    },
  });
  const out = path.join(folder, "out");
  const { exitCode, err } = await evipack(["compile", "--out", out], folder);
  if (exitCode !== 0 && exitCode !== 1) throw new Error(err);
  return { folder, out };
}

/** How far down the page, as a share of its height, the number of an exhibit first stands below its picture. */
function captionTop(out: string, page: number, exhibit: string): number {
  const only = ["-f", String(page), "-l", String(page)];
  const boxes = run("pdftotext", [...only, "-bbox", path.join(out, "支撑材料汇编.pdf"), "-"]);
  const height = Number(/<page width="[\d.]+" height="([\d.]+)"/u.exec(boxes)?.[1]);
  const words = [...boxes.matchAll(/yMin="([\d.]+)"[^>]*>([^<]*)</gu)];
  const caption = words.find(([, , word = ""]) => word.includes("活动照片") || word.includes(exhibit));
  return Number(caption?.[1]) / height;
}

describe("photo pages", () => {
  it.each([
    [1, [1, 1, 1, 1, 1]],
    [2, [2, 2, 1]],
    [4, [4, 1]],
    [6, [5]],
  ])(`%i to a page ${needs(missing)}`, async (photosPerPage, expected) => {
    const { out } = await packWith(photosPerPage);
    const { evidence } = readManifest(out);
    const taken = photos.map((source) => evidence.find((each) => each.source === source));
    const pages = taken.map((each) => each?.pages?.[0] ?? 0);
    expect([...new Set(pages)].map((page) => pages.filter((each) => each === page).length)).toEqual(expected);
    expect(taken.every((each) => each?.pages?.[0] === each?.pages?.[1])).toBe(true);
    // A scan of a paper keeps a page of its own.
    const scans = evidence.filter(({ source }) => source.includes("签到表")).map(({ pages: range }) => range?.[0]);
    expect(new Set(scans).size).toBe(2);
    if (missing.length > 0) return;
    const texts = pageTexts(path.join(out, "支撑材料汇编.pdf")).map(squeeze);
    for (const [index, each] of taken.entries()) {
      const text = texts[(each?.pages?.[0] ?? 0) - 1] ?? "";
      expect(text).toContain(`2019年3月${String(index + 1)}日`);
      const shared = pages.filter((page) => page === pages[index]).length > 1;
      expect(text.includes(`附件${each?.exhibit ?? ""}`)).toBe(true);
      expect(text.includes("至")).toBe(shared);
      // A photo alone on its page has all of it, so that its words stand low.
      expect(shared || captionTop(out, pages[index] ?? 0, each?.exhibit ?? "") > 0.6).toBe(true);
    }
  });
});
