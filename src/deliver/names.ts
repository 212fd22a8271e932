/** Under which names originals are delivered: their exhibit numbers first, legal on every system, no two alike. */
import { evidenceFolder } from "../load/evidence.ts";
import { isInside, nameKey } from "../model/bagit.ts";
import { legalName } from "../model/legal-name.ts";
import { sortedByName } from "../model/order.ts";
import type { Manifest } from "../schema/manifest.ts";

export interface Original {
  readonly exhibit: string;
  readonly title: string;
  /** Relative to the workspace. */
  readonly source: string;
  readonly sha256: string;
  /** Relative to the delivery: `originals/2-1-3-01 预算批复.pdf`. */
  readonly path: string;
  /** It needs a password to be opened. */
  readonly sealed: boolean;
}

export const originalsFolder = "originals";

const isAscii = (text: string): boolean => /^[\u0020-\u007E]*$/u.test(text);

/** Whether a path is ASCII alone. */
export const isAsciiPath = isAscii;

/** The extension of a file with its dot, in the form in which it is written; empty without one. */
const extensionOf = (source: string): string =>
  /(?<=[^/])\.[\p{L}\p{N}]{1,12}$/u.exec(source.normalize("NFC"))?.[0] ?? "";

/**
 * The originals of all exhibits, in the order of the manifest's numbers. The files of a bundle lie in one folder, in the
 * order of their pages. What was handed in as an address, or could not be read, has no original. With `ascii` a name is
 * the number alone; a number that is not ASCII is replaced by its place in the list. Of names that some system would
 * take for one, the later get (2), (3) …
 */
export function originalsOf(manifest: Manifest, { ascii }: { readonly ascii: boolean }): readonly Original[] {
  const bundles = new Map<string, Entry[]>();
  for (const entry of manifest.evidence) {
    if (entry.exhibit === null || entry.sha256 === null || !isHandedIn(entry.source)) continue;
    const bundle = bundles.get(entry.exhibit);
    if (bundle === undefined) bundles.set(entry.exhibit, [entry]);
    else bundle.push(entry);
  }
  const taken = new Set<string>();
  const unused = (stem: string, extension: string): string => {
    for (let number = 1; ; number += 1) {
      const path = `${stem}${number === 1 ? "" : ` (${String(number)})`}${extension}`;
      if (taken.has(nameKey(path))) continue;
      taken.add(nameKey(path));
      return path;
    }
  };
  return sortedByName([...bundles], ([exhibit]) => exhibit).flatMap(([exhibit, entries], index) => {
    const files = entries.toSorted((a, b) => (a.pages?.[0] ?? 0) - (b.pages?.[0] ?? 0));
    const [lead] = files;
    const stem = `${originalsFolder}/${ascii ? asciiNumber(exhibit, index) : nameOf(exhibit, lead)}`;
    const place = files.length === 1 ? null : unused(stem, "");
    return files.map((entry, at): Original => {
      const extension = ascii && !isAscii(extensionOf(entry.source)) ? "" : extensionOf(entry.source);
      const path =
        place === null ? unused(stem, extension) : unused(`${place}/${partName(entry, at, ascii)}`, extension);
      const { title, source, sha256, sealed = false } = entry;
      return { exhibit, title, source, sha256: sha256 ?? "", path, sealed };
    });
  });
}

type Entry = Manifest["evidence"][number];

/** Whether a path is one below `evidence/`: nothing else is handed in, so nothing else is delivered as an original. */
const isHandedIn = (source: string): boolean => isInside(source) && source.startsWith(`${evidenceFolder}/`);

/** Exhibits whose originals, as the manifest says, lie elsewhere; no compiled pack has any. */
export const strayOriginals = (manifest: Manifest): readonly { readonly exhibit: string; readonly source: string }[] =>
  manifest.evidence.flatMap(({ exhibit, sha256, source }) =>
    exhibit === null || sha256 === null || isHandedIn(source) ? [] : [{ exhibit, source }],
  );

/** Number and title; behind them the 文号, which a long title leaves room for. */
function nameOf(exhibit: string, lead: Entry | undefined): string {
  const { title = "", docNumber = "" } = lead ?? {};
  const [open, close] = /\p{Script=Han}/u.test(`${title}${docNumber}`) ? ["（", "）"] : [" (", ")"];
  const number = docNumber === "" || title.includes(docNumber) ? "" : `${open}${docNumber}${close}`;
  return legalName(`${exhibit} ${title}`, number);
}

function asciiNumber(exhibit: string, index: number): string {
  const bare = exhibit.replace(/[<>:"/\\|?*]/gu, "-");
  return isAscii(bare) && legalName(bare) !== "" ? legalName(bare) : `no-${String(index + 1).padStart(4, "0")}`;
}

/** A file of a bundle: which of them it is, and its own name. */
function partName({ source }: Entry, at: number, ascii: boolean): string {
  const number = String(at + 1).padStart(2, "0");
  const own = (source.split("/").at(-1) ?? "").slice(0, -extensionOf(source).length || undefined);
  return ascii ? number : legalName(`${number} ${own}`);
}
