/** What was typed wrong is told first and as it was typed. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();
const root = path.join(folder, "some", "workspace");
build(root, { name: "", about: "", files: { "evidence/没有这个局/1-1-1 规划.txt": "样例" } });

it.each(["check", "compile", "assign"])("%s: a day that is none is told alone", async (command) => {
  expect((await run([command], root)).out).toContain("unknown-folder");
  const { exitCode, out, err } = await run([command, "--as-of", "2019-13-01"], root);
  expect([exitCode, out]).toEqual([2, ""]);
  expect(err).toMatch(/^错误 bad-option\n {2}--as-of 写的“2019-13-01”日历上没有这一天。\n/u);
  expect(err).not.toContain("unknown-folder");
});

it.each(["check", "assign"])("%s: a name that no department has is told alone", async (command) => {
  const { err } = await run([command, "--department", "没有局"], root);
  expect(err).toMatch(/^错误 unknown-name\n/u);
  expect(err).not.toContain("unknown-folder");
});

it.each(["check", "compile", "assign", "package", "cache", "template report"])(
  "%s: a folder that is no workspace is shown as it was typed",
  async (command) => {
    const told = async (typed: string): Promise<string> =>
      (await run([...command.split(" "), "-C", typed], folder)).err;
    expect(await told("some/where/else")).toContain("没有“some/where/else”这个文件夹");
    expect(await told(path.join(folder, "nowhere"))).toContain(`没有“${path.join(folder, "nowhere")}”这个文件夹`);
  },
);

it("a folder without evipack.yaml is, too", async () => {
  mkdirSync(path.join(folder, "some", "empty"));
  expect((await run(["check", "-C", "some/empty"], folder)).err).toContain("“some/empty”里没有 evipack.yaml");
});

it("without -C the current folder goes by its name", async () => {
  expect((await run(["check"], path.join(folder, "some"))).err).toContain("“some”里没有 evipack.yaml");
});
