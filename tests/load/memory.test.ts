/** What is remembered of files between two checks: when it is trusted, and when the file is opened again. */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import type { IgnoredReason } from "../../src/model/evidence.ts";
import type { Words } from "../../src/model/words.ts";
import type { Inspected } from "../../src/load/inspect.ts";
import { forgetKept } from "../../src/load/kept.ts";
import { openMemory } from "../../src/load/memory.ts";
import { tempFolder } from "../support/folders.ts";
import { copySample } from "../support/samples.ts";
import { testWorld } from "../support/world.ts";

const pdf: Inspected = {
  bytes: 3,
  sha256: "abc",
  state: { type: "readable", kind: "pdf", format: "pdf", pages: 2 },
  words: null,
};
const hour = 3_600_000;

interface Place {
  readonly folder: string;
  readonly file: string;
  readonly cache: string;
}

function place(): Place {
  const folder = tempFolder();
  const file = path.join(folder, "evidence", "a.pdf");
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, "one");
  return { folder, file, cache: path.join(folder, ".evipack", "cache") };
}

const name = "evidence/a.pdf";

/** One run: was the file opened, and what was told of it? An hour later, unless said otherwise. */
async function run(
  { folder, file, cache }: Place,
  {
    found = pdf,
    ignored = null as IgnoredReason | null,
    passwords = [] as string[],
    now = Date.now() + hour,
    paranoid = false,
  } = {},
): Promise<{ readonly opened: boolean; readonly told: Inspected }> {
  const memory = await openMemory(cache, { root: folder, passwords, now: () => now, paranoid });
  let opened = false;
  const told = await memory.recall(name, ignored, (full) => {
    expect(full).toBe(file);
    opened = true;
    return Promise.resolve(found);
  });
  await memory.save();
  return { opened, told };
}

test("believes no date when it is told so: what is remembered holds for the same bytes", async () => {
  const at = place();
  await run(at);
  expect((await run(at)).opened).toBe(false);
  // What is remembered has a sum that the file has not.
  expect((await run(at, { paranoid: true })).opened).toBe(true);
  const own = { ...pdf, sha256: createHash("sha256").update("one").digest("hex") };
  await run(at, { found: own, paranoid: true });
  expect((await run(at, { paranoid: true })).opened).toBe(false);
});

describe("a second run", () => {
  const cases: Readonly<Record<string, readonly [change: (at: Place) => void, opened: boolean]>> = {
    "nothing changed": [() => undefined, false],
    "another content of the same length": [({ file }) => fs.writeFileSync(file, "two"), true],
    "another content, with the old time put back": [
      ({ file }) => {
        const { atime, mtime } = fs.statSync(file);
        fs.writeFileSync(file, "two");
        fs.utimesSync(file, atime, mtime);
      },
      true,
    ],
    "another file in its place": [
      ({ file }) => {
        const { atime, mtime } = fs.statSync(file);
        fs.writeFileSync(`${file}.new`, "two");
        fs.utimesSync(`${file}.new`, atime, mtime);
        fs.renameSync(`${file}.new`, file);
      },
      true,
    ],
    "the memory is cut short": [({ cache }) => fs.truncateSync(path.join(cache, "evidence.bin"), 20), true],
    "the memory is something else": [({ cache }) => fs.writeFileSync(path.join(cache, "evidence.bin"), "[1]"), true],
    "the memory is empty": [({ cache }) => fs.writeFileSync(path.join(cache, "evidence.bin"), ""), true],
    "somebody changed what the memory says": [
      ({ cache }) => {
        const memory = path.join(cache, "evidence.bin");
        const bytes = fs.readFileSync(memory);
        const at = bytes.indexOf("readable");
        expect(at).toBeGreaterThan(0);
        bytes.write("unlikely", at);
        fs.writeFileSync(memory, bytes);
      },
      true,
    ],
    "the memory has another shape under the seal of before": [
      ({ cache }) => {
        const file = path.join(cache, "evidence.bin");
        const [seal = ""] = fs.readFileSync(file, "latin1").split("\n");
        fs.writeFileSync(file, `${seal}\n{"evidence/a.pdf":null}`);
      },
      true,
    ],
    "the memory is of an earlier version": [
      ({ cache }) => fs.writeFileSync(path.join(cache, "evidence.bin"), '{"key":"abc","entries":{}}'),
      true,
    ],
    "the memory is gone": [({ cache }) => fs.rmSync(cache, { recursive: true }), true],
  };
  test.each(Object.entries(cases))("%s", async (_, [change, opened]) => {
    const at = place();
    expect((await run(at)).opened).toBe(true);
    change(at);
    const second = await run(at);
    expect(second).toEqual({ opened, told: pdf });
  });

  test("other passwords: what was shut may open now", async () => {
    const at = place();
    await run(at);
    expect((await run(at, { passwords: ["secret"] })).opened).toBe(true);
    expect(fs.readFileSync(path.join(at.cache, "evidence.bin"), "utf8")).not.toContain("secret");
  });

  test("what was ignored is opened when it is evidence, and the other way round", async () => {
    const register: Inspected = { ...pdf, state: { type: "ignored", reason: "register" } };
    const at = place();
    expect(await run(at, { found: register, ignored: "register" })).toEqual({ opened: true, told: register });
    expect(await run(at, { found: register, ignored: "register" })).toEqual({ opened: false, told: register });
    expect((await run(at, { found: register, ignored: "set-aside" })).opened).toBe(true);
    expect(await run(at)).toEqual({ opened: true, told: pdf });
    expect((await run(at, { found: register, ignored: "register" })).opened).toBe(true);
  });

  test.each(["no-permission", "vanished"] as const)("%s is not taken for granted", async (reason) => {
    const at = place();
    await run(at, {
      found: { bytes: 0, sha256: null, state: { type: "unreadable", reason, format: "pdf" }, words: null },
    });
    expect((await run(at)).opened).toBe(true);
  });
});

