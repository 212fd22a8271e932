/** Runs a command in a workspace that was just built. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { main } from "../../src/cli.ts";
import { manifest as manifestSchema } from "../../src/schema/manifest.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { testWorld } from "../support/world.ts";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** The clock stands at noon of 2018-05-20 in China. */
export async function run(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { world, out, err } = testWorld({ cwd, env, now: () => Date.UTC(2018, 4, 20, 4) });
  const exitCode = await main(argv, world);
  return { exitCode, out: out(), err: err() };
}

export function readManifest(folder: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")));
}

/** Codes of the problems that `check --format json` tells, or none when it stops before. */
export async function codesOf(root: string): Promise<string[]> {
  const { out, err } = await run(["check", "--format", "json"], root);
  if (out === "") return [...err.matchAll(/(?:错误|提醒) ([a-z0-9-]+)$/gmu)].map((match) => match[1] ?? "");
  const { diagnostics } = JSON.parse(out) as { readonly diagnostics: readonly { readonly code: string }[] };
  return diagnostics.map((each) => each.code);
}
