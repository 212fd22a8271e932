/** Names that try to be markup, commands, formulas or links: they stay text in every format. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { printGithub } from "../../../src/diagnostics/print/github.ts";
import { printHuman } from "../../../src/diagnostics/print/human.ts";
import { printJson } from "../../../src/diagnostics/print/json.ts";
import { printJunit } from "../../../src/diagnostics/print/junit.ts";
import { escapeMarkdown, printMarkdown } from "../../../src/diagnostics/print/markdown.ts";
import { printSarif, uriOf } from "../../../src/diagnostics/print/sarif.ts";
import { readOoxmlPart } from "../../../src/engines/ooxml.ts";
import { listNames } from "../../../src/engines/xlsx/lists.ts";
import { readWorkbook } from "../../../src/engines/xlsx.ts";
import { writeGapsXlsx } from "../../../src/write/gaps-xlsx.ts";
import { resultWith } from "./results.ts";
import { junitFaults, sarifFaults } from "./schemas.ts";

const hostile = [
  "](javascript:alert(1))",
  "<script>alert(1)</script>",
  "::error file=a::b",
  "=cmd|' /C calc'!A0",
  "a\n::warning::b\r\nc",
  "]]><x>&amp;",
  "bell\u0007 escape\u001b[31m null\u0000 turn\u202e",
  "@everyone #1 https://example.org www.example.org jia@example.org",
  "| cell | `code` **bold** ~~gone~~ </details>",
  "{0} [link](0) %0A::error::",
  "\ud800 half a character",
  "+1 -1 1. one",
  "''/\\?*[]:",
];

describe.each(hostile.map((name) => [JSON.stringify(name), name] as const))("%s", (_, name) => {
  const file = `evidence/教育局/${name}.pdf`;
  const found = [
    diagnostic("wrong-extension", { file }, { extension: name, content: "png", kind: "image" }),
    diagnostic(
      "unknown-key",
      { file: "evipack.yaml", line: 2, column: 3 },
      { key: name, nearest: null, known: [name] },
    ),
    diagnostic("register-value", { file, cell: `${name}!C7` }, { value: name }),
  ];
  const names = { department: name, title: () => name, indicatorTitle: name, stage: name };
  const result = resultWith(found, names);

  it("JUnit is valid", async () => {
    const text = printJunit(result, "zh-CN");
    expect(await junitFaults(text)).toEqual([]);
    expect(text).not.toContain("]]>");
    expect(text).not.toContain("<script");
  });

  it("SARIF is valid, its addresses relative, its messages without links and placeholders", () => {
    const text = printSarif(result, "en", "1.0.0");
    expect(sarifFaults(text)).toEqual([]);
    const uris = [...text.matchAll(/"uri": "([^"]*)"/gu)].map((match) => match[1] ?? "");
    expect(uris.length).toBeGreaterThan(0);
    expect(uris.filter((uri) => !/^(?:[A-Za-z0-9\-._~!'()*/]|%[0-9A-F]{2})+$/u.test(uri))).toEqual([]);
    const log = JSON.parse(text) as { runs: [{ results: { message: { text: string } }[] }] };
    for (const { message } of log.runs[0].results) {
      expect(message.text.replaceAll(/\{\{|\}\}|\\[[\]\\]/gu, "")).not.toMatch(/[{}[\]]/u);
    }
  });

  it("GitHub gets no command but ours", () => {
    const lines = printGithub(result, "zh-CN", "").split("\n");
    for (const line of lines) {
      expect(line).toMatch(
        /^(?:::(?:error|warning) (?:file=[^,:]*,)?(?:line=\d+,)?(?:col=\d+,)?title=[^,:]*::.*|::group::[^:]*|::endgroup::|::notice title=evipack::.*|- .*|)$/u,
      );
    }
  });

  it("Markdown has no link, no code and no HTML but ours", () => {
    const tree = fromMarkdown(printMarkdown(result, "zh-CN", "full"), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const odd: string[] = [];
    const visit = (node: { type: string; value?: string; children?: object[] }): void => {
      if (/^(?:link|image|inlineCode|code|emphasis|delete|definition|footnote.*|list|blockquote)/iu.test(node.type))
        odd.push(node.type);
      if (node.type === "html" && !/^(?:<br>|<\/details>|<details><summary>[^<>]*<\/summary>)$/u.test(node.value ?? ""))
        odd.push(node.value ?? "");
      for (const child of node.children ?? []) visit(child as { type: string });
    };
    visit(tree);
    expect(odd).toEqual([]);
  });

  it("a workbook has no formula and no link but ours", async () => {
    const bytes = await writeGapsXlsx(result, { language: "zh-CN", workspace: "../" });
    const read = await readWorkbook(bytes);
    expect(read.ok && read.sheets.length).toBe(3);
    const cells = read.ok ? read.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => [...row.cells.values()])) : [];
    expect(cells.filter((cell) => cell.type === "error")).toEqual([]);
    for (const { link } of cells) expect(link).toMatch(/^(?:|\.\.\/evidence\/.*)$/su);
    expect(readOoxmlPart(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
  });

  it("nothing printed holds a control character", () => {
    const human = printHuman(result, { language: "zh-CN", color: false, detail: "full" });
    const others = [printMarkdown(result, "en", "full"), printGithub(result, "en", ""), printJunit(result, "en")];
    // oxlint-disable-next-line no-control-regex
    for (const text of [human, ...others]) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
    expect(JSON.parse(printJson(result, "en"))).toBeTypeOf("object");
  });
});

describe("names of sheets", () => {
  it("are legal, short and each its own", () => {
    const wanted = [
      "教育局",
      "教育局",
      "a".repeat(40),
      `${"a".repeat(40)}b`,
      "History",
      "",
      "'x'",
      "[x]:y",
      "X",
      "x",
      "𠮷".repeat(20),
    ];
    const names = listNames(wanted);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^[^'\\/?*[\]:]+$/u);
    }
    expect(names.slice(0, 2)).toEqual(["教育局", "教育局 2"]);
    expect(listNames(wanted)).toEqual(names);
  });
});

it("addresses are encoded step by step", () => {
  expect(uriOf("evidence/教育局/a b#c?.pdf")).toBe("evidence/%E6%95%99%E8%82%B2%E5%B1%80/a%20b%23c%3F.pdf");
});

it("plain text is left as it is in Markdown", () => {
  expect(escapeMarkdown("2-1-1 预算批复（样财〔2019〕8号）.pdf")).toBe("2-1-1 预算批复（样财〔2019〕8号）.pdf");
});