test("what several files told comes back to each of them, to the letter", async () => {
  const at = place();
  const words = (opening: string, phones = 0): Words => ({
    title: opening.slice(0, 2),
    opening,
    personal: { idNumbers: 0, phones },
    places: phones === 0 ? [] : [{ type: "page", number: 1 }],
    placesInAll: phones,
    whole: true,
  });
  const picture = { type: "readable", kind: "image", format: "jpg", pages: 1 } as const;
  const told: Readonly<Record<string, Inspected>> = {
    "a.pdf": { ...pdf, words: words("关于样例的通知\n\0第一行") },
    "b.pdf": { ...pdf, sha256: "def", words: words("Sample notice", 2) },
    "c.pdf": { ...pdf, bytes: 0, sha256: null, state: { type: "unreadable", reason: "corrupt", format: "pdf" } },
    "d.jpg": { ...pdf, state: { ...picture, pixels: { width: 3, height: 2 }, flaw: "damaged" } },
    "e.jpg": { ...pdf, state: picture },
    // Cut in the middle of a character, as an opening may be.
    "样例\nf.pdf": { ...pdf, bytes: 5e9, words: words("样例\ud840") },
    "g.pdf": { ...pdf, words: words("") },
  };
  for (const file of Object.keys(told)) fs.writeFileSync(path.join(path.dirname(at.file), file), file);
  const recalled = async (expected: "looks" | "knows"): Promise<unknown> => {
    const memory = await openMemory(at.cache, { root: at.folder, passwords: [], now: () => Date.now() + hour });
    const all: [string, Inspected][] = [];
    for (const [file, found] of Object.entries(told)) {
      const look = (): Promise<Inspected> =>
        expected === "looks" ? Promise.resolve(found) : Promise.reject(new Error(`${file} was opened`));
      all.push([file, await memory.recall(`evidence/${file}`, null, look)]);
    }
    await memory.save();
    return Object.fromEntries(all);
  };
  expect(await recalled("looks")).toEqual(told);
  expect(await recalled("knows")).toEqual(told);
});

test("a file written just now is not trusted: it may change again within the same tick", async () => {
  const at = place();
  await run(at, { now: Date.now() });
  expect((await run(at)).opened).toBe(true);
});

test("a clock that was set back makes nothing older than it is", async () => {
  const at = place();
  await run(at, { now: Date.now() - hour });
  expect((await run(at)).opened).toBe(true);
  // Known now; whatever the clock says later, a change is seen.
  expect((await run(at, { now: 0 })).opened).toBe(false);
  fs.writeFileSync(at.file, "two");
  fs.utimesSync(at.file, 0, 0);
  expect((await run(at, { now: 0 })).opened).toBe(true);
});

test("a file that changes while it is read is not trusted", async () => {
  const at = place();
  const memory = await openMemory(at.cache, { root: at.folder, passwords: [], now: () => Date.now() + hour });
  await memory.recall(name, null, () => {
    fs.appendFileSync(at.file, "more");
    return Promise.resolve(pdf);
  });
  await memory.save();
  expect((await run(at)).opened).toBe(true);
});

test("where nothing can be written, nothing is kept, and that is no failure", async () => {
  const at = place();
  fs.mkdirSync(path.dirname(at.cache), { recursive: true });
  fs.writeFileSync(at.cache, "a file where the folder should be");
  expect((await run(at)).opened).toBe(true);
  expect((await run(at)).opened).toBe(true);
});

test("clearing the cache forgets", async () => {
  const at = place();
  await run(at);
  await forgetKept(at.cache);
  expect((await run(at)).opened).toBe(true);
});

test("the sample is told alike without a memory, with a fresh one, with a full one and with a damaged one", async () => {
  const folder = copySample("unesco", path.join(tempFolder(), "unesco"));
  // A title that the paper does not bear: seen in its first words alone.
  const register = path.join(folder, "evidence", "City Library", "register.yaml");
  const rows = fs.readFileSync(register, "utf8");
  fs.writeFileSync(register, rows.replace("Register of community learning spaces\n", "Bicycle parking contract\n"));
  const check = async (...more: readonly string[]): Promise<string> => {
    const { world, out } = testWorld({ cwd: folder, now: () => Date.now() + hour });
    await main(["check", "--format", "json", ...more], world);
    return out();
  };
  const memory = path.join(folder, ".evipack", "cache", "evidence.bin");
  const plain = await check("--no-cache");
  expect(plain).toContain("title-differs");
  expect(fs.existsSync(memory)).toBe(false);
  expect(await check()).toBe(plain);
  const kept = fs.readFileSync(memory);
  expect(await check()).toBe(plain);
  for (const damaged of [kept.subarray(0, kept.length / 2), kept.subarray(0, 140), Buffer.concat([kept, kept])]) {
    fs.writeFileSync(memory, damaged);
    expect(await check()).toBe(plain);
  }
});
