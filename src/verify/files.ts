/** Files against the lists that name them: each is there, with its bytes, and there is no other. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isLeftBehind } from "../model/left-behind.ts";
import { hashFile, readFile } from "../world.ts";
import type { FileSums } from "../world.ts";

export interface Listed {
  /** As the list writes it, relative to the root. */
  readonly path: string;
  readonly sha256: string;
  /** Null where the list does not tell. */
  readonly bytes: number | null;
}

/** What lies below a folder, each file read once however many lists name it. */
export class Files {
  readonly #root: string;
  readonly #names: ReadonlyMap<string, string>;
  readonly #sums = new Map<string, FileSums | null>();
  /** Every file, folder that cannot be opened, link … below the root, sorted. */
  readonly all: readonly string[];
  /** Folders below the root in which nothing lies, each with a stroke at its end, sorted. */
  readonly empty: readonly string[];

  constructor(root: string, found: readonly string[], empty: readonly string[] = []) {
    this.#root = root;
    this.all = found;
    this.empty = empty;
    // A disk may compose names in its own way: a list names the same file.
    this.#names = new Map(found.map((each) => [each.normalize("NFC"), each]));
  }

  /** The name that a file has on the disk; null when it is not there. */
  nameOf(listed: string): string | null {
    return this.#names.get(listed.normalize("NFC")) ?? null;
  }

  /** Where a file lies; null when it is not there. */
  find(listed: string): string | null {
    const name = this.nameOf(listed);
    return name === null ? null : path.join(this.#root, name);
  }

  /** All bytes of a file; null when it is not there. */
  async bytes(listed: string): Promise<Buffer | null> {
    const file = this.find(listed);
    const read = file === null ? null : await readFile(file);
    return read === null || !read.ok ? null : read.bytes;
  }

  async sums(listed: string): Promise<FileSums | null> {
    const file = this.find(listed);
    if (file === null) return null;
    let known = this.#sums.get(file);
    if (known === undefined) {
      const read = await hashFile(file);
      known = read.ok ? read : null;
      this.#sums.set(file, known);
    }
    return known;
  }
}

/** Files that are missing or changed. `list` names the list as it is told. */
export async function checkListed(files: Files, listed: readonly Listed[], list: string): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { path: name, sha256, bytes } of listed) {
    const at = { file: name };
    const sums = await files.sums(name);
    if (sums === null) found.push(diagnostic("file-missing", at, { list }));
    else if (sums.sha256 !== sha256 || (bytes !== null && bytes !== sums.bytes)) {
      found.push(diagnostic("file-changed", at, { list, bytes: sums.bytes, expected: bytes }));
    }
  }
  return found;
}

/** Files below `prefix` that no list names, and empty folders in which none of what it names belongs. */
export function checkUnlisted(files: Files, prefix: string, listed: readonly string[], list: string): Diagnostic[] {
  const names = listed.map((each) => each.normalize("NFC"));
  const known = new Set(names);
  const isFor = (folder: string): boolean => names.some((each) => each.startsWith(folder.normalize("NFC")));
  return [
    ...files.all.filter((each) => !known.has(each.normalize("NFC"))),
    ...files.empty.filter((each) => !isFor(each)),
  ]
    .filter((each) => each.startsWith(prefix))
    .map((file) => extra(file, list));
}

/** A file that no list names; what a system or a program left there by itself is told as that. */
export const extra = (file: string, list: string | null): Diagnostic =>
  diagnostic(
    "file-extra",
    { file },
    { list, ...(isLeftBehind(file.replace(/^\.\.\//u, "")) ? { leftBehind: true } : {}) },
  );
