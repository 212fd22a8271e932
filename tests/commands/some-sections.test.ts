/** A pack whose report holds only some sections (`compile --only`): manifest, verify, package and diff say so. */
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { diffOutput, verifyOutput } from "../../src/schema/packs.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall } from "../support/small-pack.ts";

const folder = tempFolder();
let root: string;
const some = path.join(folder, "some");
const both = path.join(folder, "both");

const manifestOf = (pack: string): Manifest =>
  JSON.parse(readFileSync(path.join(pack, "manifest.json"), "utf8")) as Manifest;

beforeAll(async () => {
  ({ root } = await compileSmall(folder));
  await run(["compile", "--only", "保障措施", "--out", some], root);
  await run(["compile", "--only", "2", "--only", "1", "--out", both], root);
});

it("the manifest names their codes, and nothing where the report is whole", () => {
  expect(manifestOf(some).sections).toEqual(["2"]);
  for (const whole of [path.join(root, "pack"), both]) expect("sections" in manifestOf(whole)).toBe(false);
});

it("verify says it in a line, and in JSON", async () => {
  const line = "  自评报告只编了这些评估部分：2；汇编和核对结果是完整的。\n";
  expect((await run(["verify", some], folder)).out).toContain(line);
  expect((await run(["verify", some, "--lang", "en"], folder)).out).toContain("The report holds only 1 section: 2;");
  expect((await run(["verify", path.join(root, "pack")], folder)).out).not.toContain("只编了");
  const said = verifyOutput.parse(JSON.parse((await run(["verify", some, "--format", "json"], folder)).out));
  expect(said.pack.sections).toEqual(["2"]);
});

it("package says it to whoever delivers, and to whoever receives", async () => {
  const ran = await run(["package", "--pack", some, "--out", "delivery"], root);
  expect([ran.exitCode, ran.out]).toEqual([0, expect.stringContaining("注意：这一包的自评报告只编了“保障措施”部分，")]);
  const bag = (name: string): string => readFileSync(path.join(root, "delivery", name), "utf8");
  expect(bag("data/README.txt")).toContain("\n自评报告只编了“保障措施”部分；其他文件是完整的，各部分都在内。\n");
  expect(bag("bag-info.txt")).toContain(
    "External-Description: 样例区学习型城市自评报告（自评报告只编“保障措施”部分）\n",
  );
  await run(["package"], root);
  for (const name of ["data/README.txt", "bag-info.txt"]) expect(bag(name)).not.toContain("只编");
});

it("diff says at its top which pack it is, and that is a difference", async () => {
  cpSync(path.join(root, "pack"), path.join(folder, "whole"), { recursive: true });
  const ran = await run(["diff", "whole", "some"], folder);
  expect(ran).toEqual({
    exitCode: 1,
    err: "",
    out: `修订对照
原：whole（截止日期 2019-10-31）。
现：some（截止日期 2019-10-31）。
注意：some 的自评报告只编了评估部分 2；附件、覆盖、自评各部分都在，照常比较。
附件：新增 0 件，撤下 0 件，替换 0 件，改号 0 件，著录变动 0 件；页码变动 0 件。
覆盖：6/6 → 6/6。

结论：有差别；退出码 1。
`,
  });
  const { out } = await run(["diff", "some", "whole", "--format", "json"], folder);
  const said = diffOutput.parse(JSON.parse(out));
  expect([said.same, said.from.sections, said.to.sections]).toEqual([false, ["2"], undefined]);
  expect((await run(["diff", "some", "some", "--lang", "en"], folder)).out).toContain(
    "Note: the report of some holds only section 2;",
  );
  expect((await run(["diff", "whole", "both", "-q"], folder)).exitCode).toBe(0);
});
