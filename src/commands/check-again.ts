/** `evipack check` where nothing has changed since the last one: what that said is said again. */
import path from "node:path";
import { keyOf, readKept, writeKept } from "../load/kept.ts";
import { isAtRest } from "../load/memory.ts";
import { survey } from "../load/survey.ts";
import type { World } from "../world.ts";
import type { CheckOptions } from "./check.ts";

/** Name of its file in the folder of the cache. */
const fileName = "verdict.bin";

/** Characters of an output; to write more down and read it again costs what it saves. */
const longest = 4 * 1024 * 1024;

interface Verdict {
  /** What was checked. */
  readonly sum: string;
  readonly exitCode: number;
  readonly said: string;
}

/** Checks, or says what the last check said: with the same options, of a workspace in which every file is as it was. */
export async function runCheckAgain(options: CheckOptions, world: World): Promise<number> {
  const anew = async (outputs: World, asked: Pick<CheckOptions, "stamps"> = {}): Promise<number> => {
    const { runCheck } = await import("./check.ts");
    return runCheck({ ...options, ...asked }, outputs);
  };
  const { cache, root } = options;
  if (cache === null || !isPlain(options)) return anew(world);
  const file = path.join(cache, fileName);
  const key = keyOf("check", options, world.cwd, world.env["SOURCE_DATE_EPOCH"] ?? null);
  const begun = world.now();
  const { sum, changed, stamps } = await survey(root, cache);
  const before = await readVerdict(file, key);
  if (before?.sum === sum) {
    world.stdout.write(before.said);
    return before.exitCode;
  }
  const told: { said: string; warned: boolean } = { said: "", warned: false };
  const exitCode = await anew(listening(world, told), { stamps });
  // What changes while it is read has another stamp than in the survey, unless it is the same tick of the clock.
  const isLasting = isAtRest(changed, begun) && !told.warned && told.said.length <= longest;
  if (isLasting) await writeKept(file, key, Buffer.from(JSON.stringify({ sum, exitCode, said: told.said })));
  return exitCode;
}

/** A check that reads and writes nothing outside of the workspace but what it prints, and that asks for no day or time. */
const isPlain = ({ paranoid, log, profile, accept, since, output, asOf }: CheckOptions): boolean =>
  !paranoid && log === null && !profile && accept === null && since === null && output === null && asOf !== "today";

async function readVerdict(file: string, key: string): Promise<Verdict | null> {
  const kept = await readKept(file, key);
  return kept === null ? null : (JSON.parse(kept.toString("utf8")) as Verdict);
}

/** The same world, where what is printed is heard. */
function listening(world: World, told: { said: string; warned: boolean }): World {
  const { stdout, stderr } = world;
  return {
    ...world,
    stdout: {
      isTTY: stdout.isTTY,
      columns: stdout.columns,
      write: (text) => {
        told.said += text;
        return stdout.write(text);
      },
    },
    stderr: {
      isTTY: stderr.isTTY,
      columns: stderr.columns,
      write: (text) => {
        told.warned = true;
        return stderr.write(text);
      },
    },
  };
}
