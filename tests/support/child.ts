/** The program as its own process, as users run it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { root } from "./folders.ts";

export const program = path.join(root, "bin", "evipack.js");

export interface ChildOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const start = (argv: readonly string[], { cwd = root, env = {} }: ChildOptions = {}): ChildProcess =>
  spawn(process.execPath, [program, ...argv], {
    cwd,
    env: { ...process.env, EVIPACK_CONVERTER: "none", ...env },
    stdio: "ignore",
  });

/** Exit code of a child, or null when a signal ended it. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });

/** The same with what it says on stderr, to be read once it has ended. */
export function startListening(
  argv: readonly string[],
  { cwd = root, env = {} }: ChildOptions = {},
): { readonly child: ChildProcess; readonly err: () => string } {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd,
    env: { ...process.env, EVIPACK_CONVERTER: "none", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return { child, err: () => said };
}

/** What a child says on stderr when nobody reads what it prints. */
export async function unread(argv: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...argv], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await ended(child);
  return said;
}
