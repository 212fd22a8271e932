/** What `compile` says of problems: how many of each kind and where they stand, or each of them when that is asked for. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const root = path.join(tempFolder(), "workspace");
build(root, {
  name: "",
  about: "",
  files: {
    "evidence/教育局/食堂菜单.txt": "菜单",
    "evidence/教育局/车辆登记.txt": "车辆",
    "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt": null,
    "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt": null,
    "evidence/财政局/2-1-1 预算批复2012.txt": "批复",
  },
});

describe("compile", () => {
  it("tells each error below its kind, and where all problems are listed", async () => {
    const { out } = await run(["compile"], root);
    expect(out).toMatch(/^欠交材料 2 项（1 个部门）：不足 1 项，超时限 1 项。\n其他问题 3 个：\n/u);
    expect(out).toContain(
      "\n  错误 unmatched-file（2 个）：\n    evidence/教育局/车辆登记.txt  对应不上任何材料要求，没有编入\n    evidence/教育局/食堂菜单.txt  对应",
    );
    expect(out).toContain("\n逐项见 pack/缺项清单.xlsx、pack/核对结果.json；要在屏幕上逐条看，加 --detail full。\n\n");
    expect(out).not.toContain("→");
    expect((await run(["compile", "--lang", "en"], root)).out).toContain(
      "\n  error unmatched-file (2):\n    evidence/教育局/车辆登记.txt  the file matches no requirement",
    );
  });

  it("tells each of them with --detail full, and where no pack holds them", async () => {
    for (const argv of [["--detail", "full"], ["--require-complete"]]) {
      const { out } = await run(["compile", ...argv], root);
      expect(out).toContain("evidence/教育局/车辆登记.txt  错误 unmatched-file\n");
      expect(out).toContain("evidence/教育局/食堂菜单.txt  错误 unmatched-file\n");
      expect(out).not.toContain("--detail");
    }
  });
});

it("a check says once what to do about a file that does not count", async () => {
  const { out } = await run(["check"], root);
  expect(out).toContain("错误 outside-window\n");
  expect(out.split("→ 换成时限之内的材料").length).toBe(2);
});
