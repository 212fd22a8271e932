/** Days that the calendar lacks: told, and counted by their year. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/check/judge.ts";
import { indicator, linkTo, mapOf, section, workspaceOf } from "./models.ts";
import { found, listed } from "./rules-models.ts";

const leaf = indicator("1-1", {}, { paper: {} });
const map = mapOf(section("1", leaf));
const [paper] = leaf.requires;
if (paper === undefined) throw new Error("no requirement");

describe("a name with a day that the calendar lacks", () => {
  it.each([
    ["1-1 纪要 2019-02-30.docx", "2019-02-30", "2019", null],
    ["1-1 纪要 20190931.docx", "20190931", "2019", null],
    ["1-1 纪要 2018-13-05.docx", "2018-13-05", "2018", null],
    ["1-1 纪要 2016年2月30日.docx", "2016年2月30日", "2016", "out-of-window"],
  ])("%s", (name, written, year, notCounted) => {
    const link = linkTo(map, paper, `教育局/${name}`);
    const told = found(map, [link], ["impossible-date"]);
    expect(told.map(({ at, facts }) => [at.file, facts])).toEqual([[`evidence/教育局/${name}`, { written, year }]]);
    expect(judge(workspaceOf(map), [link])[0]?.items[0]?.notCounted).toBe(notCounted);
  });

  it.each(["1-1 台账 20993812.docx", "1-1 纪要 2019-02-28.docx", "1-1 纪要.docx"])("%s has none", (name) => {
    expect(found(map, [linkTo(map, paper, `教育局/${name}`)], ["impossible-date"])).toEqual([]);
  });

  it("says nothing where a register gives the day", () => {
    const link = listed(map, paper, "教育局/1-1 纪要 2019-02-30.docx", {}, { formed: "2019-02-28" });
    expect(found(map, [link], ["impossible-date"])).toEqual([]);
  });
});
