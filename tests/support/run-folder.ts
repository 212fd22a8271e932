/**
 * Before and after all tests: one folder for everything that a run leaves on the disk, its own and that of the programs
 * it starts. `tmpdir()` is that folder for every test and every child; it goes when the run ends, and a folder of a run
 * that was killed goes when the next one begins.
 */
import { mkdirSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const prefix = "evipack-run-";

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs as well.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

export function setup(): void {
  const place = realpathSync(tmpdir());
  for (const name of readdirSync(place)) {
    const pid = new RegExp(`^${prefix}(\\d+)$`, "u").exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(place, name));
  }
  const folder = path.join(place, `${prefix}${String(process.pid)}`);
  remove(folder);
  mkdirSync(folder);
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
  // The validator of Office files is a program of .NET, which leaves pipes behind, and lives too short to be tuned.
  process.env["DOTNET_EnableDiagnostics"] = "0";
  process.env["DOTNET_TieredPGO"] = "0";
  // Also when the run is told to end: what is called at the end of tests is not called then.
  process.once("exit", () => remove(folder));
}
