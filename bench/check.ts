/** How long `check` takes over districts of growing size, beside what it takes to hash the same files. */
import { readdirSync, rmSync, utimesSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { district } from "./district.ts";
import { inTurns } from "./measure.ts";
import type { Measured } from "./measure.ts";

const program = path.join(import.meta.dirname, "..", "bin", "evipack.js");

/** A small district, a large one and the double of it; `EVIPACK_BENCH_FILES` names others. */
const sizes = (process.env["EVIPACK_BENCH_FILES"] ?? "1000,10000,20000").split(",").map(Number);

/** Cold, without a cache; warm, with nothing changed since, or one file. */
export async function check(): Promise<readonly Measured[]> {
  const folder = path.join(os.tmpdir(), "evipack-bench");
  const measured: Measured[] = [];
  for (const files of sizes) {
    const root = await district(folder, { files, indicators: 300, departments: 40 });
    const cache = path.join(root, ".evipack");
    const name = `${String(files)} files`;
    measured.push(
      ...(await inTurns(
        [
          {
            name: `${name}: sha256sum`,
            files,
            program: "sh",
            argv: ["-c", 'find "$0" -type f -print0 | xargs -0 sha256sum > /dev/null', path.join(root, "evidence")],
          },
          {
            name: `${name}: check, cold`,
            files,
            argv: [program, "check", "-C", root],
            before: () => {
              rest();
              rmSync(cache, { recursive: true, force: true });
            },
          },
          { name: `${name}: check, nothing changed`, files, argv: [program, "check", "-C", root] },
          {
            name: `${name}: check, one file changed`,
            files,
            argv: [program, "check", "-C", root],
            before: () => {
              utimesSync(oneOf(root), new Date(), new Date());
            },
          },
        ],
        3,
      )),
    );
  }
  return measured;
}

/** Until what the round before changed counts as at rest, so that what is found out of it is kept. */
const rest = (): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3500);

/** Some file of its evidence. */
function oneOf(root: string): string {
  const evidence = path.join(root, "evidence");
  const [name] = readdirSync(evidence, { recursive: true, encoding: "utf8" })
    .filter((each) => each.endsWith(".pdf"))
    .toSorted();
  if (name === undefined) throw new Error("no evidence");
  return path.join(evidence, name);
}
