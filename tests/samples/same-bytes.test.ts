/** Same input, same bytes: again, in another zone and locale, from another folder, at another place. */
import path from "node:path";
import { tmpdir } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { ended, start } from "../support/child.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { compile, copySample, sampleFolder, sha256 } from "../support/samples.ts";
import type { SampleName } from "../support/samples.ts";

/** SHA-256 of every file of a pack, the manifest too. */
const sums = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, sha256(path.join(folder, file))]));

const samples: readonly (readonly [name: SampleName, exitCode: number])[] = [
  ["fenghua", 3],
  ["unesco", 0],
];

describe.each(samples)("pack of %s", (name, exitCode) => {
  const folder = tempFolder();
  const out = (run: string): string => path.join(folder, run, "pack");
  let first: Record<string, string>;
  beforeAll(async () => {
    await compile(sampleFolder(name), out("first"));
    first = sums(out("first"));
  });

  it("is whole: seven files", () => {
    expect(Object.keys(first)).toHaveLength(7);
  });

  it("has the same bytes when compiled again, over the earlier pack", async () => {
    await compile(sampleFolder(name), out("first"));
    expect(sums(out("first"))).toEqual(first);
  });

  it("has the same bytes in Shanghai, in a Chinese locale, started from another folder", async () => {
    const env = { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" };
    const child = start(["compile", "-C", sampleFolder(name), "--out", out("shanghai")], { cwd: tmpdir(), env });
    expect(await ended(child)).toBe(exitCode);
    expect(sums(out("shanghai"))).toEqual(first);
  });

  it("has the same bytes from a copy of the workspace at another place", async () => {
    const copy = copySample(name, path.join(folder, "另一处 (copy)", "w"));
    await compile(copy, out("elsewhere"));
    expect(sums(out("elsewhere"))).toEqual(first);
  });
});
