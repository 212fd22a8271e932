/** What is done before and after the engine, without one: sheets, web pages, encodings, bombs, dates, settings. */
import { strFromU8, unzipSync, zipSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/engines/csv.ts";
import { lastSaved } from "../../../src/engines/office-date.ts";
import { readOoxmlPart } from "../../../src/engines/ooxml.ts";
import { steadyPdf } from "../../../src/engines/pdf-dates.ts";
import { decodeAny } from "../../../src/engines/text.ts";
import { partsOf, salvagedParts, weighZip } from "../../../src/engines/zip-parts.ts";
import { converterOfEnvironment, converterSettings } from "../../../src/load/converter.ts";
import { withPageSetup } from "../../../src/render/convert/sheet-page.ts";
import { inertHtml, textAsOdt } from "../../../src/render/convert/text-page.ts";
import { ole } from "../../support/handed-in.ts";
import { bombSample, dateFields, gbk, xlsxSample } from "./samples.ts";

describe("the page of a sheet", () => {
  const sheet = async (columns: number, edit: (xml: string) => string = (xml) => xml): Promise<string | null> => {
    const parts = unzipSync(await xlsxSample(columns, 3));
    const path = "xl/worksheets/sheet1.xml";
    parts[path] = strToU8(edit(strFromU8(parts[path] ?? new Uint8Array())));
    const edited = withPageSetup(zipSync(parts));
    return edited === null
      ? null
      : (/<pageSetup[^>]*>(?!.*<pageSetup)/u.exec(readOoxmlPart(edited, path) ?? "")?.[0] ?? "");
  };
  const before = (tag: string, added: string) => (xml: string) => xml.replace(tag, `${added}${tag}`);

  it.each<[number, string]>([
    [3, `<pageSetup paperSize="9" orientation="portrait" scale="100"/>`],
    [9, `<pageSetup paperSize="9" orientation="landscape" scale="100"/>`],
    [14, `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`],
    [60, `<pageSetup paperSize="9" orientation="landscape" scale="55"/>`],
  ])("of %i columns", async (columns, setup) => {
    expect(await sheet(columns)).toBe(setup);
  });

  it.each<[string, (xml: string) => string]>([
    [
      "landscape",
      (xml) =>
        xml
          .replace(/<pageSetup[^>]*>/u, "")
          .replace("</worksheet>", `<pageSetup orientation="landscape"/></worksheet>`),
    ],
    [
      "scale",
      (xml) => xml.replace(/<pageSetup[^>]*>/u, "").replace("</worksheet>", `<pageSetup scale="70"/></worksheet>`),
    ],
    ["breaks", before("</worksheet>", `<rowBreaks count="1" manualBreakCount="1"><brk id="2" man="1"/></rowBreaks>`)],
    ["broken", (xml) => xml.replace("</sheetData>", "")],
  ])("is left as its author set it: %s", async (_, edit) => {
    expect(await sheet(60, edit)).toBeNull();
  });
});

describe("text", () => {
  const wide = Buffer.from("样例 a", "utf16le");
  it.each<[string, Uint8Array, string]>([
    ["GB18030", gbk.text, "样例：社区教育"],
    ["UTF-8", Buffer.from("样例"), "样例"],
    ["UTF-16 with BOM", Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), "样例 a"],
    ["UTF-16 without BOM", Buffer.from("sample text", "utf16le"), "sample text"],
    ["UTF-16, the other order", Buffer.from("sample text", "utf16le").swap16(), "sample text"],
  ])("of %s is read", (_, bytes, text) => {
    expect(decodeAny(bytes).replace("\ufeff", "")).toBe(text);
  });

  it("is data in the page made of it", () => {
    const content = readOoxmlPart(textAsOdt(Buffer.from("a  b\t<样例>&\u0001\r\n二"), 1), "content.xml") ?? "";
    expect(/<office:text>(.*)<\/office:text>/u.exec(content)?.[1]).toBe(
      `<text:p>a <text:s text:c="1"/>b<text:tab/>&lt;样例&gt;&amp;\ufffd</text:p><text:p>二</text:p>`,
    );
  });

  it.each<[string, readonly (readonly string[])[]]>([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a\tb\n1\t2,5\n",
      [
        ["a", "b"],
        ["1", "2,5"],
      ],
    ],
    [
      '"a,b";c\n1;2\n',
      [
        ["a,b", "c"],
        ["1", "2"],
      ],
    ],
    [
      'a,"b\n1,2\n',
      [
        ["a", '"b'],
        ["1", "2"],
      ],
    ],
    ["a\nb,c\n", [["a"], ["b", "c"]]],
  ])("in rows: %j", (text, rows) => {
    expect(readCsv(text, 10)).toEqual(rows);
  });
});

describe("a web page", () => {
  it("loads nothing by itself", () => {
    const html = inertHtml(
      Buffer.from(`<html><head><meta charset="gbk"><base href="http://x/"><link rel=stylesheet href="http://x/a.css">
<style>@import "http://x/b.css"; p { background: url(http://x/c.png) }</style></head>
<body background="http://x/d.png"><p style="background:url('http://x/e.png')">sample<img src="http://x/f.png" srcset=http://x/g.png>
<img src="data:image/png;base64,AAAA"><a href="http://x/kept">link</a><iframe src="http://x/h"></iframe><object data="http://x/i"></object>
<script src="http://x/j.js">document.write("http://x/k")</script><svg><image xlink:href="http://x/l.png"/></svg></p></body></html>`),
    ).toString("utf8");
    expect(html.match(/http:\/\/x\/[a-z.]*/gu)).toEqual(["http://x/kept"]);
    expect(html).toContain("data:image/png;base64,AAAA");
    expect(html).toContain("charset=utf-8");
  });
});

