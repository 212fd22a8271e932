/** What is said of files without a requirement: a remedy that does for the kind of file that it is. */
import { expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Code } from "../../src/diagnostics/diagnostic.ts";
import { word } from "../../src/diagnostics/wording/wording.ts";
import type { Link } from "../../src/model/coverage.ts";
import type { FileState } from "../../src/model/evidence.ts";
import { indicator, linkTo, mapOf, section, workspaceOf } from "./models.ts";

const leaf = indicator("1-1", {}, { plan: {} });
const map = mapOf(section("1", leaf));
const [plan] = leaf.requires;
if (plan === undefined) throw new Error("no requirement");

const told = (code: Code, state: FileState | null, name: string): string => {
  const linked = linkTo(map, plan, `教育局/${name}`, state === null ? {} : { state });
  const link: Link =
    code === "unassigned-file"
      ? { ...linked, requirement: null }
      : { type: "unmatched", item: linked.item, code: null, nearest: null, claim: null };
  const [found] = check(workspaceOf(map), [link], []).diagnostics.filter((each) => each.code === code);
  if (found === undefined) throw new Error(`nothing told of ${name}`);
  const { what, next } = word(found, "zh-CN");
  return `${what}；${next}`;
};

it("a file that cannot be read is not said to be included", () => {
  const broken: FileState = { type: "unreadable", reason: "corrupt", format: "mp4" };
  expect(told("unassigned-file", broken, "1-1 录像.mp4")).not.toContain("已编入");
  expect(told("unassigned-file", null, "1-1 录像.mp4")).toContain("已编入，不计入覆盖");
});

it("a file of no known kind is asked for as another kind, not only under another name", () => {
  const unknown: FileState = { type: "readable", kind: "unknown", format: "", pages: null };
  const said = told("unmatched-file", unknown, "随便.xyz");
  expect(said).toContain("先换成 PDF、图片或 Office 文件");
  expect(said).not.toContain(".xyz");
  expect(told("unmatched-file", null, "随便.txt")).not.toContain("换成");
});
