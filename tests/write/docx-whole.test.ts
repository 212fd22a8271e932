import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Block, Heading, Report } from "../../src/model/document.ts";
import type { Pack } from "../../src/model/pack.ts";
import type { PagePlan } from "../../src/model/plan.ts";
import { writeDocx } from "../../src/write/docx/write.ts";
import { headingMark } from "../../src/write/marks.ts";
import { writeReportPdf } from "../../src/write/report-pdf.ts";
import { renderOffice } from "../support/office.ts";
import { everything } from "./docx-everything.ts";
import { faultsOf, part, textOf } from "./docx-read.ts";
import { contextFor, sampleReport, styleNamed, wordsNamed } from "./docx-sample.ts";

const folder = mkdtempSync(join(tmpdir(), "docx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const citationTarget = (_: unknown, page: number): { file: string; page: number } => ({
  file: "支撑材料汇编.pdf",
  page: 44 + page,
});

const draw = (style: string, language: "zh-CN" | "en" = "zh-CN"): Promise<Uint8Array> => {
  const report = { ...everything, language };
  return writeDocx(report, contextFor(report, { style: styleNamed(style), citationTarget }));
};

describe("a report with every kind of block", () => {
  it.each([
    ["gb9704", "zh-CN"],
    ["university", "zh-CN"],
    ["plain-en", "en"],
    ["plain-en", "zh-CN"],
    ["gb9704", "en"],
  ] as const)(
    "satisfies the schema of Office 2019: %s, %s",
    async (style, language) => {
      expect(await faultsOf(await draw(style, language))).toEqual([]);
    },
    120_000,
  );

  it("has bold heads that stand as their columns do, in English", async () => {
    const bytes = await draw("plain-en", "en");
    const head = /<w:tblHeader\/>.*?<\/w:tr>/su.exec(part(bytes, "word/document.xml"))?.[0] ?? "";
    const sides = [...head.matchAll(/<w:jc w:val="(\w+)"/gu)].map((match) => match[1]);
    const table = everything.blocks.find((block) => block.type === "table");
    expect(sides).toEqual(table?.type === "table" ? table.columns.map(({ align }) => align) : []);
    for (const id of ["Heading1", "TableHead", "Caption"])
      expect(part(bytes, "word/styles.xml")).toMatch(new RegExp(`w:styleId="${id}"(?:(?!</w:style>).)*<w:b/>`, "u"));
  }, 60_000);

  it("gives the same bytes again", async () => {
    expect(await draw("gb9704")).toEqual(await draw("gb9704"));
  }, 60_000);
});

