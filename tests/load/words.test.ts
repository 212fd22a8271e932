/** What is read of the words in a file: titles, the beginning, the places of numbers of persons. */
import { describe, expect, it } from "vitest";
import { readWords } from "../../src/load/words.ts";
import type { FileState } from "../../src/model/evidence.ts";
import type { Words } from "../../src/model/words.ts";
import { handmadePdf, line, pagePdf } from "../support/handmade-pdf.ts";
import { zip } from "../support/handed-in.ts";
import { workbookOf } from "../support/workbook.ts";

const readable = (kind: "pdf" | "word" | "sheet" | "text" | "image", format: string): FileState => ({
  type: "readable",
  kind,
  format,
  pages: null,
});

const pdf = (bytes: Buffer): Promise<Words | null> => readWords(bytes, readable("pdf", "pdf"), []);

const docx = (body: string, more: Readonly<Record<string, string>> = {}): Promise<Words | null> =>
  readWords(
    zip({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
      ...more,
    }),
    readable("word", "docx"),
    [],
  );

const paragraph = (...runs: readonly string[]): string =>
  `<w:p><w:pPr/>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join("")}</w:p>`;

/** Pages with a line of text each. */
function pagesPdf(lines: readonly string[]): Buffer {
  const kids = lines.map((_, index) => `${String(4 + 2 * index)} 0 R`).join(" ");
  return handmadePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${String(lines.length)} /MediaBox [0 0 300 400] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...lines.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${String(5 + 2 * index)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      { dict: "", content: line(text, 20, 300) },
    ]),
  ]);
}

describe("a PDF", () => {
  it("tells the beginning of its first page, and the pages with numbers", async () => {
    const words = await pdf(pagesPdf(["Sample notice", "call 13800138000", "nothing", "13900139000, 13700137000"]));
    expect(words).toEqual({
      title: "",
      opening: "Sample notice",
      personal: { idNumbers: 0, phones: 3 },
      places: [
        { type: "page", number: 2 },
        { type: "page", number: 4 },
      ],
      placesInAll: 2,
      whole: true,
    });
  });

  it("without a text layer, and one that is broken, tell nothing", async () => {
    expect(await pdf(pagePdf("0 0 10 10 re f"))).toMatchObject({ opening: "", personal: { idNumbers: 0, phones: 0 } });
    expect(await pdf(Buffer.from("%PDF-1.7 nothing"))).toBeNull();
  });

  it("is read for fifty pages, and says so", async () => {
    const pages = Array.from({ length: 51 }, (_, index) => (index < 50 ? "sample" : "13800138000"));
    expect(await pdf(pagesPdf(pages))).toMatchObject({ personal: { phones: 0 }, whole: false });
    expect(await pdf(pagesPdf(pages.slice(1)))).toMatchObject({
      personal: { phones: 1 },
      places: [{ type: "page", number: 50 }],
      whole: true,
    });
  });
});

describe("a DOCX", () => {
  it("tells its title, and its paragraphs with runs joined", async () => {
    const words = await docx(
      `${paragraph("关于样例的", "通知")}${paragraph(" ")}<w:tbl><w:tc>${paragraph("手机 138", "00138000")}</w:tc></w:tbl>`,
      { "docProps/core.xml": "<cp:coreProperties><dc:title>样例 &amp; 通知</dc:title></cp:coreProperties>" },
    );
    expect(words).toEqual({
      title: "样例 & 通知",
      opening: "关于样例的通知\n手机 138******00",
      personal: { idNumbers: 0, phones: 1 },
      places: [{ type: "paragraph", number: 2 }],
      placesInAll: 1,
      whole: true,
    });
  });

  it("tells a hyphen that ends no line as a hyphen", async () => {
    const title = "附件2</w:t><w:noBreakHyphen/><w:t>1</w:t><w:tab/><w:t>样例";
    expect(await docx(paragraph(title))).toMatchObject({ opening: "附件2-1 样例" });
  });

  it("counts a number once that stands in a text box and its fallback, and none that was deleted", async () => {
    const box = `<w:p><mc:AlternateContent><mc:Choice>${paragraph("13800138000")}</mc:Choice><mc:Fallback>${paragraph("13800138000")}</mc:Fallback></mc:AlternateContent></w:p>`;
    const deleted = "<w:p><w:del><w:r><w:delText>13900139000</w:delText></w:r></w:del></w:p>";
    expect(await docx(box + deleted)).toMatchObject({ personal: { idNumbers: 0, phones: 1 } });
  });

  it("that is no package tells nothing", async () => {
    expect(await readWords(Buffer.from("PK"), readable("word", "docx"), [])).toBeNull();
  });
});

describe("an XLSX", () => {
  it("tells the cells with numbers, typed as text or as numbers, and knows what its head says", async () => {
    const bytes = await workbookOf(
      { name: "说明", rows: [["样例名册"]] },
      {
        name: "名册",
        rows: [
          ["姓名", "身份证号", "电话"],
          ["样例甲", "110105491231002", 13_800_138_000],
          ["样例乙", "11010519491231002X", "无"],
        ],
      },
    );
    expect(await readWords(bytes, readable("sheet", "xlsx"), [])).toMatchObject({
      opening: expect.stringMatching(/^样例名册\n姓名/u),
      personal: { idNumbers: 2, phones: 1 },
      places: ["名册!B2", "名册!C2", "名册!B3"].map((cell) => ({ type: "cell", cell })),
    });
  });
});

describe("a package made to be slow", () => {
  it.each([
    ["word/document.xml", "docx", "<w:p><w:t>"],
    ["word/document.xml", "docx", "<w:t "],
    ["word/document.xml", "docx", "<mc:Fallback>"],
    ["xl/worksheets/sheet1.xml", "xlsx", "<c><v>"],
    ["xl/worksheets/sheet1.xml", "xlsx", "<c "],
    ["xl/sharedStrings.xml", "xlsx", "<si><rPh>"],
  ] as const)("%s in %s of many %s", async (part, format, piece) => {
    const bytes = zip({
      "xl/workbook.xml": '<sheets><sheet name="a" r:id="r1"/></sheets>',
      "xl/_rels/workbook.xml.rels": '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>',
      [part]: piece.repeat(200_000),
    });
    const start = performance.now();
    await readWords(bytes, readable("word", format), []);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe("other files", () => {
  it("a text tells its lines, GBK too", async () => {
    const text = Buffer.concat([Buffer.from([0xd1, 0xf9, 0xc0, 0xfd]), Buffer.from("\r\n13800138000\n")]);
    expect(await readWords(text, readable("text", "txt"), [])).toMatchObject({
      opening: "样例\n138******00",
      places: [{ type: "line", number: 2 }],
    });
  });

  it("pictures and what cannot be read have no words", async () => {
    expect(await readWords(Buffer.from("x"), readable("image", "png"), [])).toBeNull();
    const broken: FileState = { type: "unreadable", reason: "corrupt", format: "pdf" };
    expect(await readWords(Buffer.from("x"), broken, [])).toBeNull();
  });
});
