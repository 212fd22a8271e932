/** evipack.history.yaml → what earlier drafts came to. Read line by line: one that is broken spoils no other. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import { nightLine, noHistory } from "../model/history.ts";
import type { Count, History, HistoryLine, Night } from "../model/history.ts";
import { historyFile, historyNight, historyVersion } from "../schema/history.ts";
import type { HistoryNight } from "../schema/history.ts";
import { z } from "../schema/z.ts";
import { readInside } from "./inside.ts";
import { checkYaml } from "./yaml-file.ts";

export const historyName = "evipack.history.yaml";

/**
 * The history of a workspace; empty when it has none. What cannot be read is told: a line with its place (it stays in the
 * file), a file as a whole (it is left as it is, and nothing is added to it).
 */
export async function readHistory(root: string): Promise<Staged<History>> {
  const read = await readInside(root, historyName);
  if (read.ok) return parseHistory(read.bytes);
  if (read.failure === "missing") return { value: noHistory, diagnostics: [] };
  return closed("failed", read.cause);
}

function closed(reason: "failed" | "encoding" | "version", cause: string, line?: number): Staged<History> {
  const at = { file: historyName, ...(line === undefined ? {} : { line }) };
  return {
    value: { ...noHistory, writable: false },
    diagnostics: [diagnostic("history-unreadable", at, { reason, cause })],
  };
}

/** Pure: the bytes of the file, read. */
export function parseHistory(bytes: Uint8Array): Staged<History> {
  const text = decodeText(bytes);
  if (text === null) return closed("encoding", "");
  const all = text.split(/\r?\n/u);
  if (all.at(-1) === "") all.pop();
  const named = all.findIndex((line) => line.startsWith("schema:"));
  const version = /^schema:\s*["']?([^\s"'#]*)/u.exec(all[named] ?? "")?.[1];
  if (version !== undefined && version !== historyVersion) return closed("version", version, named + 1);
  const begin = all.findIndex((line) => /^nights:\s*(?:#.*)?$/u.test(line)) + 1;
  const found = readLines(all, begin);
  if (found.diagnostics.length === 0) return found;
  // Somebody, or an editor, has set it in another way: as a whole it may still be right.
  const { value } = checkYaml(historyName, bytes, historyFile);
  if (value === null) return found;
  const remarks = all.slice(begin).filter((line) => isQuiet(line) && line.trim() !== "");
  const lines = [
    ...remarks.map((text): HistoryLine => ({ text, night: null })),
    ...(value.value.nights ?? []).map((each): HistoryLine => {
      const night = nightOf(each);
      return { text: nightLine(night), night };
    }),
  ];
  return { value: { ...noHistory, lines }, diagnostics: [] };
}

function readLines(all: readonly string[], begin: number): Staged<History> {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, number>();
  const lines = all.slice(begin).map((line, index): HistoryLine => {
    const at = { file: historyName, line: begin + index + 1 };
    const night = readLine(line);
    if (night === null) {
      if (!isQuiet(line))
        diagnostics.push(diagnostic("history-line", at, { text: line.trim().slice(0, 60), first: null }));
      return { text: line, night };
    }
    const key = JSON.stringify([night.day, night.number]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else if (all[begin + earlier] !== line) {
      diagnostics.push(diagnostic("history-line", at, { text: "", first: begin + earlier + 1 }));
    }
    return { text: line, night };
  });
  return { value: { head: all.slice(0, begin), lines, writable: true }, diagnostics };
}

const isQuiet = (line: string): boolean => /^\s*(?:#.*)?$/u.test(line);

/** One night, as a list of one; null for anything else. */
function readLine(line: string): Night | null {
  if (!/^\s*- *\{.*\}\s*$/u.test(line)) return null;
  const { value } = checkYaml(historyName, new TextEncoder().encode(line.trim()), z.tuple([historyNight]));
  return value === null ? null : nightOf(value.value[0]);
}

function nightOf({ as_of, draft, covered, sections, ...counts }: HistoryNight): Night {
  const parts = Object.entries(sections).map(([code, ratio]) => [code, countOf(ratio)] as const);
  return { day: as_of, number: draft ?? null, ...countOf(covered), sections: new Map(parts), ...counts };
}

function countOf(ratio: string): Count {
  const [covered = 0, applicable = 0] = ratio.split("/").map(Number);
  return { covered, applicable };
}
