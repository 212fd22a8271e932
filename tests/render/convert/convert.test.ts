/** Office files through the real engines: the embedded one, LibreOffice of the machine, a server that plays Gotenberg. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Worksheet } from "exceljs";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCache } from "../../../src/engines/cache.ts";
import { embeddedVersion } from "../../../src/engines/libreoffice.ts";
import { cached } from "../../../src/render/convert/cached.ts";
import type { Converted, Converter } from "../../../src/render/convert/converter.ts";
import { openConverter } from "../../../src/render/convert/open.ts";
import type { ConverterSettings } from "../../../src/model/workspace.ts";
import { sha256 } from "../../../src/world.ts";
import { tempFolder } from "../../support/folders.ts";
import { looseFonts, missingTools, needs, pageTexts, run, squeeze } from "../../support/tools.ts";
import {
  bombSample,
  dateFields,
  docxSample,
  gbk,
  listsSample,
  pptxSample,
  volatileSheet,
  xlsSample,
  xlsxSample,
} from "./samples.ts";

const folder = tempFolder();
const tools = missingTools("pdftotext", "pdfinfo");
const missing = [...tools, ...((await embeddedVersion()) === null ? ["@matbee/libreoffice-converter"] : [])];
const noSoffice = [...tools, ...missingTools("soffice")];

const open = async (engine: ConverterSettings["engine"], name: string, pageLimit = 100): Promise<Converter> => {
  const scratch = path.join(folder, name);
  mkdirSync(scratch);
  const opened = await openConverter({ engine, timeLimit: 60, pageLimit }, { scratch });
  expect(opened.diagnostics).toEqual([]);
  return opened.value;
};

const convert = (converter: Converter, name: string, bytes: Uint8Array, format?: string): Promise<Converted> => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return converter.convert({ file, format: format ?? path.extname(name).slice(1), sha256: sha256(bytes) });
};

const fileOf = (converted: Converted): string => {
  expect(converted).toMatchObject({ ok: true });
  return converted.ok ? converted.file : "";
};

const textOf = (converted: Converted): string => squeeze(pageTexts(fileOf(converted)).join(""));

/** pt of Chinese signs, each of which is as wide as it is high: of the first word of a page that begins with `text`. */
function signSize(pdf: string, text: string): number {
  const words = run("pdftotext", ["-bbox", pdf, "-"]).matchAll(/xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)</gu);
  const found = [...words].find(([, , , word = ""]) => word.startsWith(text));
  // A figure is half as wide.
  const signs = [...(found?.[3] ?? "")].reduce((sum, sign) => sum + (/\d/u.test(sign) ? 0.5 : 1), 0);
  return (Number(found?.[2]) - Number(found?.[1])) / signs;
}

const sizeOf = (pdf: string): string => /Page size:\s+([\d.]+ x [\d.]+)/u.exec(run("pdfinfo", [pdf]))?.[1] ?? "";

