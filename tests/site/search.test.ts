/** How words are cut, found again and shown; and what an address says. */
import { describe, expect, it } from "vitest";
import { readRoute, routeTo, toExhibit } from "../../site/route.ts";
import { textSearch, titleSearch } from "../../site/search.ts";
import { fold, tokensAsked, tokensOf } from "../../site/tokens.ts";
import type { SiteExhibit, SiteNode } from "../../src/model/site.ts";

const exhibit = (id: string, title: string, docNumber: string, departmentName: string): SiteExhibit =>
  ({ id, title, docNumber, departmentName, requirement: "", lines: [] }) as unknown as SiteExhibit;

const titles = titleSearch({
  exhibits: [
    exhibit("2-1-1-01", "社区教育专项经费预算批复", "奉财〔2017〕11号", "财政局"),
    exhibit("1-1-3-02", "联席会议纪要", "", "教育局"),
    exhibit("3.1-01", "Annual report of the libraries", "", "City Libraries"),
  ],
  nodes: [{ code: "2-1", title: "经费保障", lines: [], criterion: "" } as unknown as SiteNode],
});
const found = (query: string): string[] => titles(query).map(({ id }) => id);

describe("words", () => {
  it("are pairs of Han with the last sign, words of other scripts, and codes whole", () => {
    expect(tokensOf("专项经费（2019年）PDF文件")).toEqual([
      "专项",
      "项经",
      "经费",
      "费",
      "2019",
      "年",
      "pdf",
      "文件",
      "件",
    ]);
    expect(tokensOf("附件2-1-1-01")).toEqual(["附件", "件", "2-1-1-01"]);
    expect(tokensAsked("专项经费 费")).toEqual(["专项", "项经", "经费", "费"]);
    expect(tokensOf("𠮷野家")).toEqual(["𠮷野", "野家", "家"]);
    expect(tokensOf("")).toEqual([]);
  });

  it("keep their places when they are folded", () => {
    expect(fold("ＡＢＣ（Ｄ）İ")).toHaveLength(6 + 1);
    expect(fold("ＰＤＦ")).toBe("pdf");
  });
});

describe("search in titles", () => {
  it("finds words anywhere in a title, numbers, departments and codes", () => {
    expect(found("经费").toSorted()).toEqual(["2-1", "2-1-1-01"]);
    expect(found("费").toSorted()).toEqual(["2-1", "2-1-1-01"]);
    expect(found("奉财 11号")).toEqual(["2-1-1-01"]);
    expect(found("教育局")).toEqual(["1-1-3-02"]);
    expect(found("2-1-1")).toEqual(["2-1-1-01"]);
    expect(found("会议经费")).toEqual([]);
  });

  it("finds the beginning of a word, and a word with a slip", () => {
    expect(found("libr")).toEqual(["3.1-01"]);
    expect(found("librareis")).toEqual(["3.1-01"]);
  });
});

describe("search in texts", () => {
  const texts = textSearch([
    [
      "1-01",
      [
        [12, "前言"],
        [13, `${"字".repeat(100)}经费 Budget${"尾".repeat(100)}`],
      ],
    ],
    ["1-02", [[20, "没有"]]],
  ]);

  it("gives the page with all of the words, and what stands around the first", () => {
    const [hit, ...others] = texts("经费 budget");
    expect(others).toEqual([]);
    expect(hit).toEqual({
      exhibit: "1-01",
      page: 13,
      before: `…${"字".repeat(40)}`,
      match: "经费",
      after: ` Budget${"尾".repeat(33)}…`,
    });
    expect(texts("  ")).toEqual([]);
    expect(texts("前言 经费")).toEqual([]);
  });
});

describe("addresses", () => {
  it("are read as they are written", () => {
    const route = readRoute(toExhibit("2-1/1 甲?b#c", 45));
    expect([route.view, route.id, route.query.get("page")]).toEqual(["exhibit", "2-1/1 甲?b#c", "45"]);
    expect(routeTo("search", "", { q: "", other: "甲 乙" })).toBe("#/search?other=%E7%94%B2+%E4%B9%99");
    expect(readRoute("").view).toBe("");
    expect(readRoute("#/indicator/%E7%94").id).toBe("%E7%94");
  });
});
