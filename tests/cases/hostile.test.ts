/** Text that would be code elsewhere (Typst, XML, a spreadsheet, a shell) is text in every output. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { tempFolder } from "../support/folders.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";
import { readManifest, run } from "./run.ts";
import { build, config, facts, map, swap } from "./workspace.ts";

const evil = {
  title: "#eval(1+1) *粗* _斜_ $x^2$ @ref <label> `代码` ${1+1} \\u{41} #let x = 1",
  criterion: '<w:p><w:r>插入</w:r></w:p> &amp; ]]> <!注> #include "a.typ" // 注释 /* 注 */',
  reason: "=cmd|'/C calc'!A0 与 \u202Efdp.exe\u202C 与 ~ = - + 1.",
  fact: "@SUM(1+1)*cmd",
  narrative: '样例 #eval("x") $(rm -rf /) \\`反引号\\` {{模板}} [[链接]] \\<w:t\\>标签',
  file: "2-2 人员名册 =1+1 #eval `a` $HOME {x} & 'q'.txt",
};

const folder = tempFolder();
const out = path.join(folder, "out");

const yaml = (text: string): string => JSON.stringify(text);

beforeAll(async () => {
  const hostileMap = [
    ["title: 列入规划", `title: ${yaml(evil.title)}\n            criterion: ${yaml(evil.criterion)}`],
    ["title: 样例指标体系", `title: ${yaml("样例 <指标> & #体系")}`],
  ].reduce((text, [from = "", to = ""]) => swap(text, from, to), map);
  build(path.join(folder, "workspace"), {
    name: "",
    about: "",
    files: {
      "evipack.yaml": swap(
        swap(config, "title: 样例区学习型城市自评报告", `title: ${yaml("样例区 #strong[自评] <报告> & *总*")}`),
        "reason: 已列入规划",
        `reason: ${yaml(evil.reason)}`,
      ),
      "indicators.yaml": hostileMap,
      "facts.yaml": swap(facts, "title: 社区教育经费", `title: ${yaml(evil.fact)}`),
      "narrative/2-2.md": `${evil.narrative}\n`,
      [`evidence/教育局/${evil.file}`]: "样例\n",
    },
  });
  const { exitCode, err } = await run(["compile", "--out", out], path.join(folder, "workspace"));
  // What looks like a citation of a figure is told as one that does not exist.
  if (exitCode > 1) throw new Error(err);
});

const outputs = (format: string): string[] =>
  readManifest(out)
    .outputs.filter((each) => each.format === format)
    .map((each) => path.join(out, each.path));

const report = (format: "pdf" | "docx"): string =>
  path.join(
    out,
    readManifest(out).outputs.find((each) => each.role === "report" && each.format === format)?.path ?? "",
  );

/** Without white space and without the marks that turn the reading direction. */
const plain = (text: string): string => squeeze(text).replace(/[\u202A-\u202E\u2066-\u2069]/gu, "");

describe(`the PDF${needs(missingTools("pdftotext"))}`, () => {
  const lacking = missingTools("pdftotext").length > 0;
  test.skipIf(lacking).each(["title", "criterion", "reason", "fact"] as const)(
    "shows the %s as it was written",
    (name) => {
      expect(plain(pageTexts(report("pdf")).join(""))).toContain(plain(evil[name]));
    },
  );
  test.skipIf(lacking)("shows the narrative as it was written", () => {
    const text = plain(pageTexts(report("pdf")).join(""));
    for (const part of ["#eval(", "$(rm-rf/)", "`反引号`", "{{模板}}", "[[链接]]", "<w:t>标签"])
      expect(text).toContain(part);
  });
  test.skipIf(lacking)("shows the name of the file as it was written", () => {
    const all = outputs("pdf").map((file) => plain(pageTexts(file).join("")));
    expect(all.some((text) => text.includes(plain("人员名册 =1+1 #eval `a` $HOME {x} & 'q'")))).toBe(true);
  });
});

describe("the DOCX", () => {
  const textsOf = (file: string): string => {
    const parts = unzipSync(readFileSync(file));
    const xml = Buffer.from(parts["word/document.xml"] ?? []).toString("utf8");
    return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => match[1] ?? "").join("");
  };
  const decoded = (text: string): string =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");

  test.each(["title", "criterion", "reason", "fact"] as const)("holds the %s as text", (name) => {
    expect(plain(decoded(textsOf(report("docx"))))).toContain(plain(evil[name]));
  });
  test("has no instruction that the text brought in", () => {
    for (const file of outputs("docx")) {
      const xml = Buffer.from(unzipSync(readFileSync(file))["word/document.xml"] ?? []).toString("utf8");
      expect(xml).not.toContain("插入</w:r>");
      expect(xml).not.toMatch(/<w:instrText[^>]*>[^<]*(?:cmd|DDE)/u);
    }
  });
});

test("the workbook has texts where a text was written, and no formula", async () => {
  for (const file of outputs("xlsx")) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect([cell.address, cell.formula ?? ""]).toEqual([cell.address, ""]);
        });
      });
    }
  }
});

test("the JSON files are JSON and hold the name of the file as it is", () => {
  for (const name of readdirSync(out).filter((each) => each.endsWith(".json"))) {
    expect(() => JSON.parse(readFileSync(path.join(out, name), "utf8"))).not.toThrow();
  }
  expect(readManifest(out).evidence.map((each) => each.source)).toContain(`evidence/教育局/${evil.file}`);
});
