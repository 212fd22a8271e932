/** Files as registers name them: with or without extension and folder, in any width, case and spacing. */
import path from "node:path";
import { nearest } from "../engines/nearest.ts";
import type { Evidence } from "../model/evidence.ts";
import { compareNames } from "../model/order.ts";

export type Named =
  | { readonly type: "found"; readonly files: readonly Evidence[] }
  | { readonly type: "missing" | "outside" | "ambiguous"; readonly name: string };

/** The files that may be named. */
export interface NameIndex {
  /** By whole path (`p`), by path without extension (`s`), by folder above it and name (`n`), the same without extension (`m`). */
  readonly spelled: ReadonlyMap<string, readonly Evidence[]>;
  /** All files below a folder. */
  readonly byFolder: ReadonlyMap<string, readonly Evidence[]>;
}

const root = "evidence";

/** One spelling: NFKC, lower case, no spaces, `/` between folders. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("\\", "/").replace(/\s+/gu, "");

const withoutExtension = (name: string): string => name.replace(/\.[a-z0-9]{1,8}$/u, "");

export function indexNames(evidence: readonly Evidence[]): NameIndex {
  const [spelled, byFolder] = [new Map<string, Evidence[]>(), new Map<string, Evidence[]>()];
  const add = (map: Map<string, Evidence[]>, key: string, file: Evidence): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [file]);
    else known.push(file);
  };
  for (const file of evidence.filter((each) => each.state.type !== "ignored")) {
    const whole = plain(file.path);
    const segments = whole.split("/");
    const name = segments.at(-1) ?? "";
    add(spelled, `p ${whole}`, file);
    add(spelled, `s ${withoutExtension(whole)}`, file);
    for (let depth = 1; depth < segments.length; depth += 1) {
      const above = segments.slice(0, depth).join("/");
      add(byFolder, above, file);
      add(spelled, `n ${above} ${name}`, file);
      add(spelled, `m ${above} ${withoutExtension(name)}`, file);
    }
  }
  return { spelled, byFolder };
}

/**
 * What a cell of the register in `home` (a folder of the workspace) names: all of it one file or folder, or else what
 * it is cut into. A name may hold a comma, so the coarsest cut that finds all, or most, wins.
 */
export function findNamed(text: string, home: string, index: NameIndex): Named[] {
  const whole = findPiece(text, home, index);
  if (whole.type !== "missing") return [whole];
  let best: Named[] = [whole];
  for (const separators of [/[\n;；|]+/u, /[\n;；|、]+/u, /[\n;；|、,，]+/u]) {
    const pieces = text.split(separators).map((each) => each.trim());
    const named = pieces.flatMap((piece) => (piece === "" ? [] : [findPiece(piece, home, index)]));
    const found = known(named);
    if (found > 0 && found === named.length) return named;
    if (found > known(best) || (found === 0 && named.length > best.length)) best = named;
  }
  return best;
}

const known = (named: readonly Named[]): number => named.filter((each) => each.type !== "missing").length;

/** 1.通知.pdf in a list may be the file 通知.pdf. */
function findPiece(piece: string, home: string, index: NameIndex): Named {
  const named = findOne(piece, home, index);
  const unnumbered = piece.replace(/^[（(]?\d{1,2}[)）.．、]\s*/u, "");
  if (named.type !== "missing" || unnumbered === piece) return named;
  const again = findOne(unnumbered, home, index);
  return again.type === "missing" ? named : again;
}

function findOne(name: string, home: string, { spelled, byFolder }: NameIndex): Named {
  const text = plain(name.replace(/^[《"“'‘]+|[》"”'’]+$/gu, "")).replace(/(?<=.)\/+$/u, "");
  const here = plain(home);
  const from = path.posix.join(here, text);
  const fromRoot = path.posix.join(root, text.replace(/^evidence\//u, ""));
  const isAbsolute = /^(?:\/|[a-z]:|file:)/u.test(text);
  if (isAbsolute || (from !== root && !from.startsWith(`${root}/`))) return { type: "outside", name };
  const spellings = [
    `p ${from}`,
    `p ${fromRoot}`,
    `s ${from}`,
    `s ${fromRoot}`,
    `n ${here} ${text}`,
    `m ${here} ${text}`,
  ];
  const files = spellings.map((key) => spelled.get(key)).find((each) => each !== undefined);
  if (files !== undefined) return files.length === 1 ? { type: "found", files } : { type: "ambiguous", name };
  // The department's own folder, or one around it, is no answer.
  const isAround = text === "" || fromRoot === root || `${here}/`.startsWith(`${from}/`);
  const folder = isAround ? undefined : (byFolder.get(from) ?? byFolder.get(fromRoot));
  if (folder === undefined) return { type: "missing", name };
  return { type: "found", files: folder.toSorted((a, b) => compareNames(a.path, b.path)) };
}

/** The file below `home` that was probably meant, by its path there or by its name. */
export function nearestFile(name: string, home: string, { byFolder }: NameIndex): string | null {
  const below = (byFolder.get(plain(home)) ?? []).map((each) => each.path.slice(home.length + 1));
  return (
    nearest(name, below) ??
    nearest(
      name,
      below.map((each) => path.posix.basename(each)),
    )
  );
}
