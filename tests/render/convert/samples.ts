/** Small Office files made by hand: text, tables, slides, and what pretends to be one. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import exceljs from "exceljs";
import { strToU8, zipSync } from "fflate";

const fonts = ["宋体", "SimSun", "仿宋_GB2312", "黑体", "楷体", "方正小标宋简体", "微软雅黑", "等线", "没有这种字体"];

/** A paper in the fonts that offices use, with a table. */
export async function docxSample(): Promise<Uint8Array> {
  const run = (text: string, font: string): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, font: { ascii: font, eastAsia: font, hAnsi: font } })] });
  const row = (cells: readonly string[]): TableRow =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [run(text, "宋体")] })) });
  const children = [
    run("样例区人民政府关于社区教育经费的批复", "方正小标宋简体"),
    run("样政发〔2019〕8号", "仿宋_GB2312"),
    ...fonts.map((font) => run(`${font}：学习型城市样例`, font)),
    new Table({ rows: [row(["项目", "金额"]), row(["样例甲", "12,000"])] }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A list of many narrow or few wide columns; no page is set up. */
export async function xlsxSample(columns: number, rows: number): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("样例");
  for (let row = 1; row <= rows; row += 1) {
    sheet.addRow(Array.from({ length: columns }, (_, column) => `样例 ${String(row)}-${String(column + 1)}`));
  }
  for (let column = 1; column <= columns; column += 1) sheet.getColumn(column).width = 12;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A workbook of several sheets with a list of `rows` rows each, edited before it is written. */
export async function listsSample(
  lists: Readonly<Record<string, (sheet: exceljs.Worksheet) => void>>,
  rows: number,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const [name, edit] of Object.entries(lists)) {
    const sheet = workbook.addWorksheet(name);
    if (rows > 0) sheet.addRow(["项目", "数量"]);
    for (let row = 2; row <= rows; row += 1) sheet.addRow([`样例 ${String(row)}`, row]);
    edit(sheet);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
const office = "http://schemas.openxmlformats.org";
const relationships = (...all: readonly (readonly [type: string, target: string])[]): Uint8Array =>
  xml(
    `<Relationships xmlns="${office}/package/2006/relationships">${all
      .map(([type, target], index) => {
        const kind = `${office}/officeDocument/2006/relationships/${type}`;
        return `<Relationship Id="rId${String(index + 1)}" Type="${kind}" Target="${target}"/>`;
      })
      .join("")}</Relationships>`,
  );

/** One slide with one line of text, as little as a presentation can be. */
export function pptxSample(): Uint8Array {
  const space = `xmlns:a="${office}/drawingml/2006/main" xmlns:p="${office}/presentationml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`;
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.${type}+xml"/>`;
  const box = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="500000" y="500000"/><a:ext cx="6000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>样例幻灯片</a:t></a:r></a:p></p:txBody></p:sp>`;
  const tree = (content: string): string =>
    `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${content}</p:spTree></p:cSld>`;
  return zipSync({
    "[Content_Types].xml": xml(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("/ppt/presentation.xml", "presentation.main")}${part("/ppt/slides/slide1.xml", "slide")}</Types>`,
    ),
    "_rels/.rels": relationships(["officeDocument", "ppt/presentation.xml"]),
    "ppt/presentation.xml": xml(
      `<p:presentation ${space}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    ),
    "ppt/_rels/presentation.xml.rels": relationships(["slide", "slides/slide1.xml"]),
    "ppt/slides/slide1.xml": xml(`<p:sld ${space}>${tree(box)}</p:sld>`),
  });
}

/** BIFF2 records, which every spreadsheet still reads: a text cell each ([MS-XLS] has the later ones). */
export function xlsSample(cells: readonly string[]): Uint8Array {
  const record = (type: number, data: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  };
  const label = (row: number, text: string): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(row, 0);
    head[7] = text.length;
    return record(0x04, Buffer.concat([head, Buffer.from(text, "latin1")]));
  };
  const begin = record(0x09, Buffer.from([0x02, 0x00, 0x10, 0x00]));
  return Buffer.concat([begin, ...cells.map((text, row) => label(row, text)), record(0x0a, Buffer.alloc(0))]);
}

/** A package that says of one of its parts that it unpacks to a gigabyte. */
export function bombSample(): Uint8Array {
  const zip = Buffer.from(zipSync({ "[Content_Types].xml": xml("<Types/>") }));
  zip.writeUInt32LE(1024 ** 3, zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 24);
  return zip;
}

/** 样例 texts in GB18030, which Node decodes and does not write. */
export const gbk = {
  /** 样例：社区教育 */
  text: Buffer.from("d1f9c0fda3baC9e7C7f8bdccd3fd".toLowerCase(), "hex"),
  /** 材料,金额 */
  head: Buffer.from("b2c4c1cf2cbdf0b6ee", "hex"),
};

const contentTypes = (part: string, type: string): Uint8Array =>
  xml(
    `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
  );

/** A text that prints day and time of its opening; `modified` is when it was last saved, nothing for never told. */
export function dateFields(modified: string): Uint8Array {
  const space = `xmlns:w="${office}/wordprocessingml/2006/main"`;
  const field = (code: string): string =>
    `<w:p><w:fldSimple w:instr=" ${code} "><w:r><w:t>old</w:t></w:r></w:fldSimple></w:p>`;
  const told = `<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>${modified}</dcterms:modified></cp:coreProperties>`;
  return zipSync({
    "[Content_Types].xml": contentTypes("/word/document.xml", "wordprocessingml.document"),
    "_rels/.rels": relationships(["officeDocument", "word/document.xml"]),
    "word/document.xml": xml(
      `<w:document ${space}><w:body>${field("DATE \\@ &quot;yyyy-MM-dd&quot;")}${field("TIME \\@ &quot;HH:mm:ss&quot;")}</w:body></w:document>`,
    ),
    ...(modified === "" ? {} : { "docProps/core.xml": xml(told) }),
  });
}

/** A sheet that computes day and time, without what came of it before. */
export function volatileSheet(): Uint8Array {
  const cell = (at: string, formula: string): string => `<c r="${at}" t="str"><f>${formula}</f></c>`;
  const cells = cell("A1", "TEXT(TODAY(),&quot;yyyy-mm-dd&quot;)") + cell("A2", "TEXT(NOW(),&quot;hh:mm:ss&quot;)");
  const rows = cells.replace(/<c r="A(\d)".*?<\/c>/gu, `<row r="$1">$&</row>`);
  const main = `${office}/spreadsheetml/2006/main`;
  return zipSync({
    "[Content_Types].xml": xml(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": relationships(["officeDocument", "xl/workbook.xml"]),
    "xl/_rels/workbook.xml.rels": relationships(["worksheet", "worksheets/sheet1.xml"]),
    "xl/workbook.xml": xml(
      `<workbook xmlns="${main}" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/worksheets/sheet1.xml": xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  });
}
