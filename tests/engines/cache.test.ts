/** The cache: two that write at once, entries that are damaged, a limit of size, a folder that cannot be written. */
import { spawnSync } from "node:child_process";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openCache } from "../../src/engines/cache.ts";
import { filesBelow, root, tempFolder } from "../support/folders.ts";

const folder = tempFolder();
const at = (name: string): string => path.join(folder, name);
const bytes = (text: string): Buffer => Buffer.from(text);

describe("the cache", () => {
  it("gives back what was put under a key, and nothing else", async () => {
    const cache = openCache(at("plain"));
    expect([await cache.get("a"), await cache.size()]).toEqual([null, { bytes: 0, entries: 0 }]);
    await cache.put("a", bytes("sample"));
    await cache.put("b", bytes(""));
    expect([await cache.get("a"), await cache.get("b"), await cache.get("c")]).toEqual([
      bytes("sample"),
      bytes(""),
      null,
    ]);
    await cache.put("a", bytes("other"));
    expect(await cache.get("a")).toEqual(bytes("other"));
    expect((await cache.size()).entries).toBe(2);
    await cache.clear();
    expect([await cache.get("a"), await cache.size()]).toEqual([null, { bytes: 0, entries: 0 }]);
  });

  it("takes a damaged entry for none, and heals", async () => {
    const cache = openCache(at("damaged"));
    await cache.put("a", bytes("sample"));
    const content = filesBelow(at("damaged")).filter((file) => file.startsWith("content"));
    for (const file of content) writeFileSync(path.join(at("damaged"), file), "rubbish");
    expect(await cache.get("a")).toBeNull();
    await cache.put("a", bytes("sample"));
    expect(await cache.get("a")).toEqual(bytes("sample"));
  });

  it("drops what was not used for the longest time", async () => {
    const cache = openCache(at("small"), 25);
    for (const key of ["a", "b", "c"]) await cache.put(key, bytes(`${key}23456789_`));
    const aged = filesBelow(at("small")).filter((file) => file.startsWith("content"));
    for (const file of aged) utimesSync(path.join(at("small"), file), 1_000_000, 1_000_000);
    await cache.get("a");
    await cache.get("c");
    await cache.trim();
    expect([await cache.get("b"), (await cache.size()).entries]).toEqual([null, 2]);
    expect(await cache.get("a")).toEqual(bytes("a23456789_"));
  });

  it("stands two programs that write at once", async () => {
    const module = pathToFileURL(path.join(root, "src", "engines", "cache.ts")).href;
    const script = `const { openCache } = await import(${JSON.stringify(module)});
const cache = openCache(${JSON.stringify(at("shared"))});
for (let round = 0; round < 30; round += 1) { await cache.put("k" + round % 10, Buffer.from("sample " + round % 10)); await cache.get("k" + round % 7); }`;
    const mine = openCache(at("shared"));
    const [other] = await Promise.all([
      new Promise<number | null>((resolve) => {
        resolve(
          spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script])
            .status,
        );
      }),
      ...Array.from({ length: 30 }, (_, round) =>
        mine.put(`k${String(round % 10)}`, bytes(`sample ${String(round % 10)}`)),
      ),
    ]);
    expect(other).toBe(0);
    for (let key = 0; key < 10; key += 1) {
      expect(await mine.get(`k${String(key)}`)).toEqual(bytes(`sample ${String(key)}`));
    }
  });

  it("is no failure where it cannot be written", async () => {
    writeFileSync(at("file"), "");
    const cache = openCache(path.join(at("file"), "below"));
    await cache.put("a", bytes("sample"));
    expect([await cache.get("a"), await cache.size()]).toEqual([null, { bytes: 0, entries: 0 }]);
    await cache.trim();
    await cache.clear();
    expect(readdirSync(folder)).toContain("file");
  });
});
