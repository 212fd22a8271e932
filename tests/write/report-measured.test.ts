/** The report measured on its PDF: GB/T 9704-2012 with its tolerance of 1 mm, and what any style must keep to. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block } from "../../src/model/document.ts";
import { tempFolder } from "../support/folders.ts";
import { drawPage, inkOf, linesOf } from "../support/pdf-lines.ts";
import type { Line } from "../support/pdf-lines.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import { looseFonts, missingTools, needs, pageTexts, run, squeeze } from "../support/tools.ts";
import { counted, everything, paragraph, pdfOf, prose, reportWith, wideTable } from "./report-sample.ts";

const missing = missingTools("pdftotext", "pdftoppm", "pdffonts");
const folder = tempFolder();

async function drawn(name: string, ...of: Parameters<typeof pdfOf>): Promise<string> {
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, (await pdfOf(...of)).pdf);
  return file;
}

/** The standard's tolerance, in mm. */
const tolerance = 1;
const near = (value: number, wanted: number, within = tolerance): void => {
  expect(value).toBeGreaterThan(wanted - within);
  expect(value).toBeLessThan(wanted + within);
};

/** Width of one character of the grid of gb9704. */
const character = 156 / 28;
const pitch = 225 / 22;

/** Of a report whose contents take one page: the page of the file on which body page 1 stands. */
const body = 3;

const filled = (pages: number): ReturnType<typeof paragraph> => paragraph("国".repeat(26 + 28 * (22 * pages - 1)));

