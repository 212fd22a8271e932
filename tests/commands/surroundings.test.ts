/** What commands make of the environment: the folder of the cache, the converter. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import type { Ran } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { openCache } from "../../src/engines/cache.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

const evipack = (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  run(argv, folder, env);

describe.skipIf(process.platform !== "linux")("a place in which no folder can be made", () => {
  it.each([
    ["compile", "-C", "made", "--out", "/proc/evipack/pack"],
    ["package", "-C", "made", "--out", "/proc/evipack"],
    ["package", "-C", "made", "--out", "/proc/evipack.zip"],
    ["assign", "-C", "made", "--output", "/proc/evipack"],
    ["init", "/proc/evipack", "--map", "zhejiang-learning-city"],
  ])("is told with its reason: %s", async (...argv) => {
    if (!existsSync(path.join(folder, "made"))) {
      build(path.join(folder, "made"), { name: "", about: "", files: {} });
      await evipack(["compile", "-C", "made"]);
    }
    const { exitCode, err } = await evipack(argv);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^\/proc\/evipack\S*  错误 cannot-write\n  写不进“\/proc\/evipack[^”]*”（ENOENT）。/u);
  });
});

describe("the cache", () => {
  it("is told and emptied, in the workspace or where EVIPACK_CACHE says", async () => {
    const kept = openCache(path.join(folder, "elsewhere"));
    await kept.put("sample", Buffer.alloc(2048));
    const env = { EVIPACK_CACHE: "elsewhere" };
    mkdirSync(path.join(folder, "some"));
    const own = await evipack(["cache", "-C", "some", "--lang", "en"]);
    expect(own).toMatchObject({ exitCode: 0, out: "The cache is in some/.evipack/cache: 0 entries, 0 KB.\n" });
    const told = await evipack(["cache", "--lang", "en"], env);
    expect(told).toMatchObject({ exitCode: 0, out: "The cache is in elsewhere: 1 entry, 2 KB.\n" });
    const cleared = await evipack(["cache", "clear", "--lang", "en"], env);
    expect(cleared.out).toBe("The cache in elsewhere is empty now: 1 entry, 2 KB removed.\n");
    expect(await kept.get("sample")).toBeNull();
    expect(await evipack(["cache", "clean"], env)).toMatchObject({ exitCode: 2 });
  });

  it("says when nothing can be kept", async () => {
    writeFileSync(path.join(folder, "no-folder"), "");
    const told = await evipack(["cache", "--lang", "en"], { EVIPACK_CACHE: "no-folder/cache" });
    expect(told.exitCode).toBe(0);
    expect(told.out).toContain("0 entries, 0 KB.\nIt cannot be written: nothing is kept");
  });

  it("of a folder that is not there is no cache", async () => {
    const { exitCode, out, err } = await evipack(["cache", "-C", "some/missing", "--lang", "en"]);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain('There is no folder "some/missing".');
    expect(existsSync(path.join(folder, "some", "missing"))).toBe(false);
  });
});

describe("a converter that there is not", () => {
  it("is told by compile alone, and before anything else", async () => {
    const env = { EVIPACK_CONVERTER: "bogus" };
    build(path.join(folder, "converted"), { name: "", about: "", files: { "narrative/1-1-1.md": null } });
    const checked = await evipack(["check", "-C", "converted"], env);
    expect([checked.exitCode, checked.err]).toEqual([0, ""]);
    const { exitCode, out, err } = await evipack(["compile", "-C", "converted"], env);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err.match(/(?:错误|提醒) [a-z-]+/gu)).toEqual(["错误 bad-option"]);
  });
});
