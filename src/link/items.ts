/** Files and rows of registers → items (材料): every file in exactly one of them. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import type { Evidence, Item } from "../model/evidence.ts";
import { keyOf } from "../model/evidence.ts";
import { sourcePath } from "../model/ids.ts";
import { sortedByName } from "../model/order.ts";
import type { RegisterRow, RowSubject } from "../model/register.ts";
import { bare } from "./match.ts";
import { findNamed, indexNames, nearestFile } from "./named-files.ts";
import type { Named, NameIndex } from "./named-files.ts";
import { claimKey, claimOfName, registeredItem } from "./registered-item.ts";

/** Items, and what each row of a register is about. */
export interface Joined extends Staged<readonly Item[]> {
  readonly rows: readonly RowSubject[];
}

/**
 * One item for each row that names files or an address, in which the row's values win over those of the names;
 * rows for the same files are one item. Every other file is an item of its own, as its name tells. Items stand in the
 * order of the path by which they go.
 */
export function itemsOf(evidence: readonly Evidence[], rows: readonly RegisterRow[]): Joined {
  // Only registers name files; those of no register stand in order already.
  if (rows.length === 0) return { value: evidence.map(itemOf), diagnostics: [], rows: [] };
  const found: Diagnostic[] = [];
  const names = indexNames(evidence);
  const drafts: Draft[] = [];
  const holder = new Map<string, Draft>();
  const subjects: RowSubject[] = [];
  for (const row of rows) {
    const files = filesOf(row, names, found);
    const codes = row.claims.map((claim) => claim.code);
    subjects.push({ places: row.places, codes, files: files.map((file) => file.path) });
    const draft = files.length === 0 ? null : place(row, files, holder, found);
    if (draft === null) continue;
    drafts.push(draft);
    for (const file of draft.files) holder.set(file.path, draft);
  }
  const registered = drafts.map((draft) => registeredItem(draft.files, draft.rows));
  const others = evidence.filter((file) => !holder.has(file.path));
  const items = sortedByName([...registered, ...others.map(itemOf)], keyOf);
  return { value: items, diagnostics: found, rows: subjects };
}

/** An item in the making: rows after the first add what it leaves empty. */
interface Draft {
  readonly files: readonly [Evidence, ...Evidence[]];
  readonly rows: RegisterRow[];
}

/** How many names without a file get a nearest match; more than these is a register of another folder. */
const guesses = 100;

/** The files that a row names, each once, then its addresses. */
function filesOf(row: RegisterRow, names: NameIndex, found: Diagnostic[]): Evidence[] {
  const home = path.posix.dirname(row.register);
  const named = row.files.flatMap((cell) => namedIn(cell, home, names).map((each) => ({ ...each, at: cell.at })));
  const files = new Set<Evidence>();
  for (const each of named) {
    if (each.type === "found") for (const file of each.files) files.add(file);
    else {
      const guessed = each.type === "missing" && found.length < guesses;
      const nearest = guessed ? nearestFile(each.name, home, names) : null;
      found.push(diagnostic("register-file", each.at, { name: each.name.slice(0, 80), reason: each.type, nearest }));
    }
  }
  for (const { text, at } of row.refused) {
    const reason = /^[a-z][a-z0-9+.-]+:/iu.test(text) ? "kind" : "form";
    found.push(diagnostic("register-address", at, { address: text.replace(/\s+/gu, " ").slice(0, 80), reason }));
  }
  const all = [...files, ...linksOf(row)];
  if (all.length === 0 && named.length === 0 && row.refused.length === 0) {
    found.push(diagnostic("register-no-file", row.registered.at, { title: row.title, keptAt: row.registered.keptAt }));
  }
  return all;
}

/** What a cell shows, or where a click on it leads when that is a file and what it shows is none: 打开, click here. */
function namedIn({ text, link }: RegisterRow["files"][number], home: string, names: NameIndex): Named[] {
  const shown = findNamed(text, home, names);
  if (link === "" || shown.every((each) => each.type === "found")) return shown;
  const behind = findNamed(decoded(link), home, names);
  if (behind.every((each) => each.type === "found")) return behind;
  return /^https?:/iu.test(link) ? shown.filter((each) => each.type === "found") : shown;
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** Addresses in place of files; they go by the cell in which they stand, the second of a cell with `-2` behind it. */
function linksOf(row: RegisterRow): Evidence[] {
  const met = new Map<string, number>();
  return row.urls.map(({ text, at }) => {
    const place = at.cell ?? `${String(at.line ?? 1)}:${String(at.column ?? 1)}`;
    const count = (met.get(place) ?? 0) + 1;
    met.set(place, count);
    return linkOf(text, count === 1 ? place : `${place}-${String(count)}`, row);
  });
}

function linkOf(url: string, place: string, row: RegisterRow): Evidence {
  return {
    title: "",
    docNumber: "",
    formed: null,
    period: null,
    path: sourcePath(`${row.register}#${place}`),
    bytes: 0,
    sha256: null,
    department: row.department,
    folders: [],
    name: url,
    claim: null,
    codeLike: null,
    state: { type: "readable", kind: "link", format: "url", pages: null },
    url,
  };
}

/** A new item, or null when the row belongs to one that is there; files that another row has are left to it. */
function place(
  row: RegisterRow,
  files: readonly Evidence[],
  holder: ReadonlyMap<string, Draft>,
  found: Diagnostic[],
): Draft | null {
  const owners = [...new Set(files.flatMap((file) => holder.get(file.path) ?? []))];
  const free = files.filter((file) => !holder.has(file.path));
  const [owner] = owners;
  const [lead, ...others] = free;
  if (owner !== undefined) tellTaken(row, files, owner, free.length, found);
  if (lead !== undefined) return { files: [lead, ...others], rows: [row] };
  owner?.rows.push(row);
  return null;
}

/** A row may name a file again to add an indicator; the same once more, or under another title, is told. */
function tellTaken(
  { title, claims, registered: { at } }: RegisterRow,
  files: readonly Evidence[],
  owner: Draft,
  free: number,
  found: Diagnostic[],
): void {
  const name = files.find((file) => owner.files.includes(file))?.name ?? "";
  const first = owner.rows[0]?.registered.at ?? at;
  const known = new Set(owner.rows.flatMap((each) => each.claims.map(claimKey)));
  const adds = claims.some((each) => !known.has(claimKey(each)));
  const earlier = owner.rows.find((each) => each.title !== "")?.title ?? "";
  // With files of its own the row is an item of its own, and its title counts.
  const differs = free === 0 && title !== "" && earlier !== "" && bare(title) !== bare(earlier);
  if (differs) found.push(diagnostic("register-duplicate", at, { name, first, titles: [earlier, title] }));
  else if (!adds || free > 0) found.push(diagnostic("register-duplicate", at, { name, first, titles: null }));
}

/** A file that no register names is an item as its name tells. */
export const itemOf = (file: Evidence): Item => ({
  title: file.title,
  docNumber: file.docNumber,
  formed: file.formed,
  period: file.period,
  files: [file],
  department: file.department,
  claims: claimOfName(file),
  registered: null,
});
