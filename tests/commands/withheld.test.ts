/** What is marked as classified is neither bound nor delivered; what else a panel should not be the first to see is told. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();
const marked = "evidence/教育局/2-2 人员名册（秘密★5年）2019.txt";

const entryOf = (root: string, source: string): Manifest["evidence"][number] | undefined =>
  (JSON.parse(readFileSync(path.join(root, "pack/manifest.json"), "utf8")) as Manifest).evidence.find(
    (each) => each.source === source,
  );

it("a marked file has a placeholder page, and there is no delivery of it", async () => {
  const root = path.join(folder, "marked");
  build(root, { name: "", about: "", files: { [marked]: "样例 名册" } });
  expect((await run(["compile"], root)).exitCode).toBe(1);
  expect(entryOf(root, marked)).toMatchObject({ state: "placeholder", reason: "classified", converter: null });
  const refused = await run(["package"], root);
  expect([refused.exitCode, refused.out]).toEqual([
    1,
    expect.stringContaining(`${marked}  错误 original-classified\n  附件 2-2-`),
  ]);

  writeFileSync(path.join(root, "evipack.yaml"), `${config}severity: { classified: warning }\n`);
  await run(["compile"], root);
  expect(entryOf(root, marked)).toMatchObject({ reason: "no-converter" });
  expect((await run(["package"], root)).exitCode).toBe(0);
});

it("a marked file proves nothing, unless the mark is a false alarm", async () => {
  const root = path.join(folder, "judged");
  const only = "evidence/教育局/2-2 人员名册（秘密★5年）2019.txt";
  build(root, { name: "", about: "", files: { [only]: "样例 名册", "evidence/教育局/2-2 人员名册2019.txt": null } });
  const told = await run(["check"], root);
  expect(told.out).toMatch(
    / {2}2-2 师资队伍：人员名册 {2}不足（too-few）\n.*不计入：2-2 人员名册（秘密★5年）2019\.txt（标有密级）/u,
  );
  expect(told.exitCode).toBe(1);
  writeFileSync(path.join(root, "evipack.yaml"), `${config}severity: { classified: warning }\n`);
  const weighed = await run(["check"], root);
  expect([weighed.exitCode, weighed.out]).toEqual([0, expect.not.stringContaining("too-few")]);
});

it("package tells of numbers of persons and of texts that are not written", async () => {
  const root = path.join(folder, "told");
  const files = {
    "evidence/教育局/2-2 人员名册2019.txt": "样例 13800138000",
    "narrative/2-2.md": "（指标 2-2“师资队伍”的自评文字待写。）\n",
  };
  build(root, { name: "", about: "", files });
  await run(["compile"], root);
  const { exitCode, out } = await run(["package"], root);
  expect(exitCode).toBe(0);
  expect(out).toContain("注意：有 1 处带身份证号、手机号，也在这一包里（personal-data），逐条见核对结果。\n");
  expect(out).toContain("注意：自评报告里有的指标还没有动笔，印的是提示（narratives-not-begun），逐条见核对结果。\n");
});
