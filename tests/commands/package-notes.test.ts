/** What `package` says of a pack that is whole, but not all that there is; and which map an id stands for. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

it("package names files that came since, and a pack with gaps", async () => {
  const root = path.join(folder, "package");
  build(root, { name: "", about: "", files: { "evidence/教育局/2-2 人员名册2019.txt": null } });
  await run(["compile"], root);
  const gaps = await run(["package"], root);
  expect([gaps.exitCode, gaps.out]).toEqual([0, expect.stringContaining("注意：编这一包时，材料还没有齐")]);
  expect(gaps.out).not.toContain("编成以后又来了");
  writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "样例 名册\n");
  writeFileSync(path.join(root, "evidence/教育局/.DS_Store"), "");
  const later = await run(["package"], root);
  expect(later.out).toContain("注意：编成以后又来了 1 个文件（evidence/教育局/2-2 人员名册2019.txt），不在这一包里");
});

it("package says of a draft that it is one, and of a pack that it is none nothing", async () => {
  const root = path.join(folder, "draft");
  build(root, { name: "", about: "" });
  await run(["compile", "--draft"], root);
  expect((await run(["package"], root)).out).toContain("注意：这一包是草稿；");
  await run(["compile"], root);
  expect((await run(["package"], root)).out).not.toContain("草稿");
});

it("an id stands for indicators.yaml only where the file has that id", async () => {
  const root = path.join(folder, "map");
  const files = { "evipack.yaml": config.replace("map: indicators.yaml", "map: sample-city") };
  build(root, { name: "", about: "", files });
  expect((await run(["check", "-q"], root)).exitCode).toBe(0);
  writeFileSync(path.join(root, "evipack.yaml"), config.replace("map: indicators.yaml", "map: sample-ctiy"));
  const told = await run(["check"], root);
  expect([told.exitCode, told.err]).toEqual([2, expect.stringContaining("no-map")]);
  expect(told.err).toContain("sample-city");
});
