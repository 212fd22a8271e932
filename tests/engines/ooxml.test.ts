import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { normaliseOoxml, readOoxmlPart } from "../../src/engines/ooxml.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const decl = '<?xml version="1.0" encoding="UTF-8"?>';

interface Dirt {
  readonly ids: readonly [string, string];
  readonly bookmarks: readonly [number, number];
  readonly stamp: string;
  readonly revision: number;
  readonly mtime: number;
  readonly reversed?: boolean;
}

/** A small document as a library would write it, with what differs from run to run given. */
function document({ ids, bookmarks, stamp, revision, mtime, reversed }: Dirt): Uint8Array {
  const rel = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const rels = [
    rel("rId1", "styles", "styles.xml"),
    rel(ids[1], "hyperlink", "https://b.example/"),
    rel(ids[0], "hyperlink", "https://a.example/"),
  ];
  const mark = (id: number, name: string): string =>
    `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`;
  const parts: [string, string][] = [
    [
      "word/document.xml",
      `${decl}<w:document xmlns:w="w" xmlns:r="${office}"><w:p>${mark(bookmarks[0], "a")}${mark(bookmarks[1], "b")}<w:hyperlink r:id="${ids[0]}"/><w:hyperlink r:id="${ids[1]}"/><w:t>r:id="x" w:id="9"</w:t></w:p></w:document>`,
    ],
    [
      "word/_rels/document.xml.rels",
      `${decl}<Relationships xmlns="r">${(reversed === true ? rels.toReversed() : rels).join("")}</Relationships>`,
    ],
    [
      "docProps/core.xml",
      `${decl}<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified><cp:revision>${revision}</cp:revision></cp:coreProperties>`,
    ],
    ["[Content_Types].xml", "<Types/>"],
    ["word/", ""],
  ];
  return zipSync(
    Object.fromEntries((reversed === true ? parts.toReversed() : parts).map(([path, xml]) => [path, strToU8(xml)])),
    { mtime },
  );
}

const first = document({
  ids: ["rIdabc", "rIdxyz"],
  bookmarks: [7, 9],
  stamp: "2026-01-01T10:11:12Z",
  revision: 1,
  mtime: Date.UTC(2020, 1, 1),
});
const second = document({
  ids: ["rId-Z_9", "rIdAAA"],
  bookmarks: [41, 40],
  stamp: "2025-05-05T00:00:01.123Z",
  revision: 8,
  mtime: Date.UTC(2024, 5, 6),
  reversed: true,
});
const date = "2019-10-31";

describe("normaliseOoxml", () => {
  it("gives equal bytes for equal content, and changes nothing the second time", () => {
    const a = normaliseOoxml(first, { date });
    expect(normaliseOoxml(second, { date })).toEqual(a);
    expect(normaliseOoxml(a, { date })).toEqual(a);
    expect(normaliseOoxml(first, { date: "2019-11-01" })).not.toEqual(a);
  });

  it("puts the content types first, the rest sorted, folders left out", () => {
    expect(Object.keys(unzipSync(normaliseOoxml(second, { date })))).toEqual([
      "[Content_Types].xml",
      "docProps/core.xml",
      "word/_rels/document.xml.rels",
      "word/document.xml",
    ]);
  });

  it("dates the file and fixes its revision", () => {
    const core = readOoxmlPart(normaliseOoxml(second, { date }), "docProps/core.xml");
    expect(core?.match(/2019-10-31T00:00:00Z/g)).toHaveLength(2);
    expect(core).toContain("<cp:revision>1</cp:revision>");
  });

  it("numbers relationships and bookmarks in order of appearance, and keeps what they mean", () => {
    const bytes = normaliseOoxml(second, { date });
    const xml = readOoxmlPart(bytes, "word/document.xml") ?? "";
    expect(xml.match(/<w:hyperlink r:id="[^"]*"/g)).toEqual(['<w:hyperlink r:id="rId1"', '<w:hyperlink r:id="rId2"']);
    expect(xml).toContain(
      '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/><w:bookmarkStart w:id="1" w:name="b"/>',
    );
    const rels = readOoxmlPart(bytes, "word/_rels/document.xml.rels") ?? "";
    expect(rels).toMatch(/Id="rId1"[^>]*a\.example.*Id="rId2"[^>]*b\.example.*Id="rId3"[^>]*styles\.xml/);
  });

  it("leaves text alone that looks like an attribute", () => {
    const xml = strFromU8(unzipSync(normaliseOoxml(first, { date }))["word/document.xml"] ?? new Uint8Array());
    expect(xml).toContain('<w:t>r:id="x" w:id="9"</w:t>');
  });

  it("writes the same zip time in every time zone", () => {
    const zone = process.env["TZ"];
    try {
      const results = ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati", "Africa/Monrovia"].map(
        (name) => {
          process.env["TZ"] = name;
          return normaliseOoxml(first, { date });
        },
      );
      for (const result of results) expect(result).toEqual(results[0]);
      const view = new DataView((results[0] ?? new Uint8Array()).slice().buffer);
      expect(view.getUint16(10, true)).toBe(0);
      expect(view.getUint16(12, true)).toBe((1 << 5) | 1);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("refuses what is no zip file", () => {
    expect(() => normaliseOoxml(strToU8("not a zip file"), { date })).toThrow(/zip/);
  });
});

describe("normaliseOoxml on a workbook of exceljs", () => {
  const build = async (): Promise<Uint8Array> => {
    const { default: excel } = await import("exceljs");
    const book = new excel.Workbook();
    for (const name of ["登记表", "说明"]) {
      const sheet = book.addWorksheet(name);
      sheet.getCell("A1").value = { text: "样例", hyperlink: "https://example.org/" };
    }
    return new Uint8Array(await book.xlsx.writeBuffer());
  };

  it("gives equal bytes at different times, and a file that opens with its links", async () => {
    const a = normaliseOoxml(await build(), { date });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(normaliseOoxml(await build(), { date })).toEqual(a);
    const { default: excel } = await import("exceljs");
    const book = new excel.Workbook();
    const copy = new ArrayBuffer(a.byteLength);
    new Uint8Array(copy).set(a);
    await book.xlsx.load(copy);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["登记表", "说明"]);
    expect(book.worksheets[1]?.getCell("A1").hyperlink).toBe("https://example.org/");
  }, 20_000);
});
