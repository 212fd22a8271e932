/** What of a Word text cannot stand in a report: told, and its words are kept. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWordNarrative } from "../../src/engines/word-narrative.ts";
import {
  bold,
  cell,
  centred,
  docx,
  font,
  item,
  lines,
  lossesOf,
  p,
  part,
  picture,
  r,
  style,
  table,
  word,
} from "../support/narratives.ts";

const text = "三年来区财政安排专项经费，逐年增长。";
const body = p(text);

describe("what cannot be kept", () => {
  const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`;
  const shape = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box("框中字")}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const old = `<w:pict><v:shape><v:textbox>${box("框中字")}</v:textbox></v:shape></w:pict>`;
  it.each<[string, string, string[], string[]]>([
    [
      "changes",
      p(
        `${r("甲")}<w:ins w:id="1">${r("乙")}</w:ins><w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del>${r("。")}`,
      ),
      ["甲乙。"],
      ["revision ¶1 ×2"],
    ],
    [
      "an equation",
      p(`${r("即")}<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>+b</m:t></m:r></m:oMath>${r("。")}`),
      ["即a+b。"],
      ["equation ¶1"],
    ],
    [
      "an equation of its own",
      p("<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"),
      ["a=b"],
      ["equation ¶1"],
    ],
    [
      "a box in both forms",
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>${r("甲。")}`,
      ),
      ["甲。", "框中字"],
      ["text-box ¶1"],
    ],
    ["a box in the new form", p(`<w:r>${shape}</w:r>${r("甲。")}`), ["甲。", "框中字"], ["text-box ¶1"]],
    ["a box in the old form", p(`<w:r>${old}</w:r>${r("甲。")}`), ["甲。", "框中字"], ["text-box ¶1"]],
    ["an object", p(`${r("甲")}<w:r><w:object><o:OLEObject/></w:object></w:r>`), ["甲"], ["object ¶1"]],
    [
      "a chart",
      body +
        p(
          '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        ),
      [text],
      ["chart ¶1"],
    ],
    ["struck out", p(r("甲", "<w:dstrike/>") + r("乙。")), ["甲乙。"], ["deletion ¶1"]],
    ["raised words", p(r("甲") + r("注", '<w:vertAlign w:val="superscript"/>')), ["甲注"], ["raised ¶1"]],
    [
      "a link into the disk",
      p(`<w:hyperlink r:id="rId6">${r("附表")}</w:hyperlink>`),
      ["附表（file:///C:/x.docx）"],
      ["link ¶1"],
    ],
    ["a contents page", p("一 甲 1", style("TOC1")) + p("一 乙 2", style("TOC1")) + body, [text], ["contents ¶1 ×2"]],
    ["a control character", p("甲&#x85;乙。"), ["甲乙。"], ["control ¶1"]],
    ["a citation in a heading", p("见[@1-1-01]", style("1")), ["[4] 见[@1-1-01]"], ["mention-in-heading ¶1"]],
  ])("%s", async (_, source, expected, told) => {
    const narrated = await word(source);
    expect([lines(narrated.blocks), lossesOf(narrated)]).toEqual([expected, told]);
  });

  it("headers with words, and comments", async () => {
    const narrated = await word(body, {
      "word/header1.xml": part("hdr", p("样例局内部")),
      "word/footer1.xml": part("ftr", p("— 1 —")),
      "word/comments.xml": part("comments", `<w:comment w:id="0">${p("改")}</w:comment>`),
    });
    expect(lossesOf(narrated)).toEqual(["header ¶", "comment ¶"]);
  });
});

describe("files that are none", () => {
  const options = { file: "a.docx", level: 4 as const, titles: [], readPicture: () => Promise.resolve(picture) };
  it.each<[string, Buffer, string]>([
    ["no zip", Buffer.from("not really"), "damaged"],
    ["cut short", docx(body).subarray(0, 900), "damaged"],
    ["no text part", docx(body, { "word/document.xml": new Uint8Array() }), "damaged"],
    ["broken XML", docx(body, { "word/document.xml": "<w:document><w:body>" }), "damaged"],
    ["a bomb", docx(body, { "word/media/a.png": new Uint8Array(300 * 1024 * 1024) }), "too-large"],
    ["nested without end", docx("<w:smartTag>".repeat(30_000) + "</w:smartTag>".repeat(30_000)), "damaged"],
  ])("%s", async (_, bytes, expected) => {
    expect(await readWordNarrative(bytes, options)).toBe(expected);
  });
});

describe("no word is lost", () => {
  const inline = fc.constantFrom(
    r("甲乙"),
    r("丙", bold),
    r("丁", font("黑体")),
    `<w:ins w:id="1">${r("戊")}</w:ins>`,
    `<w:hyperlink r:id="rId5">${r("己")}</w:hyperlink>`,
    `<w:sdt><w:sdtContent>${r("庚")}</w:sdtContent></w:sdt>`,
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
    r("辛", "<w:strike/>"),
    "<m:oMath><m:r><m:t>壬</m:t></m:r></m:oMath>",
    r("一、"),
    r("表1："),
    r("[@x]"),
    r("。"),
  );
  const paragraph = fc
    .tuple(
      fc.array(inline, { maxLength: 4 }),
      fc.constantFrom("", style("1"), style("cap"), item(1), item(1, 2), item(2), centred),
    )
    .map(([runs, properties]) => p(runs.join("") || r(""), properties));
  const block = fc.oneof(
    paragraph,
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((cells) =>
      table(
        cells.map((each) => cell(each)),
        [cell("癸")],
      ),
    ),
  );

  it("whatever is written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (parts) => {
        const source = parts.join("");
        const kept = lines((await word(source)).blocks).join("");
        const count = (all: string, letter: string): number => all.split(letter).length - 1;
        const wanted = [..."甲丙丁戊己庚辛壬癸"].map((letter) => [letter, count(source, letter)]);
        expect([..."甲丙丁戊己庚辛壬癸"].map((letter) => [letter, count(kept, letter)])).toEqual(wanted);
      }),
      { numRuns: 150, seed: 20191031 },
    );
  });
});
