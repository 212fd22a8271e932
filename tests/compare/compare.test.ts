/** Who is who between two packs, and which particulars changed. */
import { describe, expect, it } from "vitest";
import { tell } from "../../src/compare/chapters.ts";
import { comparePacks } from "../../src/compare/compare.ts";
import type { PackDiff, Side } from "../../src/compare/compare.ts";
import type { Language } from "../../src/model/map.ts";
import { check, counts, diff, entry, pack } from "./packs.ts";
import type { Entry } from "./packs.ts";

/** The lists of a comparison in short. */
const short = ({ exhibits, pages }: PackDiff): Readonly<Record<string, readonly string[]>> => ({
  added: exhibits.added.map((each) => each.exhibit),
  removed: exhibits.removed.map((each) => each.exhibit),
  joined: exhibits.joined.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  parted: exhibits.parted.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  replaced: exhibits.replaced.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  moved: exhibits.moved.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  described: exhibits.described.map(({ from, to }) => `${from.exhibit} ${to.exhibit}`),
  pages: pages.map((each) => each.exhibit),
});

const nothing = { added: [], removed: [], joined: [], parted: [], replaced: [], moved: [], described: [], pages: [] };

describe("exhibits of two packs", () => {
  it("that are the same", () => {
    const both = ["1-01=a@5", "1-02=b@6-8"];
    expect(short(diff(both, both))).toEqual(nothing);
    expect(diff(both, both).same).toBe(true);
  });

  it.each([
    [
      "one was added, those behind it move",
      ["1-01=a@5", "1-03=c@6"],
      ["1-01=a@5", "1-02=b@6", "1-03=c@7"],
      { added: ["1-02"], pages: ["1-03"] },
    ],
    ["one was removed", ["1-01=a@5", "1-02=b@6"], ["1-01=a@5"], { removed: ["1-02"] }],
    [
      "one was replaced under its number",
      ["1-01=a@5"],
      ["1-01=x@5"],
      { replaced: ["1-01 1-01"], described: ["1-01 1-01"] },
    ],
    ["one was replaced by another version of its file", ["1-01=a:f@5"], ["2-01=x:f@5"], { replaced: ["1-01 2-01"] }],
    [
      "one moved, and its place was taken by the next",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=b@5", "1-02=c@6"],
      { removed: ["1-01"], added: ["1-02"], moved: ["1-02 1-01"], pages: ["1-01"] },
    ],
    [
      "two changed places",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=b@5", "1-02=a@6"],
      { moved: ["1-02 1-01", "1-01 1-02"], pages: ["1-01", "1-02"] },
    ],
    ["of two alike, one went", ["1-01=a@5", "1-02=a@6"], ["1-02=a@5"], { removed: ["1-01"], pages: ["1-02"] }],
    ["a bundle got another file", ["1-01=a@5", "1-01=b@6"], ["1-01=a@5", "1-01=x@6"], { replaced: ["1-01 1-01"] }],
    [
      "a bundle has its files in another order",
      ["1-01=a@5", "1-01=b@6"],
      ["1-01=b@5", "1-01=a@6"],
      { replaced: ["1-01 1-01"], described: ["1-01 1-01"] },
    ],
    [
      "one became part of another",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=a@5", "1-01=b@6"],
      { joined: ["1-02 1-01"], replaced: ["1-01 1-01"], pages: ["1-01"] },
    ],
    [
      "one was taken out of another",
      ["1-01=a@5", "1-01=b@6"],
      ["1-01=a@5", "1-02=b@6"],
      { parted: ["1-01 1-02"], replaced: ["1-01 1-01"], pages: ["1-01"] },
    ],
    [
      "one became part of another, under another path",
      ["1-01=a@5", "1-02=b@6"],
      ["1-01=a@5", "1-01=b:renamed@6"],
      { joined: ["1-02 1-01"], replaced: ["1-01 1-01"], pages: ["1-01"] },
    ],
    [
      "one was taken out of another, under another path",
      ["1-01=a@5", "1-01=b@6"],
      ["1-01=a@5", "1-02=b:renamed@6"],
      { parted: ["1-01 1-02"], replaced: ["1-01 1-01"], pages: ["1-01"] },
    ],
    [
      "one went whose bytes another bundle had all the time",
      ["1-01=a@5", "1-01=b:twin@6", "1-02=b@7"],
      ["1-01=a@5", "1-01=b:twin@6"],
      { removed: ["1-02"] },
    ],
    [
      "what could not be read is found by its path alone",
      ["1-01=:f@5", "1-02=b@6"],
      ["1-02=b@6", "1-02=:g@7"],
      {
        removed: ["1-01"],
        replaced: ["1-02 1-02"],
        pages: ["1-02"],
      },
    ],
    ["another volume", ["1-01=a@5/1"], ["1-01=a@5/2"], { pages: ["1-01"] }],
    ["a file without bytes stays itself", ["1-01=:f@5"], ["1-01=:f@5"], {}],
  ] as const)("%s", (_, a, b, wanted) => {
    expect(short(diff(a, b))).toEqual({ ...nothing, ...wanted });
    expect(diff(a, b).same).toBe(Object.keys(wanted).length === 0);
  });

  it("that only were judged on another day differ", () => {
    const other = comparePacks(pack("a", ["1-01=a@5"]), pack("b", ["1-01=a@5"], { asOf: "2019-11-30" }));
    expect(other.same).toBe(false);
    expect(tell(other, "zh-CN").chapters).toEqual([]);
  });
});

