/** What a document counts, and how styles print it. */
import { describe, expect, it } from "vitest";
import { numbered } from "../../src/assemble/numbered.ts";
import type { Block, Heading } from "../../src/model/document.ts";
import { captionText, headingMark } from "../../src/write/marks.ts";
import { styleNamed } from "../write/docx-sample.ts";

const heading = (level: Heading["level"], counted = true, code = ""): Heading => ({
  type: "heading",
  level,
  code,
  numbers: counted ? [] : null,
  text: "样例",
  anchor: "",
});
const table = (caption: string | null): Block => ({ type: "table", caption, columns: [], rows: [] });
const headings = (blocks: readonly Block[]): Heading[] => numbered(blocks).filter((each) => each.type === "heading");

describe("headings", () => {
  const blocks = [heading(1), heading(2), heading(2), heading(3, false, "1-2-1"), heading(4), heading(1), heading(2)];

  it("are counted below those above them", () => {
    expect(headings(blocks).map(({ numbers }) => numbers)).toEqual([
      [1],
      [1, 1],
      [1, 2],
      null,
      [1, 2, 0, 1],
      [2],
      [2, 1],
    ]);
  });

  it("a heading that is not counted starts those below it anew", () => {
    const marks = headings([heading(4), heading(3, false), heading(4), heading(4)]).map(({ numbers }) =>
      numbers?.at(-1),
    );
    expect(marks).toEqual([1, undefined, 1, 2]);
  });

  it.each([
    ["gb9704", ["一、", "（一）", "（二）", "1-2-1", "（1）", "二、", "（一）"]],
    ["plain-en", ["I.", "", "", "1-2-1", "", "II.", ""]],
  ])("are printed as %s says", (style, expected) => {
    expect(headings(blocks).map((each) => headingMark(each, styleNamed(style)))).toEqual(expected);
  });
});

it("tables with a caption are counted through", () => {
  const style = styleNamed("gb9704");
  const captions = numbered([table("甲"), table(null), heading(1), table("乙")]).map((each) =>
    each.type === "table" ? captionText(each, style) : "",
  );
  expect(captions).toEqual(["表1　甲", "", "", "表2　乙"]);
});
