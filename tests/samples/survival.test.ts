/** The last good pack survives whatever happens, and a pack never replaces anything but a pack. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { randomOf } from "../../fixtures/make/random.ts";
import { noise } from "../cases/bytes.ts";
import { build, plan } from "../cases/workspace.ts";
import { ended, start } from "../support/child.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { compile, evipack, faultsOfPack, readPack, samplePack } from "../support/samples.ts";
import { printed } from "../support/small-pack.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");

describe("a run that is killed", () => {
  const home = tempFolder();
  const workspace = path.join(tempFolder(), "workspace");
  const target = path.join(home, "pack");
  const old = path.join(home, ".pack.old");
  /** What runs before this one left beside the pack. */
  let left: readonly string[] = [];
  /** What this run has staged beside the pack so far. */
  const staged = (): string[] =>
    readdirSync(home)
      .filter((name) => name.startsWith(".pack.new") && !left.includes(name))
      .flatMap((name) => [name, ...listed(path.join(home, name))]);
  const stagedFile = (ending: string) => (): boolean => staged().some((file) => file.endsWith(ending));
  const next = randomOf("survival");
  let rounds = 0;

  beforeAll(async () => {
    build(workspace, { name: "killed", about: "a complete workspace", base: "english" });
    await compile(workspace, target);
  });

  /** Moments at which the run is killed; a run that ends before its moment counts as well. */
  const moments: readonly (readonly [moment: string, come: () => boolean])[] = [
    ["the folder beside is opened", () => staged().length > 0],
    ["the appendix is written", stagedFile("evidence-appendix.pdf")],
    ["the manifest is written", stagedFile("manifest.json")],
    ["the old pack is set aside", () => existsSync(old)],
    ...Array.from({ length: 6 }, (): readonly [string, () => boolean] => {
      const delay = Math.round(300 + next() * 1500);
      const from = { time: 0 };
      const come = (): boolean => {
        from.time ||= Date.now();
        return Date.now() - from.time >= delay;
      };
      return [`${String(delay)} ms have passed`, come];
    }),
  ];

  it.each(moments)("when %s leaves the last good pack whole", async (_, come) => {
    left = readdirSync(home);
    // Something is new every time, or the pack would stand as it is.
    rounds += 1;
    writeFileSync(path.join(workspace, "narrative/1.1.md"), `Sample: the plan is adopted, round ${String(rounds)}.\n`);
    const child = start(["compile", "-C", workspace, "--out", target]);
    const end = ended(child);
    while (child.exitCode === null && !come()) await sleep(1);
    child.kill("SIGKILL");
    await end;
    // Between two renames the pack stands aside, whole; the next run puts it back.
    const standing = existsSync(target) ? target : old;
    expect(faultsOfPack(standing)).toEqual([]);
    expect(readPack(standing).manifest.outputs).toHaveLength(12);
  });

  it("is followed by one that succeeds", async () => {
    // What a run leaves that is killed while it removes the old pack; no process has that number.
    mkdirSync(path.join(home, ".pack.new-4194304-old"));
    const later = await compile(workspace, target);
    expect(later.said.exitCode).toBe(0);
    expect(faultsOfPack(target)).toEqual([]);
    // What killed runs have remembered spoils nothing.
    const fresh = await compile(workspace, path.join(tempFolder(), "pack"), "--no-cache");
    expect(later.manifest).toEqual(fresh.manifest);
  });

  it("leaves nothing that the next run does not clear away", () => {
    expect(readdirSync(home)).toEqual(["pack"]);
  });
});

describe("a pack that was set aside", () => {
  const home = tempFolder();
  const target = path.join(home, "pack");

  it("is put back by the next run, also when that run can do nothing else", async () => {
    cpSync((await samplePack("unesco")).folder, target, { recursive: true });
    const manifest = readFileSync(path.join(target, "manifest.json"), "utf8");
    renameSync(target, path.join(home, ".pack.old"));
    const { exitCode } = await evipack("compile", "-C", path.join(home, "no-workspace"), "--out", target);
    expect(exitCode).toBe(2);
    expect(readFileSync(path.join(target, "manifest.json"), "utf8")).toBe(manifest);
    expect(faultsOfPack(target)).toEqual([]);
    expect(readdirSync(home)).toEqual(["pack"]);
  });
});

