/** Trouble while a pack is made: the earlier pack stays whole, and the problem is told without a stack trace. */
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { program } from "../support/child.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { sha256 } from "../support/samples.ts";
import { testWorld } from "../support/world.ts";
import { noise, tinyPdf, tinyPng } from "./bytes.ts";
import { readManifest, run } from "./run.ts";
import { build } from "./workspace.ts";

const paper = "evidence/教育局/2-2 人员名册.pdf";

function workspace(): string {
  const folder = path.join(tempFolder(), "workspace");
  build(folder, { name: "", about: "", files: { [paper]: tinyPdf("名册") } });
  return folder;
}

const contents = (folder: string): [string, string][] =>
  filesBelow(folder).map((file) => [file, sha256(path.join(folder, file))]);

const posix = process.platform !== "win32";
const isRoot = process.getuid?.() === 0;

describe("trouble while a pack is made", () => {
  it("a file that goes away while others are rendered becomes a placeholder, and the verdict knows", async () => {
    const root = workspace();
    const { world, out } = testWorld({ cwd: root });
    const stderr = {
      isTTY: true,
      write: (text: string): void => {
        if (text.includes("排入材料")) rmSync(path.join(root, paper), { force: true });
      },
    };
    const exitCode = await main(["compile"], { ...world, stderr });
    expect(exitCode).toBe(3);
    expect(out()).toContain("核对期间无法读取或已被移走");
    const entry = readManifest(path.join(root, "pack")).evidence.find(({ source }) => source === paper);
    expect(entry).toMatchObject({ state: "placeholder", reason: "vanished" });
  });

  it.runIf(posix)("a disk that takes no more leaves the earlier pack as it was", async () => {
    const root = workspace();
    expect((await run(["compile"], root)).exitCode).toBeLessThan(2);
    const before = contents(path.join(root, "pack"));
    build(root, {
      name: "",
      about: "",
      files: { [paper]: Buffer.concat([tinyPdf("另一份"), noise(64)]), "evidence/教育局/2-2 名册照片.png": tinyPng(7) },
    });
    // Files may not grow beyond 32 kB: the report is larger, so that writing it fails midway.
    const told = execFileSync(
      "sh",
      ["-c", `ulimit -f 64; "$@" 2>&1 || true`, "sh", process.execPath, program, "compile", "-C", root],
      {
        env: { ...process.env, LANG: "zh_CN.UTF-8", EVIPACK_CONVERTER: "none" },
      },
    ).toString("utf8");
    expect(told).toContain("cannot-write");
    expect(told).not.toMatch(/\n\s+at /u);
    expect(contents(path.join(root, "pack"))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith(".pack"))).toEqual([]);
  });

  it.runIf(posix && !isRoot)("a folder that may not be written to is told", async () => {
    const root = workspace();
    chmodSync(root, 0o555);
    const { exitCode, err } = await run(["compile"], root);
    chmodSync(root, 0o755);
    expect([exitCode, err]).toEqual([2, expect.stringContaining("cannot-write")]);
    expect(readFileSync(path.join(root, paper)).length).toBeGreaterThan(0);
  });
});
