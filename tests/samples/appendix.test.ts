/** The appendix PDF of the samples, read back: every number leads to the page that it names. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { compareNames } from "../../src/model/order.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadBookmark, ReadLink } from "../support/pdf-read.ts";
import { exhibitsOf, samplePack } from "../support/samples.ts";
import type { SampleName, PrintedExhibit } from "../support/samples.ts";
import { attempt, looseFonts, missingTools, needs, pageTexts, run, squeeze } from "../support/tools.ts";

const missing = missingTools("qpdf", "pdffonts", "pdftotext");

interface Sample {
  readonly name: SampleName;
  /** Words before the number of an exhibit in the stamp. */
  readonly stamp: string;
  readonly bookmark: (title: string, page: number) => string;
  readonly titles: readonly [cover: string, index: string];
  readonly sections: readonly string[];
  readonly back: string;
}

const samples: readonly Sample[] = [
  {
    name: "fenghua",
    stamp: "附件",
    bookmark: (title, page) => `${title}（第${String(page)}页）`,
    titles: ["支撑材料汇编", "支撑材料目录"],
    sections: ["1 基本条件", "2 保障措施", "3 建设成效"],
    back: "返回目录",
  },
  {
    name: "unesco",
    stamp: "Exhibit ",
    bookmark: (title, page) => `${title} (p. ${String(page)})`,
    titles: ["Evidence appendix", "Index of evidence"],
    sections: ["1 What people and the city gain", "2 Where and how people learn", "3 What makes it possible"],
    back: "Back to the index",
  },
];

