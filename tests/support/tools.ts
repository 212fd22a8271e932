/** Programs of the machine that read what we wrote; a test that needs one is skipped where it is not there. */
import { execFileSync, spawnSync } from "node:child_process";

const largest = 512 * 1024 * 1024;

/** Those of the tools that are not on this machine. */
export const missingTools = (...names: readonly string[]): readonly string[] =>
  names.filter((name) => spawnSync(name, ["--version"], { timeout: 60_000, stdio: "ignore" }).error !== undefined);

/** What a skipped test says. */
export const needs = (missing: readonly string[]): string =>
  missing.length === 0 ? "" : ` (skipped: no ${missing.join(", ")} here)`;

/** Standard output of a tool; throws when it fails. */
export const run = (tool: string, args: readonly string[]): string => runRaw(tool, args).toString("utf8");

export const runRaw = (tool: string, args: readonly string[]): Buffer =>
  execFileSync(tool, args, { maxBuffer: largest, stdio: ["ignore", "pipe", "pipe"] });

/** Exit code and all output of a tool that may fail. */
export function attempt(
  tool: string,
  args: readonly string[],
): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: "utf8", maxBuffer: largest });
  return { code: status, said: stdout + stderr };
}

/** Text of each page, by position. */
export function pageTexts(pdf: string, ...options: readonly string[]): string[] {
  return run("pdftotext", [...options, pdf, "-"])
    .split("\f")
    .slice(0, -1);
}

/** Without white space, to compare text that was broken into lines. */
export const squeeze = (text: string): string => text.replace(/\s/gu, "");

/** The fonts of a PDF that are not embedded, as `pdffonts` tells them (its columns: emb, sub, uni, object ID). */
export const looseFonts = (pdf: string): string[] =>
  run("pdffonts", [pdf])
    .split("\n")
    .slice(2)
    .filter((line) => line !== "" && !/ yes (?:yes|no ) (?:yes|no ) +\d+ +\d+$/u.test(line));