describe("--out", () => {
  const home = tempFolder();
  const workspace = path.join(home, "work", "space");
  beforeAll(() => {
    build(workspace, { name: "out", about: "a complete workspace", base: "english" });
    mkdirSync(path.join(home, "photos"));
    writeFileSync(path.join(home, "photos", "holiday.jpg"), "not a pack");
    mkdirSync(path.join(home, "odd"));
    writeFileSync(path.join(home, "odd", "manifest.json"), '{"name":"a web page"}');
    writeFileSync(path.join(home, "file.txt"), "a file");
  });

  it.each([
    ["a folder with other files in it", "photos"],
    ["a folder with a manifest.json of something else", "odd"],
    ["a file", "file.txt"],
    ["the workspace", "work/space"],
    ["its evidence folder", "work/space/evidence"],
    ["a folder below its evidence folder", "work/space/evidence/pack"],
    ["its narrative folder", "work/space/narrative"],
    ["the folder above it", "work"],
    ["a folder further above it", "."],
    ["a place below a file", "file.txt/pack"],
  ])("refuses %s, and touches nothing", async (_, out) => {
    const before = contentsOf(home);
    const {
      exitCode,
      out: told,
      err,
    } = await evipack("compile", "-C", workspace, "--out", path.join(home, out), "--lang", "en");
    expect(exitCode).toBe(2);
    expect(told).toBe("");
    expect(err).toContain(path.join(home, out));
    expect(err).not.toMatch(/ {4}at .*\.[jt]s:\d/u);
    expect(contentsOf(home)).toEqual(before);
  });

  it.each(["empty", "new/deep/down"])("takes an empty folder, or none yet: %s", async (out) => {
    if (out === "empty") mkdirSync(path.join(home, out));
    const pack = await compile(workspace, path.join(home, out));
    expect(faultsOfPack(pack.folder)).toEqual([]);
  });

  it("takes away what an earlier pack held and the new one does not", async () => {
    const target = path.join(home, "again");
    await compile(workspace, target);
    renameSync(path.join(target, "check.json"), path.join(target, "check-old-name.json"));
    await compile(workspace, target);
    expect(readdirSync(target)).toContain("check.json");
    expect(readdirSync(target)).not.toContain("check-old-name.json");
  });

  it("makes no folder for a workspace that is not there", async () => {
    const typo = path.join(home, "wrokspace");
    const { exitCode } = await evipack("compile", "-C", typo);
    expect(exitCode).toBe(2);
    expect(existsSync(typo)).toBe(false);
  });
});

describe("an incomplete workspace", () => {
  const home = tempFolder();
  const [unreadable, gaps] = [path.join(home, "unreadable"), path.join(home, "gaps")];
  const roster = { "evidence/教育局/2-2 人员名册2019.txt": null };
  beforeAll(() => {
    build(unreadable, { name: "unreadable", about: "a file that is noise", files: { ...roster, [plan]: noise(3000) } });
    build(gaps, { name: "gaps", about: "no roster", files: { ...printed, ...roster } });
  });

  it.each([
    ["with unreadable files", unreadable, 3],
    ["with gaps only", gaps, 1],
  ])("%s is not written with --require-complete", async (_, workspace, exitCode) => {
    const target = path.join(home, "required");
    const said = await evipack("compile", "-C", workspace, "--out", target, "--require-complete");
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(home).filter((name) => name.startsWith("."))).toEqual([]);
    expect(said.out + said.err).toContain("--require-complete");
    expect(said.exitCode).toBe(exitCode);
  });

  it.each([
    ["with unreadable files", unreadable, 3],
    ["with gaps only", gaps, 0],
  ])(`%s makes a draft, marked on both covers${needs(missing)}`, async (_, workspace, exitCode) => {
    const pack = await compile(workspace, path.join(home, `draft-${String(exitCode)}`), "--draft");
    expect(pack.said.exitCode).toBe(exitCode);
    expect(pack.manifest).toMatchObject({ draft: true, exitCode });
    if (missing.length > 0) return;
    for (const role of ["report", "appendix"] as const) {
      expect(squeeze(pageTexts(pack.file(role, "pdf"))[0] ?? "")).toContain("草稿（2019年10月31日）");
    }
  });
});

/** Names and bytes of everything below a folder, but for what a run keeps for the next. */
const contentsOf = (folder: string): (readonly [string, string])[] =>
  filesBelow(folder)
    .filter((file) => !file.includes(".evipack/cache/"))
    .map((file) => [file, readFileSync(path.join(folder, file), "base64")]);

/** Files below a folder that may vanish while it is read. */
function listed(folder: string): string[] {
  try {
    return filesBelow(folder);
  } catch {
    return [];
  }
}
