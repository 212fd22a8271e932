/** Where links lead, as far as the pack alone can tell. */
import path from "node:path";

/** A place that a link names: a file relative to the pack, and a page of it. */
export type Target =
  /** The web, mail. */
  | { readonly type: "outside" }
  | { readonly type: "file"; readonly file: string; readonly page: number | null }
  /** Neither: an address of ours that was never resolved, or no address at all. */
  | { readonly type: "nowhere" };

/** What an address in a file of the pack means; `from` is that file, relative to the pack. */
export function targetOf(address: string, from: string): Target {
  if (/^(?:https?|mailto|ftp|tel):/iu.test(address)) return { type: "outside" };
  const local = address.replace(/^file:\/{0,3}/iu, "");
  if (local === "" || /^[a-z][a-z0-9+.-]+:/iu.test(local)) return { type: "nowhere" };
  const [name = "", fragment = ""] = local.split("#", 2);
  const page = /(?:^|&)page=(\d+)/u.exec(fragment)?.[1];
  return { type: "file", file: beside(decoded(name), from), page: page === undefined ? null : Number(page) };
}

/** The file that a link of a PDF names: no address, so no sign in it stands for another (ISO 32000-1, 7.11.2). */
export const fileTarget = (name: string, page: number | null, from: string): Target =>
  /^[a-z][a-z0-9+.-]+:/iu.test(name) ? { type: "nowhere" } : { type: "file", file: beside(name, from), page };

const beside = (name: string, from: string): string =>
  path.posix.normalize(path.posix.join(path.posix.dirname(from), name.replaceAll("\\", "/")));

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a place lies outside of the pack, where the originals are. */
export const isOutsidePack = (file: string): boolean => file === ".." || file.startsWith("../") || file.startsWith("/");

/**
 * Whether a page shows its label: its stamp, without the numbers of its exhibits, has the label in it as a word. The stamp
 * is drawn last, so it does not matter where on the page it stands.
 */
export function showsLabel(line: string, label: string, exhibits: readonly string[]): boolean {
  // The longest first: 2-1-1-01 begins like 2-1-1-012.
  const bare = exhibits
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, exhibit) => text.replaceAll(exhibit, " "), line);
  const words: readonly string[] = bare.match(/[0-9A-Za-z]+(?:[-–.][0-9A-Za-z]+)*/gu) ?? [];
  return words.includes(label);
}

/** What a page should show at its foot or head. */
export interface Shown {
  /** Its printed number. */
  readonly label: string;
  readonly volume: number;
  /** Exhibits of which something stands on it. */
  readonly exhibits: readonly string[];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/** A pattern for words of which blanks come and go when they are read, and some signs are read in their plain forms. */
const loosely = (text: string): string =>
  [...text.normalize("NFKC").replace(/\s+/gu, "")].map(escaped).join(String.raw`\s*`);

/**
 * Whether a page shows its stamp, in the form that the manifest tells: it ends with the number of the page, that of one
 * of its exhibits before or after it, and whatever words the form has around them.
 */
export function showsStamp(
  line: string,
  { form, plain }: { readonly form: string; readonly plain: string },
  { label, volume, exhibits }: Shown,
): boolean {
  const own = exhibits.length === 0;
  const values: Readonly<Record<string, string>> = {
    "{n}": String.raw`(?<!\d)${escaped(label)}(?!\d)`,
    "{volume}": String(volume),
    "{exhibit}": `.*(?:${exhibits.map(loosely).join("|")}).*`,
  };
  const pieces = (own ? plain : form).split(/(\{n\}|\{exhibit\}|\{volume\})/u);
  const source = pieces.map((piece) => values[piece] ?? loosely(piece)).join(String.raw`\s*`);
  return new RegExp(String.raw`${source}\s*$`, "u").test(line.normalize("NFKC"));
}
