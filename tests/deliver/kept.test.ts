/** An earlier delivery that somebody has worked on is kept, which is said even with -q; one as it was written is not. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall, flip } from "../support/small-pack.ts";

const folder = tempFolder();
let here: string;
beforeAll(async () => {
  ({ root: here } = await compileSmall(folder));
});

const quiet = {
  exitCode: 0,
  out: "结论：交付包已打好，文件的大小、类型、名称都合要求；退出码 0。\n",
  err: "",
};

const isSound = async (name: string): Promise<boolean> => (await run(["verify", name, "-q"], here)).exitCode === 0;

it("a folder", async () => {
  await run(["package"], here);
  expect(await run(["package", "-q"], here)).toEqual(quiet);
  const note = path.join(here, "delivery", "data", "note.txt");
  writeFileSync(note, "mine");
  const told = "以前的交付包有人改动过，没有覆盖，改名留作 delivery-kept-1/。\n";
  const ran = await run(["package"], here);
  expect([ran.out.includes(told), ran.err]).toEqual([true, ""]);
  expect(existsSync(path.join(here, "delivery-kept-1", "data", "note.txt"))).toBe(true);
  writeFileSync(note, "mine");
  expect(await run(["package", "-q"], here)).toEqual({ ...quiet, err: told.replace("kept-1", "kept-2") });
  expect(await isSound("delivery")).toBe(true);
});

it("a ZIP", async () => {
  await run(["package", "--zip"], here);
  expect(await run(["package", "--zip", "-q"], here)).toEqual(quiet);
  const zip = path.join(here, "delivery.zip");
  flip(zip, 0.5);
  const changed = readFileSync(zip);
  const ran = await run(["package", "--zip", "-q", "--lang", "en"], here);
  expect(ran.err).toBe(
    "Somebody had changed the earlier delivery, so it was not overwritten; it is now delivery-kept-1.zip.\n",
  );
  expect(readFileSync(path.join(here, "delivery-kept-1.zip")).equals(changed)).toBe(true);
  expect(await isSound("delivery.zip")).toBe(true);
  expect(readdirSync(here).filter((name) => name.startsWith(".delivery"))).toEqual([]);
});
