/** The report's tables of evidence tell what can be read and still proves nothing. */
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, map, swap } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

it("marks exhibits of another kind than asked, and those outside the window", async () => {
  const root = path.join(tempFolder(), "workspace");
  build(root, {
    name: "",
    about: "",
    files: {
      "indicators.yaml": swap(map, "title: 人员名册, kind: roster", "title: 人员名册, accepts: [pdf]"),
      "evidence/财政局/2-1-1 预算批复2012.txt": "样例",
    },
  });
  const rows = async (...argv: readonly string[]): Promise<string[]> =>
    (await run(["compile", "--outline", ...argv], root)).out.split("\n").filter((line) => / \| .* \| /u.test(line));
  const marked = (await rows()).filter((line) => line.includes("不作依据"));
  expect(marked.map((line) => line.split(" | ")[1])).toEqual([
    "预算批复2012（不在时限内，不作依据）",
    "人员名册2019（种类不符，不作依据）",
  ]);
});
