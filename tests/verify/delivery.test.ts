/** `evipack verify` on deliveries: whatever was changed in a bag or its ZIP is found. */
import { appendFileSync, cpSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyOutput } from "../../src/schema/packs.ts";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall, flip } from "../support/small-pack.ts";

const folder = tempFolder();
let count = 0;

async function faults(place: string): Promise<string[]> {
  const { out } = await run(["verify", place, "--format", "json"], folder);
  return verifyOutput.parse(JSON.parse(out)).diagnostics.map(({ code, file }) => `${code} ${file}`);
}

describe("a delivery that was changed", () => {
  let bag: string;
  let zip: string;
  beforeAll(async () => {
    const { root: here } = await compileSmall(folder);
    await run(["package"], here);
    await run(["package", "--zip"], here);
    [bag, zip] = [path.join(here, "delivery"), path.join(here, "delivery.zip")];
  });

  const spoiled = (): string => {
    count += 1;
    const copy = path.join(folder, `bag-${String(count)}`);
    cpSync(bag, copy, { recursive: true });
    return copy;
  };

  it.each([
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
    "data/README.txt",
    "data/originals.txt",
    "data/originals/2-2-01 人员名册2019.txt",
    "data/pack/支撑材料汇编.pdf",
    "data/pack/manifest.sha256",
  ])("one bit of %s is found", async (name) => {
    for (const place of [0, 0.41, 0.9, 1]) {
      const copy = spoiled();
      flip(path.join(copy, name), place);
      const ran = await run(["verify", copy, "-q"], folder);
      expect([place, ran.exitCode]).toEqual([place, 1]);
      rmSync(copy, { recursive: true });
    }
  });

  it("one bit of the ZIP is found wherever it stands", async () => {
    const copy = path.join(folder, "spoiled.zip");
    const size = statSync(zip).size;
    // The first header and its name, contents, and the directory at the end.
    for (const at of [4, 6, 10, 12, 14, 31, 0.3 * size, 0.6 * size, size - 400, size - 40, size - 20, size - 1]) {
      cpSync(zip, copy);
      flip(copy, (at + 0.5) / size);
      const ran = await run(["verify", copy, "-q"], folder);
      expect([at, [1, 2].includes(ran.exitCode)]).toEqual([at, true]);
    }
    cpSync(zip, copy);
    appendFileSync(copy, "x");
    expect(await faults(copy)).toEqual([`zip-altered ${copy}`]);
    writeFileSync(copy, "no zip");
    expect((await run(["verify", copy], folder)).exitCode).toBe(2);
  });

  it("one byte of the end of the ZIP leaves a damaged ZIP, not something else", async () => {
    const copy = path.join(folder, "end.zip");
    const size = statSync(zip).size;
    // The place of the directory (16 to 19 of the last 22): whoever moves it loses every file.
    for (const at of [size - 22 + 16, size - 22 + 17]) {
      cpSync(zip, copy);
      flip(copy, (at + 0.5) / size);
      const ran = await run(["verify", copy, "--lang", "zh-CN"], folder);
      expect(ran.err).toMatch(/ZIP 文件已损坏|不是能打开的 ZIP 文件/u);
      expect(ran.exitCode).toBe(2);
    }
  });

  it("a removed original is a fault, and not something that was never sent along", async () => {
    const copy = spoiled();
    const original = "data/originals/2-2-01 人员名册2019.txt";
    rmSync(path.join(copy, original));
    expect(await faults(copy)).toEqual([`file-missing ${original}`, "bag-form bag-info.txt"]);
    const { out } = await run(["verify", copy, "--format", "json"], folder);
    const whole = await run(["verify", bag, "--format", "json"], folder);
    const unchecked = (text: string): unknown => verifyOutput.parse(JSON.parse(text)).unchecked;
    expect(unchecked(out)).toEqual(unchecked(whole.out));
  });

  it("removed and extra files, each once", async () => {
    const copy = spoiled();
    rmSync(path.join(copy, "data/pack/自评报告.pdf"));
    rmSync(path.join(copy, "data/originals.txt"));
    writeFileSync(path.join(copy, "data/pack/x.txt"), "x");
    writeFileSync(path.join(copy, "notes.txt"), "x");
    mkdirSync(path.join(copy, "data/more"));
    mkdirSync(path.join(copy, "more"));
    expect(await faults(copy)).toEqual([
      "file-extra data/more/",
      "file-missing data/originals.txt",
      "file-extra data/pack/x.txt",
      "file-missing data/pack/自评报告.pdf",
      "file-extra more/",
      "file-extra notes.txt",
      "bag-form bag-info.txt",
    ]);
  });

  it("a list that leads out of the bag, and a bag without a pack", async () => {
    const copy = spoiled();
    appendFileSync(path.join(copy, "manifest-sha256.txt"), `${"0".repeat(64)}  ../secret\n`);
    expect(await faults(copy)).toContain("bag-form manifest-sha256.txt");
    rmSync(path.join(copy, "data/pack/manifest.json"));
    const ran = await run(["verify", copy], folder);
    expect(ran.exitCode).toBe(2);
    expect(ran.err).toContain("file-missing");
    expect(ran.err).toContain("no-manifest");
  });
});
