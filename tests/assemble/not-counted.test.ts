/** The report's tables of evidence tell what can be read and still proves nothing. */
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, config, map, swap } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

it("marks exhibits of another kind than asked, those outside the window, and those for no requirement", async () => {
  const root = path.join(tempFolder(), "workspace");
  build(root, {
    name: "",
    about: "",
    files: {
      "indicators.yaml": swap(map, "title: 人员名册, kind: roster", "title: 人员名册, accepts: [pdf]"),
      "evidence/财政局/2-1-1 预算批复2012.txt": "样例",
      "evidence/财政局/2-1-1 样例杂件2019.txt": "样例 杂件",
    },
  });
  const rows = async (...argv: readonly string[]): Promise<string[]> =>
    (await run(["compile", "--outline", ...argv], root)).out.split("\n").filter((line) => / \| .* \| /u.test(line));
  const marked = (await rows()).filter((line) => line.includes("不作依据"));
  expect(marked.map((line) => line.split(" | ")[1])).toEqual([
    "预算批复2012（不在时限内，不作依据）",
    "样例杂件2019（未对应材料要求，不作依据）",
    "人员名册2019（种类不符，不作依据）",
  ]);
});

it.each([
  ["", "“预算批复”免报（未写理由）。"],
  [", approver: 样例甲", "“预算批复”免报（未写理由；批准：样例甲）。"],
  [", reason: 现场查看, approver: 样例甲", "“预算批复”免报。现场查看（批准：样例甲）"],
])("says that a waiver has no reason, and who approved it: %j", async (more, said) => {
  const root = path.join(tempFolder(), "workspace");
  const waivers = `waivers: [{ indicator: 2-1-1, requirement: budget${more} }]`;
  build(root, {
    name: "",
    about: "",
    files: {
      "evipack.yaml": swap(config, "waivers: []", waivers),
      "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt": null,
    },
  });
  expect((await run(["compile", "--outline"], root)).out.split("\n")).toContain(said);
});
