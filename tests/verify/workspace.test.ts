/** A workspace where a pack should be named. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

const commands: readonly (readonly string[])[] = [["verify"], ["diff", "workspace"]];

it.each(commands)("is told from a pack, and where its pack is: %s", async (...command) => {
  const workspace = path.join(folder, "workspace");
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace);
  writeFileSync(path.join(workspace, "evipack.yaml"), "title: 样例\n");
  const bare = await run([...command, "workspace"], folder);
  expect([bare.exitCode, bare.err]).toEqual([2, expect.stringContaining("先用 evipack compile 编出成果包（pack/）")]);
  for (const name of ["draft", "pack"]) {
    mkdirSync(path.join(workspace, name));
    writeFileSync(path.join(workspace, name, "manifest.json"), "{}");
  }
  const told = await run([...command, "workspace"], folder);
  const instead = `把命令里的路径换成 ${path.join("workspace", "pack")}。`;
  expect([told.exitCode, told.err]).toEqual([2, expect.stringContaining(instead)]);
});