describe("particulars of exhibits with the same bytes", () => {
  const told = (particulars: Partial<Entry>): Side => {
    const { manifest, ...side } = pack("a", ["1-01=a@5", "1-02=b@6"]);
    const [first = entry("1-01=a@5"), ...others] = manifest.evidence;
    return { ...side, manifest: { ...manifest, evidence: [{ ...first, ...particulars }, ...others] } };
  };

  const rows = (from: Side, to: Side, language: Language): readonly unknown[] =>
    tell(comparePacks(from, to), language).chapters.map((each) => each.rows);

  it("that differ are told, what was and what is", () => {
    const compared = comparePacks(told({}), told({ docNumber: "奉教〔2019〕8号", formed: "2019-03-05" }));
    expect(short(compared)).toEqual({ ...nothing, described: ["1-01 1-01"] });
    expect(compared.same).toBe(false);
    expect(tell(compared, "zh-CN").chapters).toEqual([
      {
        about: "particulars",
        title: "著录的变动",
        columns: ["附件号", "著录项", "原", "现"],
        rows: [
          ["1-01", "文号", "无", "奉教〔2019〕8号"],
          ["1-01", "日期", "2019", "2019-03-05"],
        ],
      },
    ]);
    expect(tell(compared, "en").lines.join(" ")).toContain("1 described otherwise;");
  });

  it("tell another proving passage: page, words, place on the page", () => {
    const area = { left: 20, top: 35, width: 120, height: 18 };
    const [page, quote] = [told({ locator: { page: 3, quote: "", area } }), "专项经费 42 万元"];
    expect(rows(page, told({ locator: { page: null, quote, area: null } }), "zh-CN")).toEqual([
      [["1-01", "证明内容", "第3页，定位框 20,35,120,18", "“专项经费 42 万元”"]],
    ]);
    expect(rows(told({}), page, "en")).toEqual([[["1-01", "proving passage", "none", "page 3, area 20,35,120,18"]]]);
    expect(comparePacks(page, told({ locator: { page: 3, quote: "", area: { ...area } } })).same).toBe(true);
  });

  it("tell another department, by its name where both packs tell it", () => {
    const named = (side: Side, name: string): Side => ({
      ...side,
      check: { ...check(2, 8, "covered"), departments: [{ id: "finance", name, files: 1, ...counts(1) }] },
    });
    const [before, after] = [told({}), told({ department: "finance" })];
    expect(rows(before, after, "zh-CN")).toEqual([[["1-01", "责任部门", "education", "finance"]]]);
    expect(rows(named(after, "财政局"), after, "zh-CN")).toEqual([]);
    expect(rows(named(after, "财政局"), named(after, "财税局"), "zh-CN")[0]).toEqual([
      ["1-01", "责任部门", "财政局", "财税局"],
    ]);
    expect(rows(told({ department: null }), after, "en")).toEqual([[["1-01", "department", "none", "finance"]]]);
  });

  it("tell a file that was a placeholder page and is bound in, and the reverse", () => {
    const [page, bound] = [told({ state: "placeholder" }), told({})];
    expect(comparePacks(page, bound).same).toBe(false);
    expect(rows(page, bound, "zh-CN")).toEqual([[["1-01", "编入情况", "替代页", "已编入原文"]]]);
    expect(rows(bound, page, "en")).toEqual([[["1-01", "bound in", "the original", "a placeholder page"]]]);
    expect(comparePacks(page, told({ state: "placeholder" })).same).toBe(true);
  });

  it("of an earlier manifest, which tells neither number nor date nor passage, are not compared", () => {
    const earlier = told({ docNumber: undefined, formed: undefined, locator: undefined });
    const locator = { page: 3, quote: "", area: null };
    expect(comparePacks(earlier, told({ docNumber: "奉教〔2019〕8号", locator })).same).toBe(true);
    expect(short(comparePacks(earlier, told({ title: "名册" })))["described"]).toEqual(["1-01 1-01"]);
  });
});
