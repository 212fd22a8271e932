/** What is remembered of the contents of files: known again by the same bytes, and by nothing else. */
import * as fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import { forgetKept } from "../../src/load/kept.ts";
import { openReadings } from "../../src/load/readings.ts";
import { tempFolder } from "../support/folders.ts";
import { copySample } from "../support/samples.ts";
import { testWorld } from "../support/world.ts";

const cacheIn = (folder: string): string => path.join(folder, ".evipack", "cache");

interface Reading {
  readonly text: string;
  readonly places: ReadonlyMap<string, number | null>;
}

/** One run: was the file read, and what did it say? */
async function run(
  cache: string | null,
  { bytes = "one", about = ["map", "a.yaml"] as readonly unknown[] } = {},
): Promise<{ readonly read: boolean; readonly said: Reading }> {
  const readings = await openReadings(cache);
  let read = false;
  const said = await readings.recall(about, Buffer.from(bytes), () => {
    read = true;
    return { text: bytes, places: new Map([["预算", null]]) };
  });
  await readings.save();
  return { read, said };
}

const said = (text: string): Reading => ({ text, places: new Map([["预算", null]]) });

describe("a second run", () => {
  test("knows the same bytes", async () => {
    const cache = cacheIn(tempFolder());
    expect(await run(cache)).toEqual({ read: true, said: said("one") });
    expect(await run(cache)).toEqual({ read: false, said: said("one") });
  });

  test("reads other bytes, or the same for another purpose, and forgets what was not asked for", async () => {
    const cache = cacheIn(tempFolder());
    await run(cache);
    expect(await run(cache, { bytes: "two" })).toEqual({ read: true, said: said("two") });
    expect((await run(cache)).read).toBe(true);
    expect((await run(cache, { about: ["map", "b.yaml"] })).read).toBe(true);
    expect((await run(cache, { about: ["register", "b.yaml"] })).read).toBe(true);
  });

  const harms: Readonly<Record<string, (file: string) => void>> = {
    "is cut short": (file) => fs.truncateSync(file, fs.statSync(file).size - 1),
    "is cut to its first bytes": (file) => fs.truncateSync(file, 20),
    "is something else": (file) => fs.writeFileSync(file, "something else"),
    "was changed by somebody": (file) => {
      const bytes = fs.readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5);
      fs.writeFileSync(file, bytes);
    },
    "is gone": (file) => fs.rmSync(file),
  };
  test.each(Object.entries(harms))("reads anew when what was kept %s", async (_, harm) => {
    const cache = cacheIn(tempFolder());
    await run(cache);
    harm(path.join(cache, "readings.bin"));
    expect(await run(cache)).toEqual({ read: true, said: said("one") });
    expect((await run(cache)).read).toBe(false);
  });

  test("reads anew when the cache was cleared, or when there is none", async () => {
    const cache = cacheIn(tempFolder());
    await run(cache);
    await forgetKept(cache);
    expect((await run(cache)).read).toBe(true);
    expect((await run(null)).read).toBe(true);
    expect((await run(null)).read).toBe(true);
  });
});

test("what an earlier build kept is dropped with the rest, and nothing of anybody else", async () => {
  const folder = tempFolder();
  const names = ["evidence.bin", "evidence.bin.4711", "evidence.json", "readings.bin", "mine.json", "evidence.xlsx"];
  for (const name of names) fs.writeFileSync(path.join(folder, name), "{}");
  await forgetKept(folder);
  expect(fs.readdirSync(folder).toSorted()).toEqual(["evidence.xlsx", "mine.json"]);
  await forgetKept(path.join(folder, "not-there"));
});

test("where nothing can be written, nothing is kept, and that is no failure", async () => {
  const folder = tempFolder();
  fs.writeFileSync(path.join(folder, ".evipack"), "a file where the folder should be");
  expect((await run(cacheIn(folder))).read).toBe(true);
  expect((await run(cacheIn(folder))).read).toBe(true);
});

test("the sample is told alike without readings, with fresh ones and with kept ones; a change of the map is seen", async () => {
  const folder = copySample("fenghua", path.join(tempFolder(), "fenghua"));
  const check = async (...more: readonly string[]): Promise<string> => {
    const { world, out } = testWorld({ cwd: folder });
    await main(["check", "--format", "json", ...more], world);
    return out();
  };
  const plain = await check("--no-cache");
  expect(fs.existsSync(path.join(cacheIn(folder), "readings.bin"))).toBe(false);
  expect(await check()).toBe(plain);
  expect(fs.existsSync(path.join(cacheIn(folder), "readings.bin"))).toBe(true);
  expect(await check()).toBe(plain);
  const config = path.join(folder, "evipack.yaml");
  fs.writeFileSync(config, `window: { from: 2001-01-01, to: 2001-12-31 }\n${fs.readFileSync(config, "utf8")}`);
  const narrowed = await check();
  expect(narrowed).not.toBe(plain);
  expect(narrowed).toBe(await check("--no-cache"));
});
