/** Folders in which nothing lies: those that somebody added are named, those that lost their files are not. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { verifyOutput } from "../../src/schema/packs.ts";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall } from "../support/small-pack.ts";

it("an added empty folder is named, but not one that lost its files", async () => {
  const { root } = await compileSmall(tempFolder());
  const pack = path.join(root, "pack");
  mkdirSync(path.join(pack, "补充/照片"), { recursive: true });
  for (const name of readdirSync(path.join(pack, "site"))) rmSync(path.join(pack, "site", name), { recursive: true });
  const { out } = await run(["verify", "pack", "--format", "json"], root);
  const told = verifyOutput.parse(JSON.parse(out)).diagnostics.map(({ code, file }) => `${code} ${file}`);
  expect(told).toContain("file-extra 补充/照片/");
  expect(told.filter((each) => each.includes("补充") || each.endsWith("site/"))).toHaveLength(1);
});
