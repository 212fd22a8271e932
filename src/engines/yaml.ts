/** The only importer of yaml: text → value and the place in the text of every part of it; value → text. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, stringify, visit } from "yaml";
import type { Document, Node, Pair, Scalar } from "yaml";
import type { Place, Places } from "../model/places.ts";
import { slipOf, withoutEchoes } from "./yaml-faults.ts";

export interface YamlFault extends Place {
  /** The slip, or a code of the parser, e.g. OPEN_QUOTE, DUPLICATE_KEY. */
  readonly code: string;
  readonly message: string;
}

export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  readonly places: Places;
}

/** Keys whose values are names even when they look like numbers: `code: 1.10` is not 1.1. */
const textKeys = new Set("code id indicator indicators grade passwords self score version date due".split(" "));

/** Reads YAML 1.2; CRLF is accepted. Every syntax fault is returned, none thrown. */
export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: "1.2",
    // The library holds every key against all others; we look for what is twice ourselves.
    uniqueKeys: false,
    // What is wrong is told by us; the library would write its warnings to the terminal.
    logLevel: "error",
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const found = [
    ...document.errors.map(({ pos: [offset], code, message }) => ({ offset, code: slipOf(code, message), message })),
    ...tidy(document, text),
  ].map(({ offset, code, message }): YamlFault => {
    return { ...place(openedBefore(document, code, offset) ?? offset), code, message };
  });
  const faults = withoutEchoes(found);
  let value: unknown;
  if (faults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      faults.push({ line: 1, column: 1, code: "BAD_ALIAS", message });
    }
  }
  const top = placesIn(document.contents, null, place);
  return { value, faults, places: { ...top, at: top.at ?? place(0) } };
}

interface NameFault {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

/** Goes through a document once: names and running text become what they mean. Gives the faults of names. */
function tidy(document: Document, text: string): NameFault[] {
  const faults: NameFault[] = [];
  visit(document, {
    Map: (_, { items }) => void faults.push(...namesTwice(items)),
    Pair(_, pair: Pair) {
      const { key } = pair;
      // A list or a map in the place of a name, as in `title: {{ title }}`.
      const isName = isScalar(key) || key === null || (isAlias(key) && isScalar(key.resolve(document)));
      const message = "A name cannot be a list or a map";
      if (!isName) faults.push({ offset: startOf(key) ?? 0, code: "COLLECTION_KEY", message });
      keepNamesAsText(pair);
    },
    Alias(_, node) {
      if (node.resolve(document) !== undefined) return;
      faults.push({ offset: startOf(node) ?? 0, code: "UNKNOWN_ALIAS", message: "Unresolved alias" });
    },
    Scalar: (_, node) => joinChineseLines(node, text),
  });
  return faults;
}

/** Where the quote or the bracket was opened that is not closed at `offset`: the parser tells where it gave up. */
function openedBefore(document: Document, code: string, offset: number): number | null {
  let start: number | null = null;
  const note = (node: Node): void => {
    const [from, to] = node.range ?? [offset, offset];
    if (from < offset && to >= offset - 1) start = from;
  };
  if (code === "OPEN_QUOTE") {
    visit(document, { Scalar: (_, node) => (node.type?.startsWith("QUOTE") === true ? note(node) : undefined) });
  } else if (code === "OPEN_BRACKET") {
    visit(document, { Collection: (_, node) => (node.flow === true ? note(node) : undefined) });
  }
  return start;
}

/** Keys are names: 1.1 and 1.10 are two, though as numbers they are one. */
function namesTwice(items: readonly Pair[]): NameFault[] {
  const met = new Set<string>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = key.source ?? String(key.value);
    if (!met.has(name)) {
      met.add(name);
      return [];
    }
    return [{ offset: startOf(key) ?? 0, code: "DUPLICATE_KEY", message: "Map keys must be unique" }];
  });
}

function keepNamesAsText({ key, value }: Pair): void {
  if (isScalar(key) && typeof key.value !== "string" && key.source !== undefined) key.value = key.source;
  if (!isScalar(key) || !textKeys.has(String(key.value))) return;
  for (const each of isSeq(value) ? value.items : [value]) {
    if (isScalar(each) && typeof each.value === "number" && each.source !== undefined) each.value = each.source;
  }
}

/** YAML turns a line break in running text into a space; between Chinese characters there is none. */
function joinChineseLines(node: Scalar, text: string): void {
  const { value, range } = node;
  if (typeof value !== "string" || node.type === "BLOCK_LITERAL" || !range) return;
  if (text.slice(range[0], range[1]).includes("\n")) node.value = withoutGaps(value);
}

const withoutGaps = (value: string): string =>
  value.replace(/(?<=[\p{Script=Han}，。、；：！？”’》）〕]) (?=[\p{Script=Han}“‘《（〔])/gu, "");

/** Where a part stands, its name, and all that lies below it; of two parts of one name the later. */
function placesIn(node: unknown, key: unknown, place: (offset: number) => Place): Places {
  const placeOf = (each: unknown): Place | null => {
    const offset = startOf(each);
    return offset === null ? null : place(offset);
  };
  const parts = isMap(node)
    ? node.items.map((each) => [isScalar(each.key) ? String(each.key.value) : null, each.key, each.value] as const)
    : isSeq(node)
      ? node.items.map((each, index) => [String(index), each, each] as const)
      : [];
  const below = parts.flatMap(([name, key, value]) =>
    name === null ? [] : [[name, placesIn(value, key, place)] as const],
  );
  return { at: placeOf(node), key: placeOf(key), below: new Map(below) };
}

const startOf = (node: unknown): number | null => (isNode(node) ? ((node as Node).range?.[0] ?? null) : null);

/** A value as YAML in blocks, one name or item a line; ends with a line break. What looks like a number is quoted. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, version: "1.2" });