describe.skipIf(missing.length > 0).each(samples)(`appendix of $name${needs(missing)}`, (sample) => {
  let file: string;
  let report: string;
  let pdf: ReadPdf;
  let texts: readonly string[];
  let words: readonly (readonly Word[])[];
  let exhibits: readonly PrintedExhibit[];
  let bookmarks: readonly ReadBookmark[];

  beforeAll(async () => {
    const pack = await samplePack(sample.name);
    [file, report] = [pack.file("appendix", "pdf"), pack.file("report", "pdf")];
    pdf = await ReadPdf.open(file);
    texts = pageTexts(file, "-layout");
    words = wordsOf(file);
    exhibits = exhibitsOf(pack.manifest);
    bookmarks = pdf.bookmarks();
  });

  const textOf = (page: number): string => squeeze(texts[page - 1] ?? "");
  const owner = (page: number): PrintedExhibit | undefined =>
    exhibits.find(({ first, last }) => first <= page && page <= last);
  const indexFrom = (): number => bookmarks[1]?.page ?? 0;
  const dividers = (): (ReadBookmark & { page: number })[] =>
    bookmarks
      .slice(2)
      .flatMap((section) => section.children)
      .map((each) => ({ ...each, page: each.page ?? 0 }));
  const indexPages = (): number[] => range(indexFrom(), (dividers()[0]?.page ?? 0) - 1);

  it("is sound, as is the report, and every font in both is embedded", () => {
    for (const each of [file, report]) {
      const { code, said } = attempt("qpdf", ["--check", each]);
      expect(said).toContain("No syntax or stream encoding errors found");
      expect(code).toBe(0);
      expect(looseFonts(each)).toEqual([]);
    }
  });

  it("prints on every page its own number, and on pages of evidence the exhibit", () => {
    expect(texts).toHaveLength(pdf.pages);
    const stamp = new RegExp(`${squeeze(sample.stamp)}[\\d.-]+·\\d+`, "gu");
    const evidence = range(1, pdf.pages).flatMap((page) => {
      const shown = owner(page);
      return shown === undefined
        ? []
        : [{ page, stamps: [squeeze(`${sample.stamp}${shown.exhibit}·${String(page)}`)] }];
    });
    expect(evidence.map(({ page }) => ({ page, stamps: textOf(page).match(stamp) }))).toEqual(evidence);
    const own = range(1, pdf.pages).filter((page) => owner(page) === undefined);
    expect(own.flatMap((page) => textOf(page).match(stamp) ?? [])).toEqual([]);
    // Its number is the last word of a page of our own.
    const last = own.map((page) => (texts[page - 1] ?? "").trim().split(/\s+/u).at(-1));
    expect(last).toEqual(own.map(String));
  });

  it("numbers its pages from 1 in the reader too", () => {
    expect(pdf.labels()).toEqual(range(1, pdf.pages).map(String));
  });

  it("is tiled by cover, index, dividers and exhibits: no page twice, none left over", () => {
    const codes = [...new Set(exhibits.map(({ indicator }) => indicator))];
    expect(dividers()).toHaveLength(codes.length);
    const parts = [
      [1, indexFrom() - 1],
      [indexFrom(), (dividers()[0]?.page ?? 0) - 1],
      ...dividers().map(({ page, children }) => [page, (children[0]?.page ?? 0) - 1]),
      ...exhibits.map(({ first, last }) => [first, last]),
    ].toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    expect(parts.flatMap(([first = 0, last = 0]) => range(first, last))).toEqual(range(1, pdf.pages));
  });

  it("has bookmarks section > indicator > exhibit, each leading to its page", () => {
    const [cover, index, ...sections] = bookmarks;
    expect(cover?.title).toBe(sample.bookmark(sample.titles[0], 1));
    expect(cover?.page).toBe(1);
    expect(index?.title).toBe(sample.bookmark(sample.titles[1], indexFrom()));
    expect(textOf(indexFrom())).toContain(squeeze(sample.titles[1]));
    expect(sections.map(({ title }) => title)).toEqual(
      sample.sections.map((title, at) => sample.bookmark(title, sections[at]?.page ?? 0)),
    );
    for (const section of sections) expect(section.page).toBe(section.children[0]?.page);
    for (const divider of dividers()) {
      const [, code = "", title = ""] = /^(\S+) (.*?)(?:（第\d+页）| \(p\. \d+\))$/u.exec(divider.title) ?? [];
      expect(divider.title).toBe(sample.bookmark(`${code} ${title}`, divider.page));
      expect(textOf(divider.page)).toContain(squeeze(code));
      expect(textOf(divider.page)).toContain(squeeze(title));
      expect(owner(divider.page)).toBeUndefined();
      const below = exhibits.filter(({ indicator }) => indicator === code);
      expect(divider.children.map((each) => [each.title, each.page, each.children])).toEqual(
        below.map(({ exhibit, title: named, first }) => [sample.bookmark(`${exhibit} ${named}`, first), first, []]),
      );
    }
  });

  it("names in each row of its index the pages of the exhibit, also below another indicator that it proves", () => {
    const codes = [...new Set(exhibits.flatMap(({ indicators }) => indicators))].toSorted(compareNames);
    const told = codes.flatMap((code) => [
      ...exhibits.filter(({ indicator }) => indicator === code),
      ...exhibits.filter(({ indicator, indicators }) => indicator !== code && indicators.includes(code)),
    ]);
    expect(told.length).toBeGreaterThanOrEqual(exhibits.length);
    const rows = indexPages().flatMap((page) => words[page - 1] ?? []);
    const numbers = rows.filter(({ text }) => exhibits.some(({ exhibit }) => exhibit === text));
    expect(numbers.map(({ text }) => text)).toEqual(told.map(({ exhibit }) => exhibit));
    for (const [at, { first, last }] of told.entries()) {
      const from = numbers[at];
      if (from === undefined) throw new Error("a row is missing");
      // The page number ends the row, level with the exhibit number.
      const level = rows.filter((word) => word.page === from.page && word.middle === from.middle);
      const row = level.at(-1);
      expect([from.text, row?.text]).toEqual([
        from.text,
        first === last ? String(first) : `${String(first)}–${String(last)}`,
      ]);
    }
  });

  it("jumps from each row of the index, and of the dividers, to the first page of the exhibit", () => {
    const texted = (pages: readonly number[]) =>
      pages.flatMap((page) =>
        pdf.links(page).map((link) => ({ to: link.to, text: textIn(link, words[page - 1] ?? []) })),
      );
    /** Where the links of each exhibit lead. */
    const jumps = (links: ReturnType<typeof texted>): Map<string, Set<number | null>> => {
      const found = new Map<string, Set<number | null>>();
      for (const { to, text } of links) {
        const id = exhibits.find(({ exhibit }) => text.includes(exhibit));
        if (id !== undefined) found.set(id.exhibit, (found.get(id.exhibit) ?? new Set()).add(to));
      }
      return found;
    };
    const fromIndex = texted(indexPages());
    const fromDividers = texted(dividers().flatMap(({ page, children }) => range(page, (children[0]?.page ?? 0) - 1)));
    expect([...fromIndex, ...fromDividers].filter(({ to }) => to === null)).toEqual([]);
    const expected = new Map(exhibits.map(({ exhibit, first }) => [exhibit, new Set([first])]));
    expect(jumps(fromIndex)).toEqual(expected);
    expect(jumps(fromDividers)).toEqual(expected);
    const back = fromDividers.filter(({ text }) => squeeze(text) === squeeze(sample.back));
    expect(new Set(back.map(({ to }) => to))).toEqual(new Set([indexFrom()]));
    expect(back.length).toBeGreaterThanOrEqual(dividers().length);
    for (const page of indexPages()) {
      const targets = new Set(pdf.links(page).map(({ to }) => to));
      const rows = exhibits.filter(({ exhibit }) => textOf(page).includes(squeeze(exhibit)));
      expect(targets).toEqual(new Set(rows.map(({ first }) => first)));
    }
  });

  it("keeps none of the addresses that stood for pages while it was made", () => {
    expect(readFileSync(file).includes("evipack:")).toBe(false);
    const uris = range(1, pdf.pages).flatMap((page) => pdf.links(page).map(({ uri }) => uri));
    expect(uris.filter((uri) => uri?.startsWith("evipack") === true)).toEqual([]);
  });
});

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  /** Height of its middle on the page, in points, rounded. */
  readonly middle: number;
}

/** Words of each page with their places, from top to bottom; `2-1-1-01` and `45–52` are one word each. */
function wordsOf(file: string): Word[][] {
  const pages = run("pdftotext", ["-bbox", file, "-"]).split("<page ").slice(1);
  return pages.map((html, index) => wordsIn(html, index + 1));
}

function wordsIn(html: string, page: number): Word[] {
  const pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<\/word>/gu;
  return [...html.matchAll(pattern)]
    .map(([, left = "", top = "", bottom = "", text = ""]) => ({
      page,
      text,
      left: Number(left),
      middle: Math.round((Number(top) + Number(bottom)) / 2),
    }))
    .toSorted((a, b) => a.middle - b.middle || a.left - b.left);
}

const textIn = ({ box }: ReadLink, words: readonly Word[]): string =>
  words
    .filter(({ left, middle }) => left >= box.left - 2 && left < box.right && middle >= box.top && middle <= box.bottom)
    .map(({ text }) => text)
    .join(" ");
