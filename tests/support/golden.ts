/** Goldens: text files that hold a command, its exit code and its output. */
import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";

export interface Said {
  readonly command: string;
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

const spell = ({ command, exitCode, out, err }: Said): string =>
  [`$ ${command}\n${out}`, err === "" ? "" : `[stderr]\n${err}`, `[exit ${String(exitCode)}]\n`]
    .filter((part) => part !== "")
    .join("");

/** Compares with the golden; UPDATE=1 writes it anew, and a missing one is written, but not where CI is set. */
export function expectGolden(file: string, said: Said): void {
  const text = spell(said);
  const inCi = (process.env["CI"] ?? "") !== "";
  const update = process.env["UPDATE"] === "1" || !existsSync(file);
  if (update && !inCi) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `the golden ${path.basename(file)} is missing`).toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}
