/** A check that shows what changed says when nothing did, and does not call nothing complete. */
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

it("says that nothing has changed", async () => {
  const root = path.join(tempFolder(), "workspace");
  build(root, { name: "", about: "", files: { "evidence/教育局/2-2 人员名册2019.txt": null } });
  const before = path.join(root, "before.json");
  expect((await run(["check", "--format", "json", "--output", before], root)).exitCode).toBe(1);
  const { exitCode, out } = await run(["check", "--since", before], root);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/】结论：没有变化；退出码 0。\n$/u);
  expect(out).not.toContain("材料齐备");
  expect((await run(["check", "--since", before, "--lang", "en"], root)).out).toContain("nothing has changed");
});
