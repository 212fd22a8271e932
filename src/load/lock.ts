/** evipack.lock.yaml → what was reviewed, and the numbers given out. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import { shapeOf, usualPattern } from "../model/exhibit-number.ts";
import { exhibitId } from "../model/ids.ts";
import type { Lock } from "../model/lock.ts";
import type { IndicatorMap } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { SourceRef } from "../model/source.ts";
import { lockVersion, versionOfLock } from "../model/versions.ts";
import type { ReadResult } from "../world.ts";
import { readInside } from "./inside.ts";
import { readLockLines } from "./lock-lines.ts";

export const lockName = "evipack.lock.yaml";

/** The lock of a workspace, empty when it has none; every fault is put into `found`, and all of them end a check. */
export async function readLock(root: string, map: IndicatorMap, found: Diagnostic[]): Promise<Lock> {
  const read = await readInside(root, lockName);
  if (read.ok) return parseLock(read.bytes, map, found);
  if (read.failure !== "missing") found.push(unreadable(read));
  return [];
}

function unreadable({ failure, cause }: Exclude<ReadResult, { readonly ok: true }>): Diagnostic {
  const reasons = { "is-folder": "folder", outside: "outside", "no-permission": "no-permission" } as const;
  const reason = failure === "missing" || failure === "failed" ? "failed" : reasons[failure];
  return diagnostic("lock-unreadable", { file: lockName }, { reason, cause });
}

async function parseLock(bytes: Uint8Array, map: IndicatorMap, found: Diagnostic[]): Promise<Lock> {
  const lines = (decodeText(bytes) ?? "").split(/\r?\n/u);
  if (lines.every((line) => line.trim() === "")) {
    found.push(diagnostic("lock-unreadable", { file: lockName }, { reason: "empty", cause: "" }));
    return [];
  }
  const fault = conflictIn(lines) ?? versionFault(lines) ?? patternFault(lines, map);
  if (fault !== null) {
    found.push(fault);
    return [];
  }
  const shape = shapeOf(map.exhibitNumber);
  const plain = readLockLines(lines, shape);
  if (plain !== null) return inOrder(plain);
  const { lockFileOf } = await import("../schema/lock.ts");
  const { checkYaml } = await import("./yaml-file.ts");
  const { value, diagnostics } = checkYaml(lockName, bytes, lockFileOf(shape));
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

/** Numbers that were given out stay: another pattern of the map is a mistake as long as there are any. */
function patternFault(lines: readonly string[], { exhibitNumber, at }: IndicatorMap): Diagnostic | null {
  const was = patternIn(lines);
  const none = !lines.some((line) => /^ {2}[^ #]/u.test(line));
  if (none || was === exhibitNumber.text) return null;
  return diagnostic("numbers-changed", exhibitNumber.at ?? at, { was, now: exhibitNumber.text });
}

/** The pattern by which the numbers were given out. */
function patternIn(lines: readonly string[]): string {
  const typed = lines.flatMap((line) => /^exhibit_number:\s*(.*\S)\s*$/u.exec(line)?.[1] ?? [])[0];
  return typed === undefined ? usualPattern.text : typed.replace(/^(["'])(.*)\1$/u, "$2");
}

/** Two entries of one number, as a merge by hand may leave them. */
function twice(each: Diagnostic, lines: readonly string[]): Diagnostic | null {
  if (each.code !== "yaml-syntax" || each.facts.fault !== "DUPLICATE_KEY") return null;
  const line = lines[(each.at.line ?? 1) - 1] ?? "";
  const exhibit = /^ {2}["']?(\S[^"':]*)["']?:\s*$/u.exec(line)?.[1];
  if (exhibit === undefined) return null;
  const first: SourceRef = { file: lockName, line: lines.indexOf(line) + 1 };
  return diagnostic("lock-duplicate", each.at, { exhibit, first });
}