describe("a zip file", () => {
  const package_ = zipSync({ "a.xml": strToU8("sample ".repeat(100)), "b.xml": strToU8("<b/>") });

  it("is weighed before it is unpacked", () => {
    expect([weighZip(package_, 10_000), weighZip(package_, 500), weighZip(package_.subarray(0, 60), 500)]).toEqual([
      "fits",
      "too-large",
      "broken",
    ]);
    expect(weighZip(bombSample(), 512 * 1024 * 1024)).toBe("too-large");
  });

  it("that lies about its size is found out", () => {
    const lying = Buffer.from(package_);
    const entry = lying.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    lying.writeUInt32LE(1, entry + 24);
    expect(weighZip(lying, 500)).toBe("too-large");
  });

  it("that is cut short gives what can be read", () => {
    const cut = package_.subarray(0, package_.length - 30);
    expect(partsOf(cut)).toEqual([]);
    expect([...salvagedParts(cut, 10_000).keys()]).toEqual(["a.xml", "b.xml"]);
    expect([...salvagedParts(cut, 100).keys()]).toEqual(["b.xml"]);
  });
});

describe("when a file was last saved", () => {
  /** `SummaryInformation` with a title and that moment, in ticks of 100 ns since 1601. */
  const summary = (ticks: bigint): Buffer => {
    const set = Buffer.alloc(200);
    set.writeUInt32LE(48, 44);
    set.writeUInt32LE(2, 52);
    for (const [index, value] of [2, 30, 13, 40].entries()) set.writeUInt32LE(value, 56 + index * 4);
    set.writeUInt32LE(0x40, 48 + 40);
    set.writeBigUInt64LE(ticks, 48 + 44);
    return ole({ "\u0005SummaryInformation": set });
  };
  const odf = zipSync({
    "meta.xml": strToU8("<office:meta><dc:date>2019-03-05T10:20:30.123456789</dc:date></office:meta>"),
  });

  it.each<[string, Uint8Array, string | null]>([
    ["OOXML", dateFields("2019-03-05T10:20:30Z"), "2019-03-05T10:20:30.000Z"],
    ["OOXML of another zone", dateFields("2019-03-05T10:20:30+08:00"), "2019-03-05T02:20:30.000Z"],
    ["OOXML that tells a day", dateFields("2019-03-05"), "2019-03-05T00:00:00.000Z"],
    ["OOXML that tells nonsense", dateFields("yesterday"), null],
    ["OOXML that tells a year out of reach", dateFields("+012019-03-05T10:20:30Z"), null],
    ["OOXML that tells nothing", dateFields(""), null],
    ["OpenDocument", odf, "2019-03-05T10:20:30.000Z"],
    ["OLE", summary(131_962_548_300_000_000n), "2019-03-05T10:20:30.000Z"],
    ["OLE that was never saved", summary(0n), null],
    ["OLE without a summary", ole({ Sample: Buffer.alloc(9) }), null],
    ["text", Buffer.from("PK sample"), null],
  ])("is read from %s", (_, bytes, expected) => {
    const moment = lastSaved(bytes);
    expect(moment === null ? null : new Date(moment).toISOString()).toBe(expected);
  });
});

describe("the dates of a PDF", () => {
  const made = (moment: string, id: string): Buffer =>
    Buffer.from(`%PDF\n<</CreationDate(D:${moment})>>\n/ID [ <${id}>\n<${id}> ]\n/DocChecksum /${id}\n%%EOF`);
  const first = made("20190305102030+08'00'", "0123456789ABCDEF".repeat(2));

  it("are the same whenever it was made, and nothing moves", () => {
    const [one, two] = [steadyPdf(first), steadyPdf(made("20260101000000+08'00'", "FEDCBA9876543210".repeat(2)))];
    expect(one.equals(two)).toBe(true);
    expect(one).toHaveLength(first.length);
    expect(one.toString("latin1")).toContain("(D:19800101000000+00'00')");
    expect(steadyPdf(one).equals(one)).toBe(true);
  });
});

describe("the choice of a converter", () => {
  const at = { file: "evipack.yaml", line: 3 };
  const limits = { timeLimit: 30, pageLimit: 100 };
  const own = { time_limit: 5, sheet_pages: 9 };
  it.each<[Parameters<typeof converterSettings>[0], object, readonly string[]]>([
    [undefined, { engine: "embedded", ...limits }, []],
    ["soffice", { engine: "soffice", ...limits }, []],
    [{ ...own }, { engine: "embedded", timeLimit: 5, pageLimit: 9 }, []],
    [{ ...own, url: "https://h/x/" }, { engine: { gotenberg: "https://h/x" } }, []],
    [{ ...own, engine: "gotenberg" }, { engine: "embedded" }, ["missing-key"]],
    [{ ...own, engine: "gotenberg", url: "h:3000" }, { engine: "embedded" }, ["bad-form"]],
  ])("in evipack.yaml: %j", (file, settings, codes) => {
    const chosen = converterSettings(file, at);
    expect(chosen.value).toMatchObject(settings);
    expect(chosen.diagnostics.map((each) => each.code)).toEqual(codes);
  });

  it.each([
    [undefined, null],
    [" ", null],
    ["embedded", "embedded"],
    ["http://h:3000/", { gotenberg: "http://h:3000" }],
  ])("in the environment: %j", (variable, engine) => {
    expect(converterOfEnvironment({ EVIPACK_CONVERTER: variable })).toEqual(engine);
  });

  it.each(["libreoffice", "ftp://h"])("in the environment: %s is none", (variable) => {
    expect(() => converterOfEnvironment({ EVIPACK_CONVERTER: variable })).toThrow(/^bad-option$/u);
  });
});