describe.skipIf(missing.length > 0)(`the embedded LibreOffice${needs(missing)}`, () => {
  let converter: Converter;
  beforeAll(async () => {
    converter = await open("embedded", "embedded");
  });
  afterAll(() => converter.close());

  it("prints a Chinese paper in embedded fonts, the same bytes every time", async () => {
    const first = await convert(converter, "paper.docx", await docxSample());
    const text = textOf(first);
    for (const words of [
      "样政发〔2019〕8号",
      "仿宋_GB2312：学习型城市样例",
      "没有这种字体：学习型城市样例",
      "12,000",
    ]) {
      expect(text).toContain(words);
    }
    expect(looseFonts(fileOf(first))).toEqual([]);
    const bytes = readFileSync(fileOf(first));
    await convert(converter, "paper.docx", readFileSync(path.join(folder, "paper.docx")));
    expect(readFileSync(fileOf(first)).equals(bytes)).toBe(true);
    expect(bytes.includes("/CreationDate(D:19800101000000Z")).toBe(true);
  });

  it("turns a wide sheet and leaves a narrow one upright", async () => {
    const wide = await convert(converter, "wide.xlsx", await xlsxSample(14, 20));
    expect([wide, sizeOf(fileOf(wide))]).toMatchObject([{ pages: 1 }, expect.stringMatching(/^841\.\d+ x 595/u)]);
    const narrow = await convert(converter, "narrow.xlsx", await xlsxSample(3, 20));
    expect([narrow, sizeOf(fileOf(narrow))]).toMatchObject([{ pages: 1 }, expect.stringMatching(/^595\.\d+ x 841/u)]);
  });

  it("prints the name of each sheet and the head of its list on every page", async () => {
    const bold = (sheet: Worksheet): void => {
      sheet.getRow(1).font = { bold: true };
    };
    const lists = await convert(converter, "lists.xlsx", await listsSample({ 春季名册: bold, "R&D 秋季": bold }, 90));
    const pages = pageTexts(fileOf(lists)).map(squeeze);
    expect(pages.filter((page) => page.startsWith("春季名册项目数量")).length).toBeGreaterThan(1);
    expect(pages.filter((page) => page.startsWith("R&D秋季项目数量")).length).toBeGreaterThan(1);
    expect(pages.filter((page) => !page.includes("项目数量"))).toEqual([]);
  });

  it("prints text in 12 pt, and a crowded table in 8 pt or more", async () => {
    const note = await convert(converter, "size.txt", Buffer.from("学习型城市样例"));
    expect(signSize(fileOf(note), "学习型城市样例")).toBeCloseTo(12, 0);
    const row = (fill: (column: number) => string): string => Array.from({ length: 14 }, (_, at) => fill(at)).join(",");
    const wide = [row((at) => `学习项目${String(at)}`), row(() => "社区教育培训班的学员人次")].join("\n");
    const table = await convert(converter, "size.csv", Buffer.from(wide));
    expect(sizeOf(fileOf(table))).toMatch(/^841/u);
    expect(table).toMatchObject({ pages: 1 });
    expect(signSize(fileOf(table), "学习项目")).toBeGreaterThanOrEqual(8);
  });

  it("reads slides, old sheets and web pages", async () => {
    expect(textOf(await convert(converter, "slides.pptx", pptxSample()))).toContain("样例幻灯片");
    expect(textOf(await convert(converter, "old.xls", xlsSample(["sample one", "=1+1"])))).toContain("sampleone");
    const page = Buffer.from("<h1>样例</h1><img src=http://127.0.0.1:9/x.png><script>document.write(1)</script>");
    expect(textOf(await convert(converter, "page.html", page))).toBe("样例");
  });

  it("prints GBK text and tables as they are, formulas as text", async () => {
    expect(textOf(await convert(converter, "note.txt", gbk.text))).toBe("样例：社区教育");
    const table = Buffer.concat([gbk.head, Buffer.from("\r\nsample,=1+1\r\n")]);
    expect(textOf(await convert(converter, "list.csv", table))).toBe("材料金额sample=1+1");
  });

  it("shows as today when the file was last saved, whatever the day and the zone of the machine", async () => {
    const told = dateFields("2019-03-05T23:20:30Z");
    expect(textOf(await convert(converter, "told.docx", told))).toBe("2019-03-0523:20:30");
    expect(textOf(await convert(converter, "untold.docx", dateFields("")))).toBe("2000-01-0100:00:00");
    const elsewhen = dateFields("2019-03-05T07:20:30-13:00");
    expect(await convert(converter, "zone.docx", elsewhen)).toMatchObject({ converter: converter.id });
    expect(textOf(await convert(converter, "volatile.xlsx", volatileSheet()))).toBe("2000-01-0100:00:00");
    const bytes = readFileSync(path.join(folder, "embedded", `${sha256(told)}-docx.pdf`));
    const zone = process.env["TZ"];
    process.env["TZ"] = "America/Los_Angeles";
    try {
      const elsewhere = await open("embedded", "elsewhere");
      expect(readFileSync(fileOf(await convert(elsewhere, "told.docx", told))).equals(bytes)).toBe(true);
      await elsewhere.close();
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("ends a runaway at the page limit", async () => {
    const scratch = path.join(folder, "short");
    mkdirSync(scratch);
    const { value } = await openConverter({ engine: "embedded", timeLimit: 60, pageLimit: 2 }, { scratch });
    const rows = Array.from({ length: 400 }, (_, row) => `样例,${String(row)}`).join("\n");
    expect(await convert(value, "long.csv", Buffer.from(rows))).toMatchObject({ ok: true, pages: 2, cut: true });
    expect(await convert(value, "short.csv", Buffer.from("样例,1"))).toMatchObject({ ok: true, pages: 1, cut: false });
    await value.close();
  });

  it("refuses what is broken or blows up, and mends what is cut short", async () => {
    expect(await convert(converter, "noise.docx", Buffer.from("PK\u0003\u0004 no package"))).toEqual({
      ok: false,
      failure: "corrupt",
    });
    expect(await convert(converter, "bomb.xlsx", bombSample())).toEqual({ ok: false, failure: "too-large" });
    const whole = await docxSample();
    const cut = whole.subarray(0, whole.length - 200);
    const mended = await convert(converter, "cut.docx", cut);
    expect(mended).toMatchObject({ ok: true, repaired: true });
    expect(textOf(mended)).toContain("样政发〔2019〕8号");
  });

  it("remembers what it made, and what could not be made", async () => {
    const scratch = path.join(folder, "cached");
    mkdirSync(scratch);
    let asked = 0;
    const counting: Converter = {
      ...converter,
      convert: (job) => {
        asked += 1;
        return converter.convert(job);
      },
    };
    const warm = cached(counting, openCache(path.join(folder, "cache")), scratch);
    const first = await convert(warm, "remembered.txt", gbk.text);
    const bytes = readFileSync(fileOf(first));
    const again = await convert(warm, "remembered.txt", gbk.text);
    expect([asked, readFileSync(fileOf(again)).equals(bytes)]).toEqual([1, true]);
    for (let round = 0; round < 2; round += 1) {
      expect(await convert(warm, "noise.docx", Buffer.from("PK\u0003\u0004 no"))).toMatchObject({ failure: "corrupt" });
    }
    expect(asked).toBe(2);
  });
});

describe.skipIf(noSoffice.length > 0)(`LibreOffice of the machine${needs(noSoffice)}`, () => {
  it("converts with a profile of its own", async () => {
    const converter = await open("soffice", "soffice", 2);
    expect(converter.id).toMatch(/^soffice \d+\.\d+/u);
    expect(textOf(await convert(converter, "with space.docx", await docxSample()))).toContain("学习型城市样例");
    const rows = Array.from({ length: 400 }, (_, row) => `sample,${String(row)}`).join("\n");
    expect(await convert(converter, "long2.csv", Buffer.from(rows))).toMatchObject({ pages: 2, cut: true });
    expect(await convert(converter, "noise2.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatchObject({
      ok: false,
    });
    await converter.close();
  });
});

/** The smallest PDF that is read: one empty page. */
const onePage = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

describe("a Gotenberg server", () => {
  let server: Server;
  let url = "";
  const forms: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        const body = Buffer.concat(pieces).toString("latin1");
        if (request.url === "/version") response.end("8.5.0");
        else if (body.includes("stall")) return;
        else if (body.includes("refuse")) response.writeHead(400).end("no");
        else {
          forms.push(`${request.method ?? ""} ${request.url ?? ""} ${body}`);
          response.end(onePage);
        }
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    url = typeof address === "object" && address !== null ? `http://127.0.0.1:${String(address.port)}` : "";
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it("is sent the file and answers with its pages", async () => {
    const scratch = path.join(folder, "gotenberg");
    mkdirSync(scratch);
    const { value } = await openConverter({ engine: { gotenberg: url }, timeLimit: 1, pageLimit: 7 }, { scratch });
    expect(value.id).toBe("gotenberg 8.5.0");
    expect(await convert(value, "a.csv", Buffer.from("sample,1"))).toMatchObject({ ok: true, pages: 1 });
    expect(forms[0]).toMatch(/^POST \/forms\/libreoffice\/convert /u);
    expect(forms[0]).toMatch(/filename="document\.xlsx"/u);
    expect(forms[0]).toMatch(/name="nativePageRanges"\r\n\r\n1-8\r\n/u);
    expect(await convert(value, "b.doc", Buffer.from("stall"))).toEqual({ ok: false, failure: "timed-out" });
    expect(await convert(value, "c.doc", Buffer.from("refuse"))).toEqual({ ok: false, failure: "corrupt" });
  });

  it("is told once when nobody answers there", async () => {
    const engine = { gotenberg: "http://127.0.0.1:9" };
    const opened = await openConverter({ engine, timeLimit: 1, pageLimit: 7 }, { scratch: folder });
    expect(opened.diagnostics).toMatchObject([{ code: "no-converter", facts: { url: "http://127.0.0.1:9" } }]);
    expect(await convert(opened.value, "d.docx", Buffer.from("x"))).toEqual({ ok: false, failure: "no-converter" });
  });
});
