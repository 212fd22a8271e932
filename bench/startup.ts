/** How long the program takes to start, as a multiple of what Node takes to do nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { inTurns } from "./measure.ts";
import type { Measured } from "./measure.ts";

const root = path.join(import.meta.dirname, "..");
const program = path.join(root, "bin", "evipack.js");

/** Version, help, a check without evidence and a check of the sample workspace. */
export async function startup(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "evipack-bench-"));
  try {
    const empty = path.join(folder, "empty");
    execFileSync(process.execPath, [program, "init", empty, "--map", "zhejiang-learning-city"]);
    return await inTurns(
      [
        { name: "node -e 0", argv: ["-e", "0"] },
        { name: "evipack --version", argv: [program, "--version"] },
        { name: "evipack --help", argv: [program, "--help"] },
        { name: "evipack check, no evidence", argv: [program, "check", "-C", empty] },
        {
          name: "evipack check, fixtures/fenghua",
          argv: [program, "check", "-C", path.join(root, "fixtures", "fenghua")],
        },
      ],
      11,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