describe("what Word finds in it", async () => {
  const bytes = await draw("gb9704");
  const xml = part(bytes, "word/document.xml");
  const numbering = part(bytes, "word/numbering.xml");

  it("numbers headings by a list of their styles", () => {
    for (const [text, format] of [
      ["%1、", "chineseCountingThousand"],
      ["（%2）", "chineseCountingThousand"],
      ["%3.", "decimal"],
      ["（%4）", "decimal"],
    ])
      expect(numbering).toMatch(
        new RegExp(`<w:numFmt w:val="${format}"/><w:pStyle[^>]*/><w:suff[^>]*/><w:lvlText w:val="${text}"/>`),
      );
    expect(part(bytes, "word/styles.xml")).toMatch(
      /w:styleId="Heading2".*?<w:numPr><w:ilvl w:val="1"\/><w:numId w:val="1"\/>/u,
    );
    const heading = /<w:p><w:pPr><w:pStyle w:val="Heading2"\/>.*?<\/w:p>/u.exec(xml)?.[0] ?? "";
    expect(textOf(heading)).toBe("组织领导\n");
  });

  it("has fields with cached values: captions, references, contents; none asks to be updated", () => {
    expect(xml).toMatch(/w:instr=" SEQ 表 \\\* ARABIC "><w:r><w:t[^>]*>1<\/w:t>/u);
    expect(xml).toMatch(/w:instr=" SEQ 图 \\\* ARABIC "><w:r><w:t[^>]*>2<\/w:t>/u);
    expect(xml).toMatch(/w:instr=" REF _Ref\d+ \\h "><w:r><w:t[^>]*>表1<\/w:t>/u);
    expect(xml).toMatch(/w:instr=" REF _Toc\d+ \\h "><w:r><w:t[^>]*>基本条件<\/w:t>/u);
    expect(xml).toContain("PAGEREF _Toc");
    for (const each of [xml, part(bytes, "word/settings.xml")])
      expect(each).not.toMatch(/updateFields|dirty="(?:true|1)"/u);
    const marks = [...xml.matchAll(/w:bookmarkStart[^>]*w:name="([^"]*)"/gu)].map((match) => match[1]);
    expect(new Set(marks).size).toBe(marks.length);
    for (const [, name] of xml.matchAll(/REF (_\w+)/gu)) expect(marks).toContain(name);
  });

  it("leads from a citation to the page of the appendix beside it", () => {
    // Word keeps what follows the # beside the link.
    expect(part(bytes, "word/_rels/document.xml.rels")).toContain(`Target="${encodeURIComponent("支撑材料汇编.pdf")}"`);
    expect(xml).toContain('w:anchor="page=46"');
  });

  it("has real footnotes, and drawings with pixels beside them and alternative text", () => {
    const notes = part(bytes, "word/footnotes.xml");
    expect(textOf(notes)).toContain("数据来自样例年报，口径见附件。");
    expect(xml.match(/<w:footnoteReference /gu)).toHaveLength(4);
    expect(xml.match(/svgBlip/gu)).not.toBeNull();
    expect(xml).toContain('descr="柱形图：甲部门220，乙部门140（样例）"');
    // 156 mm is the width of the text block, 36000 units a mm.
    const widths = [...xml.matchAll(/<wp:extent cx="(\d+)"/gu)].map((match) => Number(match[1]) / 36_000);
    expect(widths.map(Math.round)).toEqual([150, 156]);
  });

  it("keeps the last words on the page of issuer and date", async () => {
    const blocks: Block[] = [
      { type: "paragraph", content: [{ type: "text", text: "样例正文" }] },
      { type: "attachment-note", label: "附件", names: ["样例一", "样例二"] },
      { type: "signature", issuer: "样例区政府", date: "2019年10月31日" },
    ];
    const report = { ...everything, blocks };
    const drawn = part(await writeDocx(report, contextFor(report, {})), "word/document.xml");
    const body = drawn.slice(drawn.indexOf("样例正文") - 200);
    const paragraphs = (body.match(/<w:p>.*?<\/w:p>/gsu) ?? []).filter((each) => !each.includes("<w:sectPr"));
    const kept = paragraphs.map((each) => each.includes("<w:keepNext/>"));
    // All but the date, which is the last.
    expect(kept).toEqual([...Array.from({ length: kept.length - 1 }, () => true), false]);
    expect(kept.length).toBeGreaterThan(5);
  });

  it("turns wide tables, and puts the watermark on every page", () => {
    const sections = xml.match(/<w:sectPr>.*?<\/w:sectPr>/gu) ?? [];
    expect(sections.map((each) => each.includes('w:orient="landscape"'))).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
    for (const each of sections) expect(each.match(/headerReference/gu)).toHaveLength(2);
    expect(part(bytes, "word/header1.xml")).toContain('string="草稿　2019-10-31"');
  });
});

const missing = ["soffice", "pdftotext"].filter(
  (name) => spawnSync(name, ["-v"], { timeout: 30_000 }).error !== undefined,
);

