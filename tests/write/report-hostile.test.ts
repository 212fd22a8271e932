/** A report whose text means harm, or is merely odd: the PDF says what can be said, and names what it cannot show. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Block, Picture } from "../../src/model/document.ts";
import { tempFolder } from "../support/folders.ts";
import { looseFonts, missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";
import { writeDocx } from "../../src/write/docx/write.ts";
import { contextFor, text } from "./docx-sample.ts";
import { counted, figure, paragraph, pdfOf, reportWith, tableOf } from "./report-sample.ts";

const missing = missingTools("pdftotext", "pdffonts");
const folder = tempFolder();

async function textOf(blocks: readonly Block[]): Promise<{ said: string; missing: readonly string[]; file: string }> {
  const written = await pdfOf(reportWith(blocks, { front: [] }), "gb9704");
  const file = path.join(folder, "hostile.pdf");
  writeFileSync(file, written.pdf);
  return { said: squeeze(pageTexts(file).slice(2).join("")), missing: written.missing, file };
}

const deep = (depth: number): Block => ({
  type: "list",
  ordered: depth % 2 === 0,
  items: [[paragraph(`第${String(depth)}层`), ...(depth < 10 ? [deep(depth + 1)] : [])]],
});

it.skipIf(missing.length > 0)(
  `a table of 2,000 rows is drawn whole${needs(missing)}`,
  async () => {
    const { said } = await textOf([tableOf(2000)]);
    for (const row of [1, 777, 2000]) expect(said).toContain(`第${String(row)}行：`);
  },
  60_000,
);

it.skipIf(missing.length > 0)(`a row that is longer than a page runs on${needs(missing)}`, async () => {
  const long = "样例".repeat(3000);
  const { said } = await textOf([
    tableOf(1, { rows: [[text("始"), text(long), text("终"), text("1")].map((cell) => [cell])] }),
  ]);
  expect(said.split("例").length - 1).toBeGreaterThanOrEqual(3000);
  expect(said).toContain("始");
});

it.skipIf(missing.length > 0)(`lists ten deep are drawn whole${needs(missing)}`, async () => {
  const { said } = await textOf([deep(1)]);
  for (let depth = 1; depth <= 10; depth += 1) expect(said).toContain(`第${String(depth)}层`);
});

it.skipIf(missing.length > 0)(`markup of any kind is text${needs(missing)}`, async () => {
  const words = ["#panic(1)", "$x^2$", "*strong*", "<script>", "@cite", "= Head", "\\end{x}", "//comment", "~a~"];
  const { said } = await textOf([paragraph(words.join("，")), { type: "verbatim", text: "#let x = 1\n  *a*\n\t_b_" }]);
  for (const word of words) expect(said).toContain(squeeze(word));
  expect(said).toContain("#letx=1");
});

it.skipIf(missing.length > 0)(`what no font has is named, and the rest is printed${needs(missing)}`, async () => {
  const {
    said,
    missing: lost,
    file,
  } = await textOf([
    counted(1, "标\u0007题\u202E倒\u202C", "odd"),
    paragraph("控\u0000制\u001B符，笑脸😀，阿拉伯文مرحبا，希伯来文שלום，生僻字𠮷𫚖，私用\uE000，完。"),
    tableOf(1, { caption: "图标\u{1F4CA}" }),
  ]);
  expect(lost).toContain("😀");
  expect(lost).toContain("\uE000");
  expect(lost).toContain("\u{1F4CA}");
  expect(said).toContain("控制符，笑脸〓，");
  expect(said).toContain("标题倒");
  expect(said).toContain("完。");
  expect(looseFonts(file)).toEqual([]);
});

it.skipIf(missing.length > 0)(`empty blocks and odd sizes are no fault${needs(missing)}`, async () => {
  const picture = figure.type === "figure" ? figure.picture : null;
  if (picture === null) throw new Error("the sample has no figure");
  const { said } = await textOf([
    { type: "list", ordered: true, items: [] },
    { type: "list", ordered: false, items: [[], [paragraph("只有一项")]] },
    { type: "verbatim", text: "" },
    { type: "attachment-note", label: "附件", names: [] },
    { type: "attachment-note", label: "附件", names: ["唯一的附件"] },
    { type: "signature", issuer: "", date: "" },
    {
      type: "signature",
      issuer: "样例区创建学习型城市工作领导小组办公室及其全体成员单位联合署名",
      date: "2019年1月5日",
    },
    { type: "figure", caption: null, alt: "", picture: { ...picture, width: 900, height: 2 } },
    { type: "figure", caption: "高图", alt: "高", picture: { ...picture, width: 20, height: 4000 } },
    tableOf(0),
    tableOf(2, { columns: [], rows: [] }),
    paragraph(),
  ]);
  for (const words of ["只有一项", "附件：唯一的附件", "联合署名", "高图"]) expect(said).toContain(words);
});

describe("pictures", () => {
  const photo = (): ReturnType<typeof sharp> =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 200, g: 30, b: 30 } } });
  const svg = (inner: string): Promise<Buffer> =>
    Promise.resolve(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">${inner}</svg>`));
  const cases: readonly (readonly [name: string, format: Picture["format"], bytes: () => Promise<Buffer>])[] = [
    ["JPEG in four inks", "jpeg", () => photo().toColourspace("cmyk").jpeg().toBuffer()],
    [
      "PNG of 16 bits with a see-through part",
      "png",
      () => photo().ensureAlpha(0.4).toColourspace("rgb16").png().toBuffer(),
    ],
    ["PNG that says it is a JPEG", "jpeg", () => photo().png().toBuffer()],
    ["drawing with private characters", "svg", () => svg(`<text x="5" y="20">样\uE000例😀</text>`)],
    [
      "drawing that asks for other files",
      "svg",
      () => svg(`<image href="file:///etc/hostname" width="9" height="9"/>`),
    ],
  ];

  it.each(cases)("stops nothing: %s", async (_, format, bytes) => {
    const picture = { format, bytes: await bytes(), width: 60, height: 40 };
    const blocks: Block[] = [{ type: "figure", caption: "样例图", alt: "", picture }, paragraph("其后。")];
    const { pages, missing: lost } = await pdfOf(reportWith(blocks, { front: [] }), "gb9704");
    expect([pages, lost]).toEqual([3, []]);
  });

  it("that nobody could have read are a fault of the program", async () => {
    const broken = (format: Picture["format"], said: string) => {
      const picture = { format, bytes: Buffer.from(said), width: 60, height: 40 };
      return reportWith([{ type: "figure", caption: "样例图", alt: "", picture }], { front: [] });
    };
    await expect(pdfOf(broken("png", "样例"), "gb9704")).rejects.toThrow("cannot be drawn: corrupt");
    await expect(pdfOf(broken("svg", "<svg><g>"), "gb9704")).rejects.toThrow("cannot be drawn: corrupt");
    const report = broken("svg", "<svg><g>");
    await expect(writeDocx(report, contextFor(report))).rejects.toThrow("cannot be drawn: corrupt");
  });

  it("are vectors where they are drawings", async () => {
    const { pdf } = await pdfOf(reportWith([figure], { front: [] }), "gb9704");
    expect(Buffer.from(pdf).includes("/Subtype /Image")).toBe(false);
  });
});
