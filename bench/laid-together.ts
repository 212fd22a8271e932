/** A module of the benches, made as the program is: what reads sources takes time and memory that the program does not. */
import { execFileSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

/** Makes `bench/x.ts` into `tmp/x.js`. */
export function laidTogether(source: string): void {
  execFileSync(process.execPath, [path.join(root, "scripts", "program.js"), source], { stdio: "inherit" });
}
