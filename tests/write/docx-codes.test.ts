/** Codes in Word files are not torn at the end of a line; what is searched for or copied keeps the hyphen that is typed. */
import { describe, expect, it } from "vitest";
import { writeDocx } from "../../src/write/docx/write.ts";
import { faultsOf, part, textOf } from "./docx-read.ts";
import { contextFor, heading, text, withBlocks } from "./docx-sample.ts";

const url = "https://example.org/2-1/sample";
const report = withBlocks([
  heading(1, "2-1", "经费保障", "a"),
  { type: "paragraph", content: [text("见2-1-3-01至2-1-3-09、A-3，2019-10-31，self-assessment，上-下，3 - 1。")] },
  {
    type: "table",
    caption: null,
    columns: [{ title: "2-1", share: 1, align: "left" }],
    rows: [[[{ type: "strong", text: "2-1-3-01" }]]],
  },
  { type: "paragraph", content: [{ type: "link", text: url, url }] },
]);

describe("a report in Word", async () => {
  const bytes = await writeDocx(report, contextFor(report));
  const xml = part(bytes, "word/document.xml");
  const shown = textOf(xml.replaceAll("<w:noBreakHyphen/>", "~").replace(/<w:instrText.*?<\/w:instrText>/gu, ""));

  it("has hyphens in codes and days that end no line, in text and tables", () => {
    expect(shown).toContain("见2~1~3~01至2~1~3~09、A~3，2019~10~31，self-assessment，上-下，3 - 1。\n");
    expect(shown).toContain("2~1\n2~1~3~01\n");
  });

  it("has those of headings, contents and addresses as they are typed", () => {
    expect(shown.match(/2-1 经费保障/gu)).toHaveLength(2);
    expect(shown).toContain(url);
  });

  it("reads as ever, and is a sound file", async () => {
    expect(textOf(xml)).toContain("见2-1-3-01至2-1-3-09、A-3");
    expect(await faultsOf(bytes)).toEqual([]);
  });
});