/** A report of many pages, and on which of them its headings stand in the PDF. */
async function paged(name: string) {
  const style = styleNamed(name);
  const blocks = [1, 2, 3, 4].flatMap((round) =>
    sampleReport.blocks.map((block) =>
      block.type === "heading"
        ? { ...block, text: `${block.anchor}-${String(round)}#`, anchor: `${block.anchor}-${String(round)}` }
        : block,
    ),
  );
  const chinese: Report = { ...sampleReport, blocks };
  const report: Report = name === "plain-en" ? { ...inEnglish(chinese), language: "en" } : chinese;
  const { language } = report;
  const pack = { report, language, asOf: "2019-10-31", author: "样例" } as unknown as Pack;
  const looks = { style, words: wordsNamed(language), standard: "a-2a" as const, fonts: [] };
  const written = await writeReportPdf(pack, { exhibits: new Map() } as unknown as PagePlan, looks);
  const headingPage = (anchor: string): number | null => written.headings.get(anchor) ?? null;
  return { report, written, bytes: await writeDocx(report, contextFor(report, { style, headingPage })) };
}

describe.skipIf(missing.length > 0)("LibreOffice", () => {
  const styles = ["gb9704", "university", "plain-en"];
  const reports = new Map<string, Awaited<ReturnType<typeof paged>>>();

  // One start of LibreOffice for all.
  beforeAll(async () => {
    const files: string[] = [];
    const put = (name: string, bytes: Uint8Array): void => {
      files.push(join(folder, `${name}.docx`));
      writeFileSync(join(folder, `${name}.docx`), bytes);
    };
    for (const name of styles) {
      const report = await paged(name);
      reports.set(name, report);
      put(`pages-${name}`, report.bytes);
      put(name, await draw(name));
    }
    await renderOffice(folder, files);
  });

  const rendered = (name: string): string[] =>
    execFileSync("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"], { encoding: "utf8" }).split("\f");

  it.each(styles)("numbers the headings as the PDF does: %s", (name) => {
    const text = rendered(name).join("").replaceAll(/\s/gu, "");
    const style = styleNamed(name);
    const headings = everything.blocks.filter((block): block is Heading => block.type === "heading");
    for (const heading of headings) {
      const mark = headingMark(heading, style).replaceAll(/\s/gu, "");
      expect(text).toContain(`${mark}${heading.text}`);
    }
  });

  it.each(styles)("has the pages that the contents say, those of the PDF: %s", (name) => {
    const of = reports.get(name);
    if (of === undefined) throw new Error("no report");
    const pages = of.written.headings;
    const real = pagesOf(rendered(`pages-${name}`));
    const headings = of.report.blocks.filter((block): block is Heading => block.type === "heading");
    const off = headings.map((heading) => {
      const found = real.find(({ text }) => text.includes(heading.text))?.page ?? Number.NaN;
      return Math.abs(found - (pages.get(heading.anchor) ?? Number.NaN));
    });
    expect(headings.length).toBeGreaterThan(40);
    // The two engines break a line of Latin letters or a row differently now and then: few headings, one page.
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
    expect(off.filter((each) => each > 0).length / headings.length).toBeLessThanOrEqual(0.1);
    const count = Math.max(...real.map(({ page }) => page));
    const planned = of.written.pages - (of.written.pages - Math.max(...pages.values()));
    expect(Math.abs(count - planned) / planned).toBeLessThanOrEqual(0.05);
  });
});

/** The same with English words, about as long, for every run of Chinese ones. */
function inEnglish<T>(value: T): T {
  const words = "the district sets aside funds for community education in each of the three years under review; ";
  const translated = (_: string, run: string): string => words.repeat(9).slice(0, run.length * 2);
  const text = JSON.stringify(value).replace(/([\p{Script=Han}，。、“”（）〔〕—：；]+)/gu, translated);
  return JSON.parse(text) as T;
}

/** Pages with a mark in figures, by the number printed on them, without white space. */
const pagesOf = (pages: readonly string[]): { page: number; text: string }[] =>
  pages.flatMap((text) => {
    const mark = /^\D{0,3}(\d+)\D{0,3}$/u.exec(text.trim().split("\n").at(-1)?.trim() ?? "")?.[1];
    return mark === undefined ? [] : [{ page: Number(mark), text: text.replaceAll(/\s/gu, "") }];
  });
