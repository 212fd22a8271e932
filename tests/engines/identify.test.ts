/** What files are, by their bytes alone. */
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { identify } from "../../src/engines/file-type.ts";
import { fitsExtension, isKnownExtension, isTextInDisguise } from "../../src/engines/formats.ts";
import { sourceOfBytes } from "../../src/world.ts";
import { gbk, noise, tinyJpeg, tinyPdf, tinyPng, utf16 } from "../cases/bytes.ts";
import { box, mail, mp4, ole, ooxml, openDocument, shortcut, wav, webloc, zip } from "../support/handed-in.ts";

const text = (value: string): Buffer => Buffer.from(value);
const hex = (value: string): Buffer => Buffer.from(value.replaceAll(" ", ""), "hex");

/** Kind and format, with the failure when there is one. */
async function found(bytes: Buffer, extension = ""): Promise<string> {
  const { kind, format, failure } = await identify(bytes, extension, sourceOfBytes(bytes));
  return [kind, format || "-", ...(failure === null ? [] : [failure])].join(" ");
}

const main = "vnd.openxmlformats-officedocument";
const macro = "vnd.ms";
const word = Buffer.alloc(4096);
const sealedWord = Buffer.alloc(4096);
sealedWord.writeUInt16LE(0x0100, 10);
const sealedSlides = Buffer.alloc(20);
sealedSlides.writeUInt32LE(0xf3d1c4df, 12);

const sealedBook = Buffer.concat([hex("0908 0400 0006 0500 8600 0000 2f00 0200 0100"), Buffer.alloc(4096)]);

