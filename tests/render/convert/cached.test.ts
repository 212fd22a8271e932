/** What was converted before is taken from the cache only when it is what was put there. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openCache } from "../../../src/engines/cache.ts";
import { cached } from "../../../src/render/convert/cached.ts";
import type { Converted, Converter } from "../../../src/render/convert/converter.ts";
import { preparation } from "../../../src/render/convert/prepare.ts";
import { sha256 } from "../../../src/world.ts";
import { filesBelow, tempFolder } from "../../support/folders.ts";
import { pagePdf } from "../../support/handmade-pdf.ts";

const folder = tempFolder();
let number = 0;

interface Bench {
  readonly cache: string;
  /** Converts a text through the cache; how often was the engine asked, and what came out? */
  readonly convert: (text: string) => Promise<{ readonly asked: number; readonly page: string | null }>;
}

/** An engine that writes the text onto a page; "corrupt" it cannot read. */
function bench(options = "1/100"): Bench {
  number += 1;
  const [scratch, cache] = [
    path.join(folder, `scratch-${String(number)}`),
    path.join(folder, `cache-${String(number)}`),
  ];
  mkdirSync(scratch);
  return benchAt(cache, scratch, options);
}

const pageOf = (text: string): Buffer => pagePdf(`BT /F1 18 Tf 30 300 Td (${text}) Tj ET`);

function benchAt(cache: string, scratch: string, options = "1/100"): Bench {
  let asked = 0;
  const engine: Converter = {
    id: "sample 1.0",
    options,
    convert: ({ sha256: sum, file: source }): Promise<Converted> => {
      asked += 1;
      const text = path.basename(source);
      if (text === "corrupt") return Promise.resolve({ ok: false, failure: "corrupt" });
      const file = path.join(scratch, `${sum}.made.pdf`);
      writeFileSync(file, pageOf(text));
      return Promise.resolve({ ok: true, file, pages: 1, cut: false, repaired: false, converter: "sample 1.0" });
    },
    close: () => Promise.resolve(),
  };
  return {
    cache,
    convert: async (text) => {
      asked = 0;
      const converted = await cached(engine, openCache(cache), scratch).convert({
        file: path.join(scratch, text),
        format: "docx",
        sha256: sha256(text),
      });
      return { asked, page: converted.ok ? readFileSync(converted.file).toString("latin1") : null };
    },
  };
}

const contentOf = (cache: string): string[] =>
  filesBelow(cache)
    .filter((file) => file.startsWith("content"))
    .map((file) => path.join(cache, file));
const indexOf = (cache: string): string[] =>
  filesBelow(cache)
    .filter((file) => file.startsWith("index"))
    .map((file) => path.join(cache, file));

const page = (text: string): string => pageOf(text).toString("latin1");
const keyOf = (text: string, options = "1/100"): string =>
  sha256(["convert", preparation, sha256(text), "docx", "sample 1.0", options].join("\n"));

describe("a second run", () => {
  it("converts nothing, and what lay in the file still does", async () => {
    const { convert } = bench();
    expect(await convert("one")).toEqual({ asked: 1, page: page("one") });
    expect(await convert("one")).toEqual({ asked: 0, page: page("one") });
    expect(await convert("corrupt")).toEqual({ asked: 1, page: null });
    expect(await convert("corrupt")).toEqual({ asked: 0, page: null });
  });

  const damages: Readonly<Record<string, (cache: string) => void | Promise<void>>> = {
    "the content is cut short": (cache) => contentOf(cache).forEach((file) => truncateSync(file, 40)),
    "the content has another byte": (cache) => {
      for (const file of contentOf(cache)) {
        const bytes = readFileSync(file);
        bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
        writeFileSync(file, bytes);
      }
    },
    "the content is gone": (cache) => contentOf(cache).forEach((file) => rmSync(file)),
    "the content is a folder": (cache) =>
      contentOf(cache).forEach((file) => {
        rmSync(file);
        mkdirSync(file);
      }),
    "the index is cut short": (cache) => indexOf(cache).forEach((file) => truncateSync(file, 60)),
    "the index is rubbish": (cache) => indexOf(cache).forEach((file) => writeFileSync(file, "\u0000rubbish\n{")),
    "the entry is that of another file": async (cache) => {
      const other = await openCache(cache).get(keyOf("two"));
      expect(other).not.toBeNull();
      await openCache(cache).put(keyOf("one"), other ?? Buffer.alloc(0));
    },
    "the entry is of an earlier version": (cache) =>
      openCache(cache).put(
        keyOf("one"),
        Buffer.concat([
          Buffer.from('{"ok":true,"pages":1,"cut":false,"repaired":false,"converter":"sample 1.0"}\n'),
          pageOf("forged"),
        ]),
      ),
    "the entry is no JSON": (cache) => openCache(cache).put(keyOf("one"), Buffer.from("%PDF-1.4\nforged")),
    "the entry has no line": (cache) => openCache(cache).put(keyOf("one"), Buffer.alloc(0)),
    "the entry tells of a failure that there is not": (cache) =>
      openCache(cache).put(keyOf("one"), Buffer.from(`{"ok":false,"key":"${keyOf("one")}","failure":"bogus"}\n`)),
    "the pages of the entry are no PDF": (cache) =>
      openCache(cache).put(
        keyOf("one"),
        Buffer.from(
          `{"ok":true,"key":"${keyOf("one")}","pages":1,"cut":false,"repaired":false,"converter":"sample 1.0"}\nforged`,
        ),
      ),
    "the pages of the entry are fewer than it says": (cache) =>
      openCache(cache).put(
        keyOf("one"),
        Buffer.concat([
          Buffer.from(
            `{"ok":true,"key":"${keyOf("one")}","pages":2,"cut":false,"repaired":false,"converter":"sample 1.0"}\n`,
          ),
          pageOf("forged"),
        ]),
      ),
  };
  it.each(Object.entries(damages))("converts anew where %s, and heals", async (_, damage) => {
    const { cache, convert } = bench();
    await convert("one");
    await convert("two");
    await damage(cache);
    expect(await convert("one")).toEqual({ asked: 1, page: page("one") });
    const healed = await convert("one");
    expect(healed.page).toBe(page("one"));
  });

  it("takes nothing from a converter with other options", async () => {
    const { cache, convert } = bench();
    await convert("one");
    const scratch = path.join(folder, "newer");
    mkdirSync(scratch);
    expect(await benchAt(cache, scratch, "2/100").convert("one")).toMatchObject({ asked: 1 });
  });

  it("takes what a cache holds that was copied from elsewhere", async () => {
    const { cache, convert } = bench();
    await convert("one");
    const [copy, scratch] = [path.join(folder, "copy"), path.join(folder, "copied")];
    cpSync(cache, copy, { recursive: true });
    mkdirSync(scratch);
    expect(await benchAt(copy, scratch).convert("one")).toEqual({ asked: 0, page: page("one") });
    expect(readdirSync(scratch)).toHaveLength(1);
  });
});
