/** The only importer of yaml: text → value and the place in the text of every part of it; value → text. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, stringify, visit } from "yaml";
import type { Document, Node, Pair } from "yaml";

export interface Place {
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface YamlFault extends Place {
  /** Code of the parser, e.g. DUPLICATE_KEY. */
  readonly code: string;
  readonly message: string;
}

export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** The place of a value, or with `onKey` of its key; of the nearest part above when it is not there. */
  readonly locate: (path: readonly (string | number)[], onKey?: boolean) => Place;
}

/** Keys whose values are names even when they look like numbers: `code: 1.10` is not 1.1. */
const textKeys = new Set(["code", "indicator", "indicators", "grade", "passwords", "self", "version", "date", "due"]);

/** Reads YAML 1.2; CRLF is accepted. Every syntax fault is returned, none thrown. */
export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: "1.2",
    uniqueKeys: sameKey,
    // What is wrong is told by us; the library would write its warnings to the terminal.
    logLevel: "error",
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  keepNamesAsText(document);
  joinChineseLines(document, text);
  const faults: YamlFault[] = [
    ...document.errors.map(({ pos: [offset], code, message }) => ({ ...place(offset), code, message })),
    ...namesThatAreNone(document).map((offset) => ({
      ...place(offset),
      code: "COLLECTION_KEY",
      message: "A name cannot be a list or a map",
    })),
  ];
  let value: unknown;
  if (faults.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      faults.push({ line: 1, column: 1, code: "BAD_ALIAS", message });
    }
  }
  return { value, faults, locate: (path, onKey = false) => place(offsetOf(document, path, onKey)) };
}

/** Keys are names: 1.1 and 1.10 are two, though as numbers they are one. */
const sameKey = (a: unknown, b: unknown): boolean =>
  a === b || (isScalar(a) && isScalar(b) && (a.source ?? String(a.value)) === (b.source ?? String(b.value)));

/** Where a list or a map stands in the place of a name, as in `title: {{ title }}`. */
function namesThatAreNone(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_, { key }: Pair) {
      const isName = isScalar(key) || key === null || (isAlias(key) && isScalar(key.resolve(document)));
      if (!isName) offsets.push(startOf(key) ?? 0);
    },
  });
  return offsets;
}

function keepNamesAsText(document: Document): void {
  visit(document, {
    Pair(_, pair: Pair) {
      const { key, value } = pair;
      if (isScalar(key) && typeof key.value !== "string" && key.source !== undefined) key.value = key.source;
      if (!isScalar(key) || !textKeys.has(String(key.value))) return;
      for (const each of isSeq(value) ? value.items : [value]) {
        if (isScalar(each) && typeof each.value === "number" && each.source !== undefined) each.value = each.source;
      }
    },
  });
}

/** YAML turns a line break in running text into a space; between Chinese characters there is none. */
function joinChineseLines(document: Document, text: string): void {
  visit(document, {
    Scalar(_, node) {
      const { value, range } = node;
      if (typeof value !== "string" || node.type === "BLOCK_LITERAL" || !range) return;
      if (text.slice(range[0], range[1]).includes("\n")) node.value = withoutGaps(value);
    },
  });
}

const withoutGaps = (value: string): string =>
  value.replace(/(?<=[\p{Script=Han}，。、；：！？”’》）〕]) (?=[\p{Script=Han}“‘《（〔])/gu, "");

function offsetOf(document: Document, path: readonly (string | number)[], onKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, part] of path.entries()) {
    const last = index === path.length - 1;
    const next = step(node, part);
    if (next === null) break;
    offset = (last && onKey ? startOf(next.key) : null) ?? startOf(next.value) ?? startOf(next.key) ?? offset;
    node = next.value;
  }
  return offset;
}

function step(node: unknown, part: string | number): { readonly key: unknown; readonly value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(part));
    return isPair(pair) ? { key: pair.key, value: pair.value } : null;
  }
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? null : { key: item, value: item };
  }
  return null;
}

const startOf = (node: unknown): number | null => (isNode(node) ? ((node as Node).range?.[0] ?? null) : null);

/** A value as YAML in blocks, one name or item a line; ends with a line break. What looks like a number is quoted. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 0, version: "1.2" });
