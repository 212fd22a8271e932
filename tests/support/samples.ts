/** The two samples, checked and compiled in process. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { main } from "../../src/cli.ts";
import { manifest as manifestSchema } from "../../src/schema/manifest.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { root } from "./folders.ts";
import type { Said } from "./golden.ts";
import { testWorld } from "./world.ts";

export type SampleName = "fenghua" | "unesco";

export const sampleFolder = (name: SampleName): string => path.join(root, "fixtures", name);

/** Runs a command in the project's root, as a user would type it. */
export async function evipack(...argv: readonly string[]): Promise<Said> {
  const { world, out, err } = testWorld({ cwd: root });
  const exitCode = await main(argv, world);
  return { command: ["evipack", ...argv].join(" "), exitCode, out: out(), err: err() };
}

/** A pack on disk. */
export interface PackOnDisk {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly file: (role: Manifest["outputs"][number]["role"], format: Manifest["outputs"][number]["format"]) => string;
}

export function readPack(folder: string): PackOnDisk {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")));
  return {
    folder,
    manifest,
    file: (role, format) => {
      const output = manifest.outputs.find((each) => each.role === role && each.format === format);
      if (output === undefined) throw new Error(`no ${role} as ${format} in the pack`);
      return path.join(folder, output.path);
    },
  };
}

/** A pack on disk, and what was said when it was compiled. */
export interface CompiledPack extends PackOnDisk {
  readonly said: Said;
}

/** Compiles a workspace into a folder and reads the pack back; throws when none was written. */
export async function compile(workspace: string, out: string, ...options: readonly string[]): Promise<CompiledPack> {
  const said = await evipack("compile", "-C", workspace, "--out", out, ...options);
  if (![0, 1, 3].includes(said.exitCode)) throw new Error(said.err);
  return { ...readPack(out), said };
}

/**
 * The pack of a sample, for tests that look at it and change nothing: whoever asks first compiles it, everybody else in
 * the same run waits for that and is given the same folder. Call it in `beforeAll`; a test that changes a pack copies
 * it (`cpSync`) or compiles its own. Throws when the sample does not compile.
 */
export async function samplePack(name: SampleName): Promise<CompiledPack> {
  // The folder for temporary files is that of the run (run-folder.ts), so no run sees the pack of another.
  const home = path.join(tmpdir(), "samples", name);
  const [folder, ended] = [path.join(home, "pack"), path.join(home, "said.json")];
  if (isFirst(home)) {
    const said = await compile(sampleFolder(name), folder).then((pack): Said | string => pack.said, String);
    writeFileSync(`${ended}.new`, JSON.stringify(said));
    renameSync(`${ended}.new`, ended);
  }
  while (!existsSync(ended)) await sleep(20);
  const said = JSON.parse(readFileSync(ended, "utf8")) as Said | string;
  if (typeof said === "string") throw new Error(said);
  return { ...readPack(folder), said };
}

/** Makes a folder; whether it was not there, which is true for one process only. */
function isFirst(folder: string): boolean {
  mkdirSync(path.dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

export interface PrintedExhibit {
  readonly exhibit: string;
  readonly indicator: string;
  readonly title: string;
  /** Pages of the appendix, of all its files together. */
  readonly first: number;
  readonly last: number;
  /** The file on its first page. */
  readonly source: string;
}

/** The exhibits that a manifest tells of, each once however many files it has, by their pages. */
export function exhibitsOf({ evidence }: Manifest): PrintedExhibit[] {
  const found = new Map<string, PrintedExhibit>();
  for (const { exhibit, indicators, title, pages, source } of evidence) {
    if (exhibit === null || pages === null) continue;
    const earlier = found.get(exhibit);
    const [first, last] = [Math.min(pages[0], earlier?.first ?? pages[0]), Math.max(pages[1], earlier?.last ?? 0)];
    const lead = earlier !== undefined && earlier.first < pages[0] ? earlier.source : source;
    found.set(exhibit, { exhibit, indicator: indicators[0] ?? "", title, first, last, source: lead });
  }
  return [...found.values()].toSorted((a, b) => a.first - b.first);
}

export const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** What is not as the manifest of a pack says; nothing when the pack is whole. */
export function faultsOfPack(folder: string): string[] {
  const { manifest } = readPack(folder);
  return manifest.outputs.flatMap((output) => {
    const file = path.join(folder, output.path);
    if (readFileSync(file).length !== output.bytes) return [`${output.path}: size`];
    return sha256(file) === output.sha256 ? [] : [`${output.path}: sha256`];
  });
}

/** A copy of a sample at another place, without what runs leave in it. */
export function copySample(name: SampleName, to: string): string {
  const from = sampleFolder(name);
  const left = /^(?:pack|\.pack\..*|\.evipack)$/u;
  cpSync(from, to, { recursive: true, filter: (each) => !left.test(path.relative(from, each)) });
  return to;
}

/** Puts files in the place of others; null removes. */
export function apply(changes: ReadonlyMap<string, Uint8Array | null>, workspace: string): void {
  for (const [file, bytes] of changes) {
    const target = path.join(workspace, file);
    if (bytes === null) rmSync(target);
    else {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
  }
}
