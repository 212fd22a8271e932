/** A paper that must have a 文号 and has none. */
import { expect, it } from "vitest";
import { indicator, linkTo, mapOf, section } from "./models.ts";
import { found, listed, placeOf } from "./rules-models.ts";

const leaf = indicator("1-1", {}, { paper: { docNumberRequired: true } });
const map = mapOf(section("1", leaf));
const [paper] = leaf.requires;
if (paper === undefined) throw new Error("no requirement");

it("is told at its row of the register, or at its file where no register lists it", () => {
  const links = [
    linkTo(map, paper, "教育局/1-1 批复.pdf"),
    linkTo(map, paper, "教育局/1-1 意见（样教〔19〕2号）.pdf"),
    listed(map, paper, "教育局/1-1 方案.pdf", {}, { title: "建设方案" }),
    listed(map, paper, "教育局/1-1 规划.pdf", {}, { docNumber: "样教〔2019〕1号" }),
  ];
  const told = found(map, links, ["no-doc-number"]);
  expect(told.map((each) => [placeOf(each), "listed" in each.facts ? each.facts.listed : undefined])).toEqual([
    ["evidence/教育局/1-1 意见（样教〔19〕2号）.pdf", null],
    ["evidence/教育局/1-1 批复.pdf", null],
    ["登记表!A2", "建设方案"],
  ]);
  expect(told.map((each) => ("slip" in each.facts ? each.facts.slip : undefined))).toEqual([
    { written: "样教〔19〕2号", reason: "year", meant: "样教〔2019〕2号" },
    null,
    null,
  ]);
});
