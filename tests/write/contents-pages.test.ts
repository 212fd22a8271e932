/** The contents of the samples' reports against the pages on which the headings stand, in both forms. */
import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tempFolder } from "../support/folders.ts";
import { renderOffice } from "../support/office.ts";
import { samplePack } from "../support/samples.ts";
import type { CompiledPack } from "../support/samples.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";
import { part, textOf } from "./docx-read.ts";

const names = ["fenghua", "unesco"] as const;
const missing = missingTools("pdftotext");
const missingOffice = [...missing, ...missingTools("soffice")];

interface Entry {
  readonly title: string;
  readonly page: number;
}

/** Lines of the contents, as they stand in the file. */
function contentsOf(docx: string): Entry[] {
  const contents = /<w:sdt>.*?<\/w:sdt>/su.exec(part(readFileSync(docx), "word/document.xml"))?.[0] ?? "";
  return textOf(contents.replace(/<w:instrText.*?<\/w:instrText>/gsu, ""))
    .split("\n")
    .flatMap((line) => {
      const [title = "", page] = line.split("\t");
      return page === undefined ? [] : [{ title: squeeze(title), page: Number(page) }];
    });
}

/** Body pages by the number that is printed on them: lines without white space. */
const bodyOf = (pdf: string): ReadonlyMap<number, readonly string[]> =>
  new Map(
    pageTexts(pdf, "-layout").flatMap((text): [number, string[]][] => {
      const lines = text
        .split("\n")
        .map(squeeze)
        .filter((line) => line !== "");
      const mark = /^\D{0,3}(\d+)\D{0,3}$/u.exec(lines.at(-1) ?? "")?.[1];
      return mark === undefined ? [] : [[Number(mark), lines.slice(0, -1)]];
    }),
  );

/** The page of each heading: its words fill lines of their own, in the order of the contents. */
function realPages(pdf: string, entries: readonly Entry[]): (number | null)[] {
  const lines = [...bodyOf(pdf)].flatMap(([page, all]) => all.map((line) => ({ page, line })));
  let from = 0;
  return entries.map(({ title }) => {
    const at = lines.findIndex(
      ({ line }, index) => index >= from && title.startsWith(line) && startsAt(lines, index, title),
    );
    if (at === -1) return null;
    from = at + 1;
    return lines[at]?.page ?? null;
  });
}

function startsAt(lines: readonly { readonly line: string }[], index: number, title: string): boolean {
  let words = "";
  for (const { line } of lines.slice(index, index + 3)) {
    words += line;
    if (words === title) return true;
  }
  return false;
}

describe.skipIf(missing.length > 0)(`contents of the samples${needs(missing)}`, () => {
  const folder = tempFolder();
  const packs = new Map<string, CompiledPack>();
  const file = (name: string, format: "pdf" | "docx"): string => packs.get(name)?.file("report", format) ?? "";
  const rendered = (name: string): string => path.join(folder, `${name}.pdf`);

  beforeAll(async () => {
    for (const name of names) packs.set(name, await samplePack(name));
    if (missingOffice.length > 0) return;
    const copies = names.map((name) => path.join(folder, `${name}.docx`));
    for (const [at, name] of names.entries()) copyFileSync(file(name, "docx"), copies[at] ?? "");
    await renderOffice(folder, copies);
  });

  it.each(names)("are those of the pages of the PDF: %s", (name) => {
    const entries = contentsOf(file(name, "docx"));
    expect(entries.length).toBeGreaterThan(70);
    expect(realPages(file(name, "pdf"), entries)).toEqual(entries.map(({ page }) => page));
  });

  it.skipIf(missingOffice.length > 0).each(names)(
    `are those of the pages of the DOCX, as LibreOffice lays it out: %s${needs(missingOffice)}`,
    (name) => {
      const entries = contentsOf(file(name, "docx"));
      const real = realPages(rendered(name), entries);
      expect(real).not.toContain(null);
      // None is wrong as this is written. A text that is changed may bring a line that just fits in one form and not in
      // the other: what follows it, up to the next table or part that has room to spare, may be a page off.
      const wrong = entries.filter(({ page }, at) => page !== real[at]);
      expect(wrong.length).toBeLessThanOrEqual(Math.ceil(entries.length * 0.03));
      expect(Math.max(...bodyOf(rendered(name)).keys())).toBe(Math.max(...bodyOf(file(name, "pdf")).keys()));
    },
  );
});
