/** What users write is data: wherever a template prints it, it stands there as it was written. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../src/model/document.ts";
import { item, workspaceOf } from "../../check/models.ts";
import { looks, map, reportOf, workspace } from "./sample.ts";

const hostile = [
  "| a | b |",
  "{{ x }}",
  "{% part %}",
  "{%- raw -%}",
  "# head",
  "<script>alert(1)</script>",
  "<!-- -->",
  "**bold** _em_ `code` ~~del~~",
  "[a](javascript:alert(1))",
  "![a](b.png)",
  "- item",
  "1. item",
  "    indented",
  "```fence",
  "> quote",
  "a\\|b",
  "&lt;&amp;&#65;",
  "www.example.org mail@example.org https://example.org",
  "[^1] [@1-1-1-01] {#anchor}",
  "标题：**",
  "---",
  "\t\u0001\u0000 x",
  "\u202Eabc",
  "甲\n乙\r\n丙",
];

const template = [
  "{{ title }}",
  "前{{ title }}后",
  "**{{ title }}** *{{ title }}*",
  "# {{ title }}",
  "- {{ title }}",
  "> {{ title }}",
  "[{{ title }}](https://example.org)",
  "{% table %}\n: {{ title }}\n| {{ title }} | b |\n| - | - |\n| {{ title }} | **{{ title }}** |\n{% endtable %}",
  "{% title %}{{ title }}{% endtitle %}",
  "{% signature issuer: title, date: date %}",
  "{% capture whole %}{{ title }}{% endcapture %}{{ whole }}",
].join("\n\n");

/** All words of a report, each as it stands in the model. */
function wordsOf(blocks: readonly Block[]): string[] {
  const inline = (content: readonly Inline[]): string[] =>
    content.flatMap((each) => ("text" in each ? [each.text] : []));
  return blocks.flatMap((block) => {
    if ("content" in block) return inline(block.content);
    if (block.type === "list") return block.items.flatMap(wordsOf);
    if (block.type === "signature") return [block.issuer];
    if (block.type === "heading" || block.type === "title") return [block.text];
    if (block.type !== "table") return [];
    return [block.caption ?? "", ...block.columns.map(({ title }) => title), ...block.rows.flat().flatMap(inline)];
  });
}

const said = (title: string): string[] => wordsOf(reportOf(template, { ...workspace, title }).blocks);

const expected = (title: string): string[] => [
  title,
  `前${title}后`,
  title,
  " ",
  title,
  title,
  title,
  title,
  title,
  title,
  title,
  "b",
  title,
  title,
  title,
  title,
  title,
];

describe("words of users", () => {
  it.each(hostile)("%j stay as they are", (title) => {
    expect(said(title)).toEqual(expected(title));
  });

  it("stay as they are, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: "binary" }), (text) => {
        const title = `${text.replaceAll(/[\u{FFFFE}\u{FFFFF}\u{10FFFE}]/gu, "")}。`;
        expect(said(title)).toEqual(expected(title));
      }),
      { numRuns: 200, seed: 20191031 },
    );
  });

  it("cannot forge what stands for a value", () => {
    const report = reportOf("甲{{ applicant }}乙{{ title }}", {
      ...workspace,
      title: "\u{FFFFE}0\u{FFFFF}\u{10FFFE}0\u{FFFFF}",
      applicant: "丙",
    });
    expect(wordsOf(report.blocks)).toEqual(["甲丙乙00"]);
    expect(wordsOf(reportOf("\u{FFFFE}0\u{FFFFF}{{ title }}").blocks)).toEqual([`0${workspace.title}`]);
  });

  it("of files and narratives are found in the report that comes with the program", () => {
    const titles = hostile.map((each) => each.replaceAll(/[/\n\r\0]/gu, "").trim());
    const evidence = titles.map((title, index) => ({
      ...item(map, `教育局/1-1-1 规划文件 ${String(index)}.pdf`, { sha256: String(index) }),
      title,
    }));
    const own = workspaceOf(map, { evidence, applicant: "| 甲 | {{ x }}" });
    const words = wordsOf(reportOf(looks.report.text, own).blocks);
    for (const title of titles) expect(words).toContain(title);
  });
});
