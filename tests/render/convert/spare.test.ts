/** A second engine tries what the first one crashed over, and nothing else. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { openCache } from "../../../src/engines/cache.ts";
import { cached } from "../../../src/render/convert/cached.ts";
import { converterWith } from "../../../src/render/convert/converter.ts";
import type { Converted } from "../../../src/render/convert/converter.ts";
import type { Engine, EngineFailure } from "../../../src/render/convert/engine.ts";
import { sha256 } from "../../../src/world.ts";
import { tinyPdf } from "../../cases/bytes.ts";
import { tempFolder } from "../../support/folders.ts";

const folder = tempFolder();

/** An engine that always ends in one way, and counts how often it was asked. */
function engine(id: string, failure: EngineFailure | null): Engine & { readonly asked: () => number } {
  let asked = 0;
  const toPdf: Engine["toPdf"] = ({ output }) => {
    asked += 1;
    if (failure === null) writeFileSync(output, tinyPdf("sample"));
    return Promise.resolve(failure);
  };
  return { id, toPdf, asked: () => asked, close: () => Promise.resolve() };
}

let count = 0;

/** What comes of one file, asked for twice with a cache between, and how often each engine was asked. */
async function run(first: EngineFailure | null, spare: EngineFailure | null | "none"): Promise<[Converted, number[]]> {
  count += 1;
  const scratch = path.join(folder, String(count));
  mkdirSync(scratch);
  const [own, other] = [engine("own", first), engine("other", spare === "none" ? null : spare)];
  const findSpare = (): Promise<Engine | null> => Promise.resolve(spare === "none" ? null : other);
  const converter = converterWith(own, { pageLimit: 9, scratch, findSpare });
  const warm = cached(converter, openCache(path.join(scratch, "cache")), scratch);
  const file = path.join(scratch, "a.doc");
  writeFileSync(file, "sample");
  const job = { file, format: "doc", sha256: sha256("sample") };
  const made = await warm.convert(job);
  expect(await warm.convert(job)).toEqual(made);
  await warm.close();
  return [made, [own.asked(), other.asked()]];
}

it("a crash is tried once with the other engine, whose name stays with the pages", async () => {
  expect(await run("crashed", null)).toMatchObject([{ ok: true, converter: "other" }, [1, 1]]);
});

it("a crash without another engine, or over which that fails too, stays one and is not remembered", async () => {
  expect(await run("crashed", "none")).toEqual([{ ok: false, failure: "crashed" }, [2, 0]]);
  expect(await run("crashed", "corrupt")).toEqual([{ ok: false, failure: "crashed" }, [2, 2]]);
});

it("what fails in another way is not tried again", async () => {
  expect(await run("corrupt", null)).toEqual([{ ok: false, failure: "corrupt" }, [1, 0]]);
  expect(await run("timed-out", null)).toEqual([{ ok: false, failure: "timed-out" }, [2, 0]]);
  expect(await run(null, null)).toMatchObject([{ ok: true, converter: "own" }, [1, 0]]);
});
