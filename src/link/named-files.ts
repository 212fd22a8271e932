/** Files as registers name them: with or without extension and folder, in any width, case and spacing. */
import path from "node:path";
import { nearest } from "../engines/nearest.ts";
import type { Evidence } from "../model/evidence.ts";
import { compareNames } from "../model/order.ts";

export type Named =
  | { readonly type: "found"; readonly files: readonly Evidence[] }
  | { readonly type: "missing"; readonly name: string; readonly nearest: string | null }
  | { readonly type: "outside" | "ambiguous"; readonly name: string };

export interface NameIndex {
  /** Files that a cell of the register in `home` (a folder below the workspace) names; one entry for each name in it. */
  readonly find: (text: string, home: string) => Named[];
}

const root = "evidence";

/** One spelling: NFKC, lower case, no spaces, `/` between folders. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("\\", "/").replace(/\s+/gu, "");

const withoutExtension = (name: string): string => name.replace(/\.[a-z0-9]{1,8}$/u, "");

/** How many names without a file get a nearest match; more than these is a register of another folder. */
const guesses = 100;

export function indexNames(evidence: readonly Evidence[]): NameIndex {
  const byPath = new Map<string, Evidence[]>();
  const byStem = new Map<string, Evidence[]>();
  const byName = new Map<string, Evidence[]>();
  const byNameStem = new Map<string, Evidence[]>();
  const byFolder = new Map<string, Evidence[]>();
  const add = (map: Map<string, Evidence[]>, key: string, file: Evidence): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [file]);
    else known.push(file);
  };
  for (const file of evidence.filter((each) => each.state.type !== "ignored")) {
    const whole = plain(file.path);
    const segments = whole.split("/");
    add(byPath, whole, file);
    add(byStem, withoutExtension(whole), file);
    for (let depth = 1; depth < segments.length; depth += 1) {
      const above = segments.slice(0, depth).join("/");
      add(byFolder, above, file);
      add(byName, `${above}\n${segments.at(-1) ?? ""}`, file);
      add(byNameStem, `${above}\n${withoutExtension(segments.at(-1) ?? "")}`, file);
    }
  }
  let left = guesses;

  const findOne = (raw: string, home: string): Named => {
    const text = plain(raw.replace(/^[《"“'‘]+|[》"”'’]+$/gu, ""));
    const here = plain(home);
    const from = path.posix.join(here, text);
    const fromRoot = path.posix.join(root, text.replace(/^evidence\//u, ""));
    if (/^(?:\/|[a-z]:|file:)/u.test(text) || (from !== root && !from.startsWith(`${root}/`)))
      return { type: "outside", name: raw };
    const base = text.includes("/") ? "" : text;
    const looks: (readonly Evidence[] | undefined)[] = [
      byPath.get(from),
      byPath.get(fromRoot),
      byStem.get(from),
      byStem.get(fromRoot),
      byName.get(`${here}\n${base}`),
      byNameStem.get(`${here}\n${base}`),
    ];
    const files = looks.find((each) => each !== undefined);
    if (files !== undefined) return files.length === 1 ? { type: "found", files } : { type: "ambiguous", name: raw };
    const folder = text === "" || from === here ? undefined : (byFolder.get(from) ?? byFolder.get(fromRoot));
    if (folder !== undefined && fromRoot !== root) {
      return { type: "found", files: folder.toSorted((a, b) => compareNames(a.path, b.path)) };
    }
    left -= 1;
    const below = left < 0 ? [] : (byFolder.get(here) ?? []).map((each) => each.path.slice(home.length + 1));
    return { type: "missing", name: raw, nearest: nearest(raw, below) };
  };

  /** As it stands, else cut at separators; a name may hold a comma, so each cut is tried in turn. */
  const find = (text: string, home: string): Named[] => {
    const whole = findOne(text, home);
    if (whole.type !== "missing") return [whole];
    for (const separators of [/[\n;；|]+/u, /[\n;；|、,，]+/u]) {
      const pieces = text
        .split(separators)
        .map((each) => each.trim())
        .filter((each) => each !== "");
      if (pieces.length < 2) continue;
      const named = pieces.map((piece) => findPiece(piece, home));
      if (named.some((each) => each.type === "found") || separators.source.includes("、")) return named;
    }
    return [findPiece(text, home)];
  };

  /** 1.通知.pdf in a list may be the file 通知.pdf. */
  const findPiece = (piece: string, home: string): Named => {
    const named = findOne(piece, home);
    const unnumbered = piece.replace(/^[（(]?\d{1,2}[)）.．、]\s*/u, "");
    if (named.type !== "missing" || unnumbered === piece) return named;
    const again = findOne(unnumbered, home);
    return again.type === "missing" ? named : again;
  };

  return { find };
}