describe.skipIf(missing.length > 0)(`gb9704 on a full page${needs(missing)}`, () => {
  let file = "";
  let lines: Line[] = [];
  beforeAll(async () => {
    file = await drawn("full", reportWith([filled(2)], { front: [] }), "gb9704");
    lines = linesOf(file, body).filter(({ text }) => text.includes("国"));
  });

  it("has 22 lines of 28 characters, 225 mm high and 156 mm wide", () => {
    expect(lines.map(({ text }) => squeeze(text).length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    const ink = inkOf(drawPage(file, body), { bottom: 265 });
    near(ink.left, 28);
    near(ink.right, 28 + 156);
    // A line is a pitch high; its characters stand in its middle.
    const air = (pitch - (16 / 72) * 25.4) / 2;
    near(ink.top, 37 + air);
    near(ink.bottom, 37 + 225 - air);
  });

  it("has lines 10.23 mm apart, and a first line two characters further in", () => {
    expect(lines).toHaveLength(22);
    for (const [index, { top }] of lines.entries()) near(top, (lines[0]?.top ?? 0) + index * pitch, 0.1);
    near((lines[0]?.left ?? 0) - (lines[1]?.left ?? 0), 2 * character, 0.1);
  });

  it("has its mark 7 mm below: odd pages right, even pages left, one character in", () => {
    const below = { top: 264, bottom: 290 };
    const one = (14 / 72) * 25.4;
    const [right, left] = [drawPage(file, body), drawPage(file, body + 1)];
    const [odd, even] = [inkOf(right, below), inkOf(left, below)];
    // Dashes stand in the middle of the digits: their top edge is measured beside the digit.
    near(inkOf(right, { ...below, left: odd.right - 3 }).top, 262 + 7);
    near(inkOf(left, { ...below, right: even.left + 3 }).top, 262 + 7);
    near(odd.right, 28 + 156 - one);
    near(even.left, 28 + one);
    expect(linesOf(file, body).at(-1)?.text).toBe("— 1 —");
    expect(linesOf(file, body + 1).at(-1)?.text).toBe("— 2 —");
  });
});

describe.skipIf(missing.length > 0)(`gb9704 with everything in it${needs(missing)}`, () => {
  let file = "";
  let pdf: ReadPdf;
  let texts: string[] = [];
  const pageWith = (words: string): number => texts.findLastIndex((text) => squeeze(text).includes(squeeze(words))) + 1;
  const lineWith = (words: string): Line => {
    const found = linesOf(file, pageWith(words)).find(({ text }) => squeeze(text).startsWith(squeeze(words)));
    if (found === undefined) throw new Error(`no line begins with ${words}`);
    return found;
  };
  beforeAll(async () => {
    file = await drawn("all", reportWith(everything, { watermark: "草稿　2019年10月31日" }), "gb9704");
    pdf = await ReadPdf.open(file);
    texts = pageTexts(file);
  });

  it("uses the sizes of the standard: title 2号, text 3号, contents and mark 4号", () => {
    expect(pdf.typeSizes(1)).toEqual([16, 22]);
    expect(pdf.typeSizes(pageWith("存在问题和改进方向"))).toContain(16);
    const plain = pageWith("任务分解表");
    expect(pdf.typeSizes(plain)).toEqual([14, 16, 22]);
  });

  it("lets the name of an attachment hang below its first character", () => {
    const first = lineWith("附件：1.样例区创建");
    const lines = linesOf(file, pageWith("附件：1.样例区创建"));
    const at = lines.findIndex(({ text }) => text === first.text);
    const [second, third] = [lines[at + 1], lines[at + 2]];
    near(first.left, 28 + 2 * character);
    near((third?.left ?? 0) - (second?.left ?? 0), 1.5 * (10.5 / 72) * 25.4, 3);
    expect(second?.text).toContain("2.");
  });

  it("begins an attachment on a new page: mark on line 1, title on line 3", () => {
    const page = texts.length;
    const [mark, title] = linesOf(file, page);
    expect(mark?.text.replaceAll(" ", "")).toBe("附件1");
    near(mark?.left ?? 0, 28);
    const middle = ({ top, bottom }: Line): number => (top + bottom) / 2;
    if (mark === undefined || title === undefined) throw new Error("no attachment");
    near(middle(mark), 37 + 0.5 * pitch);
    near(middle(title), 37 + 2.5 * pitch, 2);
    near((title.left + title.right) / 2, 28 + 78);
  });

  it("turns wide tables: head at the left of the sheet on odd and even pages, the mark where it always is", () => {
    const pages = texts.flatMap((text, index) => (/单位[\s\S]*样例 *\d+ *镇/u.test(text) ? [index + 1] : []));
    expect(pages.length).toBeGreaterThanOrEqual(2);
    for (const page of pages) {
      const { width, height, turn } = pdf.shape(page);
      expect([width, height, turn]).toEqual([841.89, 595.28, 270]);
      const drawn = drawPage(file, page);
      const ink = inkOf(drawn, { top: 264, bottom: 290 });
      const odd = (page - pdf.firstNumbered()) % 2 === 0;
      const one = (14 / 72) * 25.4;
      near(odd ? ink.right : ink.left, odd ? 184 - one : 28 + one);
      // The head is the leftmost row.
      const words = run("pdftotext", ["-bbox", "-f", String(page), "-l", String(page), file, "-"]);
      const left = (word: string): number => Number(new RegExp(`xMin="([\\d.]+)"[^>]*>${word}<`, "u").exec(words)?.[1]);
      expect(left("单位")).toBeLessThan(left("(?:3|21|24)"));
      near(inkOf(drawn, { bottom: 263 }).top, 37);
    }
    const parities = new Set(pages.map((page) => (page - pdf.firstNumbered()) % 2));
    expect(parities.size).toBe(2);
  });

  it("labels pages by the number that is printed on them", () => {
    const first = pdf.firstNumbered();
    const labels = pdf.labels().slice(first - 1);
    expect(labels).toEqual(labels.map((_, index) => String(index + 1)));
    for (const [index, label] of labels.entries())
      expect(squeeze(texts[first - 1 + index] ?? "")).toContain(`—${label}—`);
  });

  it("leads from a citation to the page of the appendix beside it", () => {
    expect(pdf.remoteLinks()).toContainEqual({ file: "支撑材料汇编.pdf", page: 47 });
  });

  it("is tagged PDF/A-2a with title, language, alternative text and embedded fonts", () => {
    expect(looseFonts(file)).toEqual([]);
    expect(pdf.facts()).toMatchObject({ tagged: true, language: "zh-CN" });
    expect(pdf.facts().metadata).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(pdf.facts().metadata).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(pdf.alternatives()).toContain("柱形图：2018年与2019年的社区教育经费");
    expect(run("pdfinfo", [file])).toContain("样例区创建浙江省学习型城市自评报告");
  });

  it("has its watermark on every page, and not in the text", () => {
    expect(texts.join("")).not.toContain("草稿");
    expect(texts.map((_, index) => pdf.patterns(index + 1)).every((count) => count > 0)).toBe(true);
  });

  it("gives a paragraph in order when it is copied", () => {
    const copied = squeeze(texts.join("").replace(/— \d+ —|\f/gu, ""));
    expect(copied.split(squeeze(prose)).length - 1).toBeGreaterThanOrEqual(3);
  });
});

describe.skipIf(missing.length > 0)(`gb9704: issuer and date of an unsealed paper${needs(missing)}`, () => {
  const measured = async (issuer: string): Promise<[issuer: Line, date: Line]> => {
    const blocks = [paragraph(prose), { type: "signature", issuer, date: "2019年10月31日" } as const];
    const file = await drawn("signature", reportWith(blocks, { front: [] }), "gb9704");
    const lines = linesOf(file, body);
    const at = lines.findIndex(({ text }) => text === issuer);
    const [name, date] = [lines[at], lines[at + 1]];
    if (name === undefined || date === undefined) throw new Error("no signature");
    // One line below the text is empty.
    near(name.top - (lines[at - 1]?.top ?? 0), 2 * pitch);
    expect(squeeze(date.text)).toBe("2019年10月31日");
    near(date.left - name.left, 2 * character);
    return [name, date];
  };

  it("stand two characters from the right when the issuer is longer", async () => {
    const [issuer] = await measured("样例区创建学习型城市工作领导小组");
    expect(Math.abs(issuer.right - (184 - 2 * character))).toBeLessThan(tolerance);
  });

  it("never stand alone on a page", async () => {
    const lines = (count: number): Block => paragraph("国".repeat(26 + 28 * (count - 1)));
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const signature = { type: "signature", issuer: "样例区政府", date: "2019年10月31日" } as const;
      const note = { type: "attachment-note", label: "附件", names: ["样例一", "样例二"] } as const;
      for (const closing of [[signature], [note, signature]]) {
        const file = await drawn("alone", reportWith([lines(14), lines(count), ...closing], { front: [] }), "gb9704");
        const last = pageTexts(file).at(-1) ?? "";
        expect([count, squeeze(last).includes("10月31日"), last.includes("国")]).toEqual([count, true, true]);
      }
    }
  });

  it("move to the left when the date is longer", async () => {
    const [, date] = await measured("样例区政府");
    expect(Math.abs(date.right - (184 - 2 * character))).toBeLessThan(tolerance);
  });
});

describe.skipIf(missing.length > 0).each(["gb9704", "university", "plain-en"])(`%s${needs(missing)}`, (style) => {
  it("never begins a line with a closing mark nor ends one with an opening mark", async () => {
    const moved = Array.from({ length: 28 }, (_, count) =>
      paragraph("国".repeat(count), prose, `“LearnHub”和‘Open’（A“B”）`, prose),
    );
    const file = await drawn(`marks-${style}`, reportWith(moved, { front: [] }), style);
    const pages = Array.from({ length: (await ReadPdf.open(file)).pages }, (_, index) => index + 1);
    const lines = pages.flatMap((page) => linesOf(file, page).map(({ text }) => text));
    expect(lines.length).toBeGreaterThan(240);
    expect(lines.filter((line) => /^[，。、；：！？）》」』〕”’%]/u.test(line))).toEqual([]);
    expect(lines.filter((line) => /[（《「『〔“‘]$/u.test(line))).toEqual([]);
  });

  it("draws everything as PDF/A and as PDF/UA, the same bytes again", async () => {
    const report = reportWith(everything, style === "plain-en" ? { language: "en", contentsTitle: "Contents" } : {});
    const [first, again] = [await pdfOf(report, style), await pdfOf(report, style)];
    expect(Buffer.compare(Buffer.from(first.pdf), Buffer.from(again.pdf))).toBe(0);
    expect(first.missing).toEqual([]);
    const screen = await drawn(`ua-${style}`, report, style, "ua-1");
    expect((await ReadPdf.open(screen)).facts().metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(looseFonts(screen)).toEqual([]);
  });
});

it.skipIf(missing.length > 0)(`university sets 小四 at 1.5 lines${needs(missing)}`, async () => {
  const file = await drawn(
    "university",
    reportWith([counted(1, "概述", "one"), filled(1)], { front: [] }),
    "university",
  );
  const lines = linesOf(file, body).filter(({ text }) => /国{20}/u.test(text));
  const [first, second] = lines;
  near((second?.top ?? 0) - (first?.top ?? 0), (23.4 / 72) * 25.4, 0.1);
  expect((await ReadPdf.open(file)).typeSizes(body)).toEqual([9, 12, 16]);
});

it.skipIf(missing.length > 0)(`a wide table of a style for the screen is not turned${needs(missing)}`, async () => {
  const file = await drawn("screen", reportWith([wideTable(3)], { front: [] }), "university");
  expect((await ReadPdf.open(file)).shape(body)).toEqual({ width: 841.89, height: 595.28, turn: 0 });
});
