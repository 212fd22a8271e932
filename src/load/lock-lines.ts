/**
 * The lock as the program itself writes it, read block by block: as YAML, ten thousand exhibits would take longer than
 * all the rest of a check. Whatever does not look just so (edited by hand, odd names, faults) is left to YAML.
 */
import { exhibitId } from "../model/ids.ts";
import type { Lock, LockEntry } from "../model/lock.ts";
import { lockVersion } from "../model/versions.ts";

const block =
  /^ {2}([\p{L}\p{N}][\p{L}\p{N}.()（）-]*):\n {4}files:\n((?: {6}.*\n)+)(?: {4}links:\n((?: {6}.*\n)+))?( {4}gone: true\n)?$/u;
/** What YAML takes for a number and not for a text. */
const figure = /^[\d.]+(?:[eE]-?\d+)?$/u;
/** A plain name and a hash; a hash that YAML would take for a number stands in quotes. */
const pair =
  /^ {6}([\p{L}\d](?:[^"'#:\\\p{C}\p{Zl}\p{Zp}]*[^"'#:\\\p{C}\p{Z}])?): (?:"([0-9a-f]+)"|([0-9a-f]+|unread))$/u;
const numeric = /^\d+(?:e\d+)?$/u;

/** The entries in the order of the file; null when any line is not as the program writes it, or a number has not this shape. */
export function readLockLines(lines: readonly string[], shape: RegExp): Lock | null {
  const [schema, exhibits, ...content] = lines.filter(
    (line) => line !== "" && !/^ *#/u.test(line) && !/^exhibit_number: "[^"\\]+"$/u.test(line),
  );
  if (schema !== `schema: evipack/lock@${String(lockVersion)}` || exhibits !== "exhibits:") return null;
  const blocks = content.length === 0 ? [] : `${content.join("\n")}\n`.split(/(?<=\n)(?= {2}\S)/u);
  const entries = blocks.flatMap((each) => readBlock(each, shape) ?? []);
  const numbers = new Set(entries.map((each) => each.number));
  return entries.length === blocks.length && numbers.size === entries.length ? entries : null;
}

function readBlock(text: string, shape: RegExp): LockEntry | null {
  const [, number, files, links, gone] = block.exec(text) ?? [];
  if (number === undefined || files === undefined || !shape.test(number) || figure.test(number)) return null;
  const [hashes, fingerprints] = [readPairs(files, /^(?:.{64}|unread)$/u), readPairs(links ?? "", /^.{16}$/u)];
  if (hashes === null || fingerprints === null) return null;
  return { number: exhibitId(number), files: hashes, links: fingerprints, gone: gone !== undefined };
}

/** Names with their hashes; null when a line is otherwise, or a name stands there twice. */
function readPairs(text: string, form: RegExp): Map<string, string> | null {
  const lines = text.split("\n").slice(0, -1);
  const pairs = lines.flatMap((line): [string, string][] => {
    const [, name, quoted, bare] = pair.exec(line) ?? [];
    const hash = quoted ?? (bare === undefined || numeric.test(bare) ? undefined : bare);
    return name === undefined || hash === undefined || !form.test(hash) ? [] : [[name, hash]];
  });
  const map = new Map(pairs);
  return map.size === lines.length ? map : null;
}
