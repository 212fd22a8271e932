/** evipack.lock.yaml → what was reviewed, and the numbers given out. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import { exhibitId } from "../model/ids.ts";
import type { Lock } from "../model/lock.ts";
import { compareNames } from "../model/order.ts";
import type { SourceRef } from "../model/source.ts";
import { lockFile, lockVersion, versionOfLock } from "../schema/lock.ts";
import type { ReadResult } from "../world.ts";
import { readInside } from "./inside.ts";
import { readLockLines } from "./lock-lines.ts";
import { checkYaml } from "./yaml-file.ts";

export const lockName = "evipack.lock.yaml";

/** The lock of a workspace, empty when it has none; every fault is put into `found`, and all of them end a check. */
export async function readLock(root: string, found: Diagnostic[]): Promise<Lock> {
  const read = await readInside(root, lockName);
  if (read.ok) return parseLock(read.bytes, found);
  if (read.failure !== "missing") found.push(unreadable(read));
  return [];
}

function unreadable({ failure, cause }: Exclude<ReadResult, { readonly ok: true }>): Diagnostic {
  const reasons = { "is-folder": "folder", outside: "outside", "no-permission": "no-permission" } as const;
  const reason = failure === "missing" || failure === "failed" ? "failed" : reasons[failure];
  return diagnostic("lock-unreadable", { file: lockName }, { reason, cause });
}

function parseLock(bytes: Uint8Array, found: Diagnostic[]): Lock {
  const lines = (decodeText(bytes) ?? "").split(/\r?\n/u);
  if (lines.every((line) => line.trim() === "")) {
    found.push(diagnostic("lock-unreadable", { file: lockName }, { reason: "empty", cause: "" }));
    return [];
  }
  const fault = conflictIn(lines) ?? versionFault(lines);
  if (fault !== null) {
    found.push(fault);
    return [];
  }
  const plain = readLockLines(lines);
  if (plain !== null) return inOrder(plain);
  const { value, diagnostics } = checkYaml(lockName, bytes, lockFile);
  found.push(...diagnostics.map((each) => twice(each, lines) ?? each));
  const exhibits = Object.entries(value?.value.exhibits ?? {});
  return inOrder(
    exhibits.map(([number, { files, links, gone }]) => ({
      number: exhibitId(number),
      files: new Map(Object.entries(files)),
      links: new Map(Object.entries(links)),
      gone: gone === true,
    })),
  );
}

const inOrder = (entries: Lock): Lock => entries.toSorted((a, b) => compareNames(a.number, b.number));

/** The marks that git leaves in a file that it could not merge; none of them can begin a line of ours. */
function conflictIn(lines: readonly string[]): Diagnostic | null {
  const line = lines.findIndex((each) => /^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$/u.test(each));
  return line === -1 ? null : diagnostic("lock-conflict", { file: lockName, line: line + 1, column: 1 }, {});
}

/** Another version is told as such, not by all that is different in it. */
function versionFault(lines: readonly string[]): Diagnostic | null {
  const line = lines.findIndex((each) => each.startsWith("schema:"));
  const schema = /^schema:\s*["']?([^\s"'#]+)/u.exec(lines[line] ?? "")?.[1];
  const got = versionOfLock(schema);
  if (got === null || got === lockVersion) return null;
  return diagnostic("lock-version", { file: lockName, line: line + 1 }, { got, newer: got > lockVersion });
}

/** Two entries of one number, as a merge by hand may leave them. */
function twice(each: Diagnostic, lines: readonly string[]): Diagnostic | null {
  if (each.code !== "yaml-syntax" || each.facts.fault !== "DUPLICATE_KEY") return null;
  const line = lines[(each.at.line ?? 1) - 1] ?? "";
  const exhibit = /^ {2}["']?(\S[^"':]*-\d+)["']?:\s*$/u.exec(line)?.[1];
  if (exhibit === undefined) return null;
  const first: SourceRef = { file: lockName, line: lines.indexOf(line) + 1 };
  return diagnostic("lock-duplicate", each.at, { exhibit, first });
}
