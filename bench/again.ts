/** What a night costs when little has changed: an office's pack compiled cold, again, and after one file changed. */
import { appendFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { district } from "./district.ts";
import { inTurns } from "./measure.ts";
import type { Measured } from "./measure.ts";

const program = path.join(import.meta.dirname, "..", "bin", "evipack.js");

/** 2,000 files of 40 departments: the pack from nothing, both commands with nothing changed, the pack after a change. */
export async function again(): Promise<readonly Measured[]> {
  const files = 2000;
  const root = await district(path.join(os.tmpdir(), "evipack-bench"), { files, indicators: 300, departments: 40 });
  const evidence = path.join(root, "evidence");
  const changed = readdirSync(evidence, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pdf"))
    .toSorted()[0];
  if (changed === undefined) throw new Error("no PDF to be changed");
  return await inTurns(
    [
      {
        name: "compile, cold",
        files,
        argv: [program, "compile", "-C", root],
        before: () => {
          for (const made of [".evipack", "pack"]) rmSync(path.join(root, made), { recursive: true, force: true });
        },
      },
      { name: "check, nothing changed", files, argv: [program, "check", "-C", root] },
      { name: "compile, nothing changed", files, argv: [program, "compile", "-C", root] },
      {
        name: "compile, one file changed",
        files,
        argv: [program, "compile", "-C", root],
        // A comment behind the end: other bytes, the same pages.
        before: () => appendFileSync(path.join(evidence, changed), "\n% changed\n"),
      },
    ],
    1,
  );
}
