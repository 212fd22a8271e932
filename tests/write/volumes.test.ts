/** An appendix of several volumes, read back: names, labels, printed numbers, and links from one file into another. */
import { appendFileSync, cpSync } from "node:fs";
import path from "node:path";
import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../src/schema/manifest.ts";
import { tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadBookmark } from "../support/pdf-read.ts";
import { compile, sampleFolder } from "../support/samples.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");

interface ReadVolume {
  readonly output: Manifest["outputs"][number];
  readonly pdf: ReadPdf;
  readonly texts: readonly string[];
}

interface Place {
  readonly file: string;
  readonly page: number;
  readonly number: number;
  readonly volume: number;
}

describe.skipIf(missing.length > 0).each(["global", "volume"])(
  `volumes by section, numbering %s${needs(missing)}`,
  (numbering) => {
    const folder = tempFolder();
    let pack: Awaited<ReturnType<typeof compile>>;
    let volumes: readonly ReadVolume[];
    /** First page of each exhibit. */
    const places = new Map<string, Place>();

    beforeAll(async () => {
      const workspace = path.join(folder, "workspace");
      cpSync(sampleFolder("unesco"), workspace, { recursive: true });
      appendFileSync(
        path.join(workspace, "evipack.yaml"),
        `\nappendix: { volumes: section, numbering: ${numbering} }\n`,
      );
      pack = await compile(workspace, path.join(folder, "pack"));
      const outputs = pack.manifest.outputs.filter(({ role, format }) => role === "appendix" && format === "pdf");
      volumes = await Promise.all(
        outputs.map(async (output) => {
          const file = path.join(folder, "pack", output.path);
          return { output, pdf: await ReadPdf.open(file), texts: pageTexts(file, "-layout") };
        }),
      );
      const inOrder = pack.manifest.evidence.toSorted(
        (a, b) => (a.volume ?? 0) - (b.volume ?? 0) || (a.pages?.[0] ?? 0) - (b.pages?.[0] ?? 0),
      );
      for (const { exhibit, volume, pages } of inOrder) {
        const output = outputs.find((each) => each.volume === volume);
        if (exhibit === null || pages === null || output === undefined) continue;
        const page = Math.min(pages[0], places.get(exhibit)?.page ?? pages[0]);
        const number = (output.numberedFrom ?? 0) + page - 1;
        places.set(exhibit, { file: output.path, page, number, volume: volume ?? 0 });
      }
    });

    it("are files of their own, named by number and section", () => {
      expect(volumes.map(({ output }) => output.path)).toEqual([
        "evidence-appendix vol. 1 What people and the city gain.pdf",
        "evidence-appendix vol. 2 Where and how people learn.pdf",
        "evidence-appendix vol. 3 What makes it possible.pdf",
      ]);
      expect(volumes.map(({ output }) => output.volume)).toEqual([1, 2, 3]);
      expect(volumes.map(({ pdf }) => pdf.pages)).toEqual(volumes.map(({ output }) => output.pages));
      for (const [id, { volume }] of places) expect(Number(id.slice(0, 1))).toBe(volume);
    });

    it("print on each page its label, which goes on from the volume before or begins anew", () => {
      let next = 1;
      for (const { output, pdf, texts } of volumes) {
        if (numbering === "volume") next = 1;
        expect(output.numberedFrom).toBe(next);
        const numbers = Array.from({ length: pdf.pages }, (_, index) => String(next + index));
        expect(pdf.labels()).toEqual(numbers);
        // The stamp is the last word of a page.
        expect(texts.map((text) => text.trim().split(/\s+/u).at(-1))).toEqual(numbers);
        next += pdf.pages;
      }
    });

    it("have an index each, and the first one of all volumes, whose rows open the other files", () => {
      const [first, ...others] = volumes;
      expect(first?.texts[1]).toContain("Index of all volumes");
      expect(first?.texts.filter((text) => text.includes("Index of volume 1"))).toHaveLength(1);
      for (const [index, { texts }] of others.entries()) {
        expect(texts[1]).toContain(`Index of volume ${String(index + 2)}`);
        expect(texts.join("")).not.toContain("Index of all volumes");
      }
      const elsewhere = [...places.values()]
        .filter(({ volume }) => volume > 1)
        .map(({ file, page }) => `${file} ${String(page)}`);
      const linked = first?.pdf.remoteLinks().map(({ file, page }) => `${file} ${String(page)}`) ?? [];
      expect([...new Set(linked)].toSorted()).toEqual([...new Set(elsewhere)].toSorted());
      const master = squeeze((first?.texts.slice(1, 3) ?? []).join(""));
      for (const { volume, number } of places.values())
        expect(master).toContain(`vol.${String(volume)},${String(number)}`);
    });

    it("jump within a volume to the first page of the exhibit", () => {
      for (const { output, pdf } of volumes) {
        const own = [...places.values()].filter(({ file }) => file === output.path).map(({ page }) => page);
        const jumps = Array.from({ length: pdf.pages }, (_, index) => pdf.links(index + 1).map(({ to }) => to)).flat();
        for (const page of own) expect(jumps).toContain(page);
      }
    });

    it("list in the bookmarks what they hold, and the other volumes", () => {
      for (const { output, pdf } of volumes) {
        const marks = pdf.bookmarks();
        const remote = marks.filter(({ file }) => file !== undefined);
        const others = volumes.map((each) => each.output.path).filter((name) => name !== output.path);
        expect(remote.map(({ file, page }) => [file, page])).toEqual(others.map((name) => [name, 1]));
        const exhibits = leaves(marks.filter(({ file }) => file === undefined)).filter(({ title }) =>
          places.has(title.split(" ")[0] ?? ""),
        );
        const own = [...places].filter(([, { file }]) => file === output.path);
        expect(exhibits.map(({ title, page }) => [title.split(" ")[0], page])).toEqual(
          own.map(([id, { page }]) => [id, page]),
        );
        for (const { title } of exhibits) {
          const { number = 0 } = places.get(title.split(" ")[0] ?? "") ?? {};
          expect(title).toMatch(new RegExp(`\\(p\\. ${String(number)}\\)$`, "u"));
        }
      }
    });

    it("are named where the report cites them, and the links of the report name the right file and page", async () => {
      const report = await ReadPdf.open(pack.file("report", "pdf"));
      const linked = new Set(report.remoteLinks().map(({ file, page }) => `${file} ${String(page)}`));
      for (const { file, page } of places.values()) expect(linked).toContain(`${file} ${String(page)}`);
      const text = squeeze(pageTexts(pack.file("report", "pdf")).join(""));
      for (const { volume, number } of places.values())
        expect(text).toContain(`vol.${String(volume)},${String(number)}`);
    });

    it("have a column in the workbook, and its links name the right file", async () => {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(pack.file("appendix-index", "xlsx"));
      const rows: unknown[][] = [];
      workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
      expect(rows[0]?.[7]).toBe("Volume");
      expect(rows.slice(1).map((row) => [row[0], row[7], row[8]])).toEqual(
        [...places].map(([text, { file, page, volume, number }]) => [
          { text, hyperlink: `${encodeURIComponent(file)}#page=${String(page)}` },
          volume,
          number,
        ]),
      );
    });
  },
);

const leaves = (marks: readonly ReadBookmark[]): ReadBookmark[] =>
  marks.flatMap((each) => (each.children.length === 0 ? [each] : leaves(each.children)));
