/** How a comparison is told: lines and tables. */
import { describe, expect, it } from "vitest";
import { tell } from "../../src/compare/chapters.ts";
import { comparePacks } from "../../src/compare/compare.ts";
import { draftBlocks } from "../../src/compare/draft.ts";
import { check, diff, pack } from "./packs.ts";

describe("the tables of a comparison", () => {
  it("name the exhibit in which another one is now", () => {
    const joined = tell(diff(["1-01=a@5", "1-02=b@6"], ["1-01=a@5", "1-01=b@6"]), "zh-CN");
    expect(joined.chapters[0]?.rows[0]).toEqual(["并入", "1-02 → 1-01", "材料b → 材料a", "6", "5–6"]);
    expect(joined.lines[2]).toContain("撤下 0 件，并入他件 1 件，替换 1 件");
  });

  it("name exhibits that move alike in one row, and volumes only where there are several", () => {
    const a = ["1-01=a@5", "1-02=b@6", "1-03=c@7", "1-04=d@8-9", "1-05=e@10"];
    const b = ["1-01=a@7", "1-02=b@8", "1-03=c@9", "1-04=d@10-12", "1-05=e@2/2"];
    const [pages] = tell(diff(a, b), "zh-CN").chapters;
    expect(pages?.title).toBe("页码的变动");
    expect(pages?.rows).toEqual([
      ["1-01 至 1-03", "3", "第1册 5–7", "第1册 7–9", "后移 2 页"],
      ["1-04", "1", "第1册 8–9", "第1册 10–12", "长短不同"],
      ["1-05", "1", "第1册 10", "第2册 2", ""],
    ]);
    const whole = tell(diff(["1-01=a@5", "1-02=b@6", "2-01=c@8"], ["1-01=a@4/1", "1-02=b@2/2", "2-01=c@4/2"]), "en");
    expect(whole.chapters[0]?.rows).toEqual([
      ["1-01", "1", "vol. 1, 5", "vol. 1, 4", "−1"],
      ["1-02 to 2-01", "2", "vol. 1, 6–8", "vol. 2, 2–4", ""],
    ]);
    expect(tell(diff(["1-01=a@5"], ["1-01=a@4"]), "en").chapters[0]?.rows).toEqual([["1-01", "1", "5", "4", "−1"]]);
  });

  it("never join two volumes in a row, and name pages by the numbers printed there", () => {
    const volume = (number: number, numberedFrom: number) =>
      ({ role: "appendix", path: `${String(number)}.pdf`, volume: number, numberedFrom }) as const;
    const a = pack("a", ["1-01=a@5/1", "2-01=b@3/2"], { outputs: [volume(1, 1), volume(2, 11)] });
    const b = pack("b", ["1-01=a@6/1", "2-01=b@3/2"], { outputs: [volume(1, 1), volume(2, 12)] });
    expect(tell(comparePacks(a, b), "zh-CN").chapters[0]?.rows).toEqual([
      ["1-01", "1", "第1册 5", "第1册 6", "后移 1 页"],
      ["2-01", "1", "第2册 13", "第2册 14", "后移 1 页"],
    ]);
  });

  it("tell what became of coverage and scores", () => {
    const of = (language: "zh-CN" | "en") =>
      tell(
        comparePacks(
          pack("a", [], { check: check(2, 8, "missing") }),
          pack("b", [], { check: check(3, 8.5, "covered") }),
        ),
        language,
      );
    expect(of("zh-CN").lines.at(-1)).toBe("覆盖：2/4 → 3/4。");
    expect(of("zh-CN").chapters.map((each) => each.rows)).toEqual([
      [
        ["1 基本条件", "2/4", "3/4"],
        ["（未定部门）", "2/4", "3/4"],
      ],
      [["1-1/plan", "规划", "缺", "已覆盖"]],
      [
        ["2-1", "经费", "8/10 部分达到", "8.5/10 部分达到"],
        ["", "等次", "良好", "优秀"],
      ],
    ]);
    expect(of("en").chapters.map((each) => each.title)).toEqual(["Coverage", "Requirements", "Self scores"]);
  });

  it("say which report holds only some sections, in a draft without naming places", () => {
    const [some, whole] = [pack("place/a", ["1-01=a@5"], { sections: ["1", "3"] }), pack("b", ["1-01=a@5"])];
    const note = "place/a 的自评报告只编了评估部分 1、3；";
    expect(tell(comparePacks(some, whole), "zh-CN").lines[2]).toContain(note);
    const said = JSON.stringify(draftBlocks({ from: some, to: whole, nights: [] }, "zh-CN"));
    expect(said).toContain("注意：上一个成果包 的自评报告只编了评估部分 1、3；");
    expect(said).not.toContain("place/a");
  });

  it("leave out departments in which nothing changed, in a draft, and say so", () => {
    const departments = (covered: number) =>
      ["a", "b", "c"].map((id) => ({
        id,
        name: `${id} dept`,
        covered: id === "a" ? covered : 1,
        applicable: 4,
        byStatus: {},
        files: 1,
      }));
    const side = (covered: number) =>
      pack("a", [], { check: { ...check(2, 8, "missing"), departments: departments(covered) } });
    const said = (before: number, language: "zh-CN" | "en") =>
      JSON.stringify(draftBlocks({ from: side(before), to: side(3), nights: [] }, language));
    expect(said(2, "zh-CN")).toMatch(/a dept.*其余 2 个部门的覆盖没有变化，不再列出。/u);
    expect(said(2, "zh-CN")).not.toContain("b dept");
    expect(said(2, "en")).toContain("Coverage of the 2 other departments has not changed.");
    expect(said(3, "zh-CN")).toContain("各部门的覆盖都没有变化。");
    expect(said(3, "en")).not.toContain("dept");
    expect(JSON.stringify(draftBlocks({ from: null, to: side(3), nights: [] }, "en"))).toMatch(
      /a dept.*b dept.*c dept/u,
    );
  });

  it("say that a check is missing, and that the maps differ", () => {
    const other = { map: { id: "other", status: "sample", sha256: "n" } };
    expect(tell(comparePacks(pack("a", []), pack("b", [], other)), "en").lines.slice(-2)).toEqual([
      "The two were judged by different indicator maps, so coverage and scores cannot be compared directly.",
      "One of the packs has no check in it, so coverage and scores are not compared.",
    ]);
  });
});
