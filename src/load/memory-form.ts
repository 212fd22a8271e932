/**
 * How the evidence memory lies on the disk: by columns. What thousands of files have in common (kind and pages, words
 * without numbers of persons) stands once, and texts of one kind are one long text of which each entry has its stretch.
 * So a large memory is read as a dozen values; an entry is put together when somebody asks for it.
 */
import { deserialize, serialize } from "node:v8";
import type { FileState } from "../model/evidence.ts";
import type { Words } from "../model/words.ts";
import type { Stamp } from "../world.ts";
import type { Inspected } from "./inspect.ts";

/** A file of the workspace, by what it is known again, and what was found out about it. */
export interface Entry {
  readonly file: string;
  readonly stamp: Stamp;
  readonly found: Inspected;
}

/** Entries by their files. */
export interface Entries {
  readonly size: number;
  readonly get: (file: string) => Entry | null;
}

interface Texts {
  readonly all: string;
  readonly ends: Uint32Array;
}

interface Shared<T> {
  readonly values: readonly T[];
  /** Which of them each entry has. */
  readonly of: Uint32Array;
}

/** All of the words but the texts, of which each file has its own. */
type Counted = Omit<Words, "title" | "opening">;

interface Columns {
  readonly files: Texts;
  /** Five for each entry: its stamp, and how many bytes were read. */
  readonly numbers: Float64Array;
  /** Empty for those that have none. */
  readonly sums: Texts;
  readonly states: Shared<FileState>;
  readonly titles: Texts;
  readonly openings: Texts;
  readonly counted: Shared<Counted | null>;
}

export const noEntries: Entries = { size: 0, get: () => null };

/** Entries as bytes. */
export function packEntries(entries: readonly Entry[]): Uint8Array {
  const found = entries.map((each) => each.found);
  const columns: Columns = {
    files: textsOf(entries.map((each) => each.file)),
    numbers: Float64Array.from(
      entries.flatMap(({ stamp: { size, changed, renamed, number }, found: { bytes } }) => [
        size,
        changed,
        renamed,
        number,
        bytes,
      ]),
    ),
    sums: textsOf(found.map(({ sha256 }) => sha256 ?? "")),
    states: sharedOf(found.map(({ state }) => state)),
    titles: textsOf(found.map(({ words }) => words?.title ?? "")),
    openings: textsOf(found.map(({ words }) => words?.opening ?? "")),
    counted: sharedOf(found.map(({ words }) => (words === null ? null : countedOf(words)))),
  };
  return serialize(columns);
}

/** The entries that such bytes hold. */
export function openEntries(bytes: Uint8Array): Entries {
  const columns = deserialize(bytes) as Columns;
  const { files } = columns;
  const places = new Map<string, number>();
  for (let at = 0; at < files.ends.length; at += 1) places.set(textAt(files, at), at);
  return {
    size: places.size,
    get: (file) => {
      const at = places.get(file);
      return at === undefined ? null : { file, stamp: stampAt(columns, at), found: foundAt(columns, at) };
    },
  };
}

function stampAt({ numbers }: Columns, at: number): Stamp {
  const number = (column: number): number => numbers[at * 5 + column] ?? 0;
  return { size: number(0), changed: number(1), renamed: number(2), number: number(3) };
}

function foundAt({ numbers, sums, states, titles, openings, counted }: Columns, at: number): Inspected {
  const told = sharedAt(counted, at);
  return {
    bytes: numbers[at * 5 + 4] ?? 0,
    sha256: textAt(sums, at) || null,
    state: sharedAt(states, at),
    words: told === null ? null : wordsOf(textAt(titles, at), textAt(openings, at), told),
  };
}

/** Field by field: of ten thousand files, spreading takes longer than all the rest. */
const wordsOf = (title: string, opening: string, { personal, places, placesInAll, whole }: Counted): Words => ({
  title,
  opening,
  personal,
  places,
  placesInAll,
  whole,
});

const countedOf = ({ personal, places, placesInAll, whole }: Words): Counted => ({
  personal,
  places,
  placesInAll,
  whole,
});

function textsOf(texts: readonly string[]): Texts {
  let end = 0;
  return { all: texts.join(""), ends: Uint32Array.from(texts, (text) => (end += text.length)) };
}

/** A stretch of a long text is no copy of it. */
const textAt = ({ all, ends }: Texts, at: number): string => all.slice(at === 0 ? 0 : ends[at - 1], ends[at]);

function sharedOf<T>(each: readonly T[]): Shared<T> {
  const values = new Map<string, { readonly value: T; readonly at: number }>();
  const of = Uint32Array.from(each, (value) => {
    const name = JSON.stringify(value);
    const known = values.get(name) ?? { value, at: values.size };
    values.set(name, known);
    return known.at;
  });
  return { values: [...values.values()].map(({ value }) => value), of };
}

const sharedAt = <T>({ values, of }: Shared<T>, at: number): T => values[of[at] ?? 0] as T;
