/** The appendix in Word with every page as a picture, read back. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pictureSections } from "../../src/write/docx/page-pictures.ts";
import { drawingFor } from "../../src/write/docx/drawing.ts";
import { packDocument } from "../../src/write/docx/package.ts";
import { editParts, partsIn, readOoxmlPart } from "../../src/engines/ooxml.ts";
import { probeImage } from "../../src/engines/image.ts";
import { run } from "../cases/run.ts";
import { build, config, plan } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { readPack } from "../support/samples.ts";
import type { PackOnDisk } from "../support/samples.ts";
import { contextFor, withBlocks } from "./docx-sample.ts";
import { faultsOf } from "./docx-read.ts";

const landscape = pagePdf("BT /F1 40 Tf 60 300 Td (MAP) Tj ET", { page: "/MediaBox [0 0 842 595]" });

describe("the appendix in Word, in full", () => {
  const root = path.join(tempFolder(), "workspace");
  let pack: PackOnDisk;
  let bytes: Buffer;
  let xml: string;

  beforeAll(async () => {
    const files = { "evipack.yaml": `${config}appendix: { docx: full, dpi: 72 }\n`, [plan]: landscape };
    build(root, { name: "", about: "", files });
    const ran = await run(["compile"], root);
    if (ran.exitCode > 1) throw new Error(`${ran.out}${ran.err}`);
    pack = readPack(path.join(root, "pack"));
    bytes = readFileSync(pack.file("appendix", "docx"));
    xml = readOoxmlPart(bytes, "word/document.xml") ?? "";
  });

  it("has a picture of each page of its exhibits, as fine as it is asked for, from edge to edge", async () => {
    const pages = pack.manifest.evidence.flatMap(({ pages: at }) => (at === null ? [] : [at]));
    const count = pages.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    const media = [...partsIn(bytes)].filter(([name]) => name.startsWith("word/media/"));
    expect(media).toHaveLength(count);
    const sizes = [];
    for (const [, picture] of media) {
      const probe = await probeImage(Buffer.from(picture), "jpg");
      if (probe.ok && probe.size !== null) sizes.push([probe.size.width, probe.size.height]);
    }
    expect(sizes.filter(([width]) => width === 595)).toHaveLength(count - 1);
    expect(sizes).toContainEqual([842, 595]);
    // 210 and 297 mm in EMU.
    const extents = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/gu)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(extents).toHaveLength(count);
    for (const [width = 0, height = 0] of extents)
      expect([Math.min(width, height) / 36_000, Math.max(width, height) / 36_000].map(Math.round)).toEqual([210, 297]);
  });

  it("tells of each picture which exhibit and page it is, in the order of the bound file", () => {
    const alts = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/gu)].map(([, alt]) => alt);
    const exhibits = pack.manifest.evidence
      .filter(({ pages }) => pages !== null)
      .toSorted((a, b) => (a.pages?.[0] ?? 0) - (b.pages?.[0] ?? 0));
    expect(alts).toEqual(
      exhibits.map(({ title, exhibit, pages }) => `${title}（附件${String(exhibit)}，第${String(pages?.[0])}页）`),
    );
  });

  it("has cover, index and a divider before the pages of each indicator, and no marks of its own on pages", () => {
    const order = [...xml.matchAll(/支撑材料目录|列入规划<|联席会议<|descr="([^"]*)"/gu)].map(
      ([found, alt]) => alt ?? found,
    );
    expect(order.indexOf("支撑材料目录")).toBe(0);
    expect(order.indexOf("规划文件（附件1-1-1-01，第4页）")).toBeGreaterThan(order.indexOf("列入规划<"));
    expect(xml).not.toContain("footerReference");
    expect(xml).toContain('w:orient="landscape"');
  });

  it("is packed as tightly as a delivery packs it, so that it is no larger than what is delivered", () => {
    expect(editParts(bytes, () => undefined).length).toBe(bytes.length);
    const report = readFileSync(pack.file("report", "docx"));
    expect(editParts(report, () => undefined).length).toBe(report.length);
  });

  it("is a sound package, the same bytes each time, and found whole by verify", async () => {
    expect(await faultsOf(bytes)).toEqual([]);
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
    const again = await run(["compile", "--check-reproducible"], root);
    expect(again.exitCode).toBe(0);
  });
});

describe("of several volumes", () => {
  const compiled = async (appendix: string): Promise<Buffer> => {
    const root = path.join(tempFolder(), "workspace");
    const yaml = `${config}appendix: { docx: full, dpi: 72, volumes: section, ${appendix} }\n`;
    build(root, { name: "", about: "", files: { "evipack.yaml": yaml } });
    const ran = await run(["compile"], root);
    if (ran.exitCode > 1) throw new Error(`${ran.out}${ran.err}`);
    return readFileSync(readPack(path.join(root, "pack")).file("appendix", "docx"));
  };
  const xmlOf = (bytes: Buffer): string => readOoxmlPart(bytes, "word/document.xml") ?? "";

  it("each begins with a sheet that tells its number, title, exhibits and pages, and that headings lead to", async () => {
    const bytes = await compiled("cover: true");
    const paragraphs = [...xmlOf(bytes).matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([xml]) => ({
      text: xml.replace(/<[^>]+>/gu, ""),
      opens: xml.includes('<w:outlineLvl w:val="0"/>'),
      alt: /descr="([^"]*)"/u.exec(xml)?.[1] ?? "",
    }));
    const at = (text: string): number => paragraphs.findIndex((each) => each.text === text);
    expect(paragraphs.filter(({ opens }) => opens).map(({ text }) => text)).toEqual([
      "第1册 基本条件",
      "第2册 保障措施",
    ]);
    const texts = paragraphs.map(({ text }) => text);
    for (const text of ["第1册（共2册）", "1-1-1-01至1-1-2-03，共4件", "第2册（共2册）"]) expect(texts).toContain(text);
    // The index, the sheet, the divider, the pages; then the next.
    const pictures = paragraphs.flatMap(({ alt }, index) => (alt.includes("，第1册第") ? [index] : []));
    expect(at("支撑材料总目录")).toBeLessThan(at("第1册 基本条件"));
    expect(at("第1册 基本条件")).toBeLessThan(Math.min(...pictures));
    expect(at("第2册 保障措施")).toBeGreaterThan(Math.max(...pictures));
    expect(await faultsOf(bytes)).toEqual([]);
  });

  it("has no such sheets where no covers are wanted", async () => {
    expect(xmlOf(await compiled("cover: false"))).not.toContain("共2册");
  });
});

it("a page that cannot be drawn is told by its words", async () => {
  const drawing = drawingFor(contextFor(withBlocks([])), { front: [], blocks: [] }, new Map());
  const sections = pictureSections(drawing, [
    { mark: "page-1-1.jpg", points: null, alt: "样例（附件1-1-1-01，第4页）" },
  ]);
  const document = await packDocument(drawing, "样例", sections);
  expect(readOoxmlPart(document, "word/document.xml")).toContain("样例（附件1-1-1-01，第4页）");
});