describe("identified by content", () => {
  it.each<[what: string, bytes: Buffer, expected: string, extension?: string]>([
    ["PDF", tinyPdf("x"), "pdf pdf"],
    ["PDF behind other bytes", Buffer.concat([text("\n\nsample\n"), tinyPdf("x")]), "pdf pdf"],
    ["PNG", tinyPng(1), "image png", "pdf"],
    ["JPEG", tinyJpeg, "image jpg"],
    ["GIF", hex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b"), "image gif"],
    ["BMP", Buffer.concat([text("BM"), Buffer.alloc(60)]), "image bmp"],
    ["WEBP", Buffer.concat([text("RIFF"), hex("24000000"), text("WEBPVP8 "), Buffer.alloc(24)]), "image webp"],
    ["HEIC", Buffer.concat([box("ftyp", text("heic\0\0\0\0mif1heic")), Buffer.alloc(64)]), "image heic"],
    [
      "HEIC of another brand",
      Buffer.concat([box("ftyp", text("mif1\0\0\0\0mif1heic")), Buffer.alloc(64)]),
      "image heic",
    ],
    ["AVIF", Buffer.concat([box("ftyp", text("avif\0\0\0\0mif1avif")), Buffer.alloc(64)]), "image avif"],
    [
      "JPEG 2000",
      Buffer.concat([hex("0000000c6a5020200d0a870a"), box("ftyp", text("jp2 \0\0\0\0jp2 ")), Buffer.alloc(32)]),
      "image jp2",
    ],
    ["SVG", text('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'), "image svg", "txt"],
    [
      "SVG with a prefix and a document type",
      text('<!DOCTYPE svg [<!ENTITY a "b">]><s:svg xmlns:s="x"/>'),
      "image svg",
    ],

    ["DOCX", ooxml(`${main}.wordprocessingml.document.main+xml`), "word docx"],
    ["DOCM", ooxml(`${macro}-word.document.macroEnabled.main+xml`), "word docm"],
    ["DOTX", ooxml(`${main}.wordprocessingml.template.main+xml`), "word dotx"],
    ["XLSX", ooxml(`${main}.spreadsheetml.sheet.main+xml`, "xl/workbook.xml"), "sheet xlsx"],
    ["XLSM", ooxml(`${macro}-excel.sheet.macroEnabled.main+xml`, "xl/workbook.xml"), "sheet xlsm"],
    ["XLSB", ooxml(`${macro}-excel.sheet.binary.macroEnabled.main`, "xl/workbook.bin"), "sheet xlsb"],
    ["PPTX", ooxml(`${main}.presentationml.presentation.main+xml`, "ppt/presentation.xml"), "slides pptx"],
    ["PPSX", ooxml(`${main}.presentationml.slideshow.main+xml`, "ppt/presentation.xml"), "slides ppsx"],
    ["POTM", ooxml(`${macro}-powerpoint.template.macroEnabled.main+xml`, "ppt/presentation.xml"), "slides potm"],
    ["VSDX", ooxml(`${macro}-visio.drawing.main+xml`, "visio/document.xml"), "unknown vsdx"],
    ["DOCX whose types are silent", ooxml("xml"), "word docx"],
    ["DOCX cut short", ooxml(`${main}.wordprocessingml.document.main+xml`).subarray(0, 400), "word docx corrupt"],
    ["ODT", openDocument("text"), "word odt"],
    ["ODT template", openDocument("text-template"), "word odt"],
    ["ODS", openDocument("spreadsheet"), "sheet ods"],
    ["ODP", openDocument("presentation"), "slides odp"],
    ["ODT with a password", openDocument("text", "<manifest:encryption-data/>"), "word odt encrypted"],
    ["OFD", zip({ "OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>" }), "unknown ofd"],
    ["ZIP of anything", zip({ "样例.docx": "x", "b/": "" }), "archive zip", "docx"],
    ["ZIP without entries", hex(`504b0506${"00".repeat(18)}`), "archive zip"],
    ["ZIP cut short", zip({ "样例.txt": "x" }).subarray(0, 40), "archive zip"],
    ["ZIP with a PDF at its head", zip({ "a.pdf": "%PDF-1.4" }), "archive zip"],
    ["RAR", hex("526172211a0700cf907300000d00000000000000"), "archive rar"],
    ["7z", hex("377abcaf271c0004000000000000000000000000"), "archive 7z"],
    ["GZIP", hex("1f8b0800000000000003030000000000"), "archive gz"],

    ["DOC", ole({ WordDocument: word }), "word doc"],
    ["DOC in a file of WPS", ole({ WordDocument: word }), "word doc", "wps"],
    ["XLS", ole({ Workbook: word }), "sheet xls", "doc"],
    ["XLS of old", ole({ Book: word }), "sheet xls"],
    ["PPT", ole({ "PowerPoint Document": word, "Current User": Buffer.alloc(20) }), "slides ppt"],
    ["MSG", ole({ "__properties_version1.0": word }), "mail msg"],
    ["Visio", ole({ VisioDocument: word }), "unknown vsd"],
    ["OLE of anything", ole({ Sample: word }), "unknown -"],
    ["DOC with a password", ole({ WordDocument: sealedWord }), "word doc encrypted"],
    ["PPT with a password", ole({ "PowerPoint Document": word, "Current User": sealedSlides }), "slides ppt encrypted"],
    ["XLS with a password", ole({ Workbook: sealedBook }), "sheet xls encrypted"],
    ["DOCX with a password", ole({ EncryptedPackage: word, EncryptionInfo: word }), "word docx encrypted", "docx"],
    ["PPTX with a password", ole({ EncryptedPackage: word, EncryptionInfo: word }), "slides pptx encrypted", "pptx"],
    ["DOC cut short", ole({ WordDocument: Buffer.alloc(60_000, 1) }).subarray(0, 20_000), "word doc corrupt", "doc"],
    ["RTF", text("{\\rtf1\\ansi sample}"), "word rtf", "doc"],
    ["Excel 4 without a container", hex(`0904 0600 0000 1000 ${"00".repeat(64)}`), "sheet xls"],
    ["Word 2 without a container", hex(`dba5 2d00 ${"00".repeat(64)}`), "word doc"],
    [
      "Word as XML",
      text('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      "word word-xml",
    ],
    [
      "Excel as XML",
      text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      "sheet excel-xml",
      "xls",
    ],

    ["text", text("样例\n"), "text txt"],
    ["text that begins like a bitmap", text("BMI 样例"), "text txt"],
    ["PostScript", text("%!PS-Adobe-3.0 EPSF-3.0\n"), "unknown eps", "eps"],
    ["text in GBK", gbk("", "\r\n"), "text txt", "txt"],
    ["text in UTF-16", utf16("样例\n"), "text txt", "txt"],
    ["table of text", text("样例,1\n"), "sheet csv", "csv"],
    ["table of text in GBK", gbk("a,", "\n"), "sheet csv", "csv"],
    ["HTML", text("<!-- x -->\n<!DOCTYPE html>\n<p>样例</p>"), "web html", "txt"],
    ["HTML as a program exports it", text("<table><tr><td>样例</td></tr></table>"), "web html", "xls"],
    ["HTML in GBK", gbk("<html><body>", "</body></html>"), "web html"],
    ["HTML in UTF-16", utf16("<html><body>样例"), "web html"],
    ["XML", text('<?xml version="1.0"?><a/>'), "text xml"],
    ["mail", mail(), "mail eml", "txt"],
    ["mail of few words", text("Subject: sample\n\nsample"), "mail eml", "eml"],
    ["text that begins like a mail", text("Note: sample\nTo: do\n\nsample"), "text txt", "txt"],
    [
      "saved web page",
      text(
        "From: <Saved by Sample>\nSubject: x\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n",
      ),
      "web mht",
    ],
    ["shortcut", shortcut("https://example.org/"), "link url", "txt"],
    [
      "shortcut behind another section",
      text("[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nURL=x\r\n"),
      "link url",
    ],
    ["shortcut of a Mac", webloc("https://example.org/"), "link webloc", "txt"],
    ["binary shortcut of a Mac", hex("62706c6973743030 d101025355524c5f 1000 68747470"), "link webloc", "webloc"],

    ["WAV", wav(1), "audio wav"],
    ["MP4", mp4(1, 16, 16), "video mp4"],
    ["WMV", hex("3026b2758e66cf11a6d900aa0062ce6c 0000000000000000 00000000 0102"), "video wmv", "wmv"],
    ["RealMedia", text(".RMF\0\0\0\u0012sample"), "video rm"],
    ["voice of WeChat", text("\u0002#!SILK_V3sample"), "audio silk"],
    ["AMR", text("#!AMR\n\0\u0004sample"), "audio amr"],

    ["noise", noise(3000), "unknown -"],
    ["zeros", Buffer.alloc(100), "unknown -"],
  ])("%s", async (_, bytes, expected, extension) => {
    expect(await found(bytes, extension)).toBe(expected);
  });

  it("never unpacks more of a zip file than a part that names the format", async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    expect(packed.length).toBeLessThan(100_000);
    const name = text("[Content_Types].xml");
    const sizes = (size: number): Buffer => {
      const bytes = Buffer.alloc(12);
      bytes.writeUInt32LE(packed.length, 4);
      bytes.writeUInt32LE(size, 8);
      return bytes;
    };
    const local = Buffer.concat([hex("504b0304 1400 0000 0800 0000 2100"), sizes(100), hex("1300 0000"), name, packed]);
    const central = Buffer.concat([
      hex("504b0102 1400 1400 0000 0800 0000 2100"),
      sizes(100),
      hex(`1300 ${"00".repeat(16)}`),
      name,
    ]);
    const end = Buffer.concat([hex("504b0506 0000 0000 0100 0100"), Buffer.alloc(10)]);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    expect(await found(Buffer.concat([local, central, end]))).toBe("archive zip");
  });

  it("knows a file too large to be held by its head", async () => {
    const whole = ole({ WordDocument: word });
    const source = { size: 600 * 1024 * 1024, read: () => Promise.resolve(new Uint8Array()) };
    expect(await identify(whole.subarray(0, 4096), "doc", source)).toMatchObject({ format: "doc", failure: null });
    expect(await identify(whole.subarray(0, 512), "ppt", source)).toMatchObject({ format: "ppt", failure: null });
  });
});

describe("extensions", () => {
  it.each([
    ["jpeg", "jpg", true],
    ["jpe", "jpg", true],
    ["jfif", "png", false],
    ["docm", "docm", true],
    ["docx", "docm", false],
    ["wps", "doc", true],
    ["wps", "docx", true],
    ["et", "xls", true],
    ["dps", "ppt", true],
    ["doc", "rtf", false],
    ["xls", "html", false],
    ["xls", "excel-xml", true],
    ["htm", "html", true],
    ["m4v", "mp4", true],
    ["txt", "txt", true],
    ["log", "txt", true],
    ["", "txt", true],
    ["pdf", "txt", false],
    ["docx", "zip", false],
    ["", "pdf", false],
    ["heif", "heic", true],
    ["tgz", "gz", true],
    ["z", "Z", true],
    ["ofd", "ofd", true],
  ])(".%s fits %s: %s", (extension, format, fits) => {
    expect(fitsExtension(extension, format)).toBe(fits);
  });

  it.each([
    ["pdf", true],
    ["docx", true],
    ["mp4", true],
    ["msg", true],
    ["wps", false],
    ["csv", false],
    ["xyz", false],
    ["", false],
  ])("contents of .%s are always recognised: %s", (extension, known) => {
    expect(isKnownExtension(extension)).toBe(known);
  });

  it.each([
    ["docx", "txt", true],
    ["xlsx", "html", true],
    ["pdf", "xml", true],
    ["jpg", "txt", true],
    ["doc", "html", false],
    ["xls", "txt", false],
    ["wps", "txt", false],
    ["txt", "txt", false],
    ["htm", "html", false],
    ["docx", "pdf", false],
    ["docx", "rtf", false],
  ])(".%s of %s is text in disguise: %s", (extension, format, disguised) => {
    expect(isTextInDisguise(extension, format)).toBe(disguised);
  });
});
