/** What the YAML parser means by an error: its codes are few, and one of them stands for several slips. */

/** A code of the parser, a form of its message, and the slip that it tells. */
const slips: readonly (readonly [code: string, form: RegExp, slip: string])[] = [
  ["MISSING_CHAR", /^Missing closing/u, "OPEN_QUOTE"],
  ["MISSING_CHAR", /followed by map values/u, "NO_COLON"],
  ["MULTILINE_IMPLICIT_KEY", /^/u, "NO_COLON"],
  ["MISSING_CHAR", /^Missing , /u, "NO_COMMA"],
  ["BLOCK_IN_FLOW", /^/u, "NO_COMMA"],
  ["MISSING_CHAR", /^Missing space after :/u, "NO_SPACE"],
  ["MISSING_CHAR", /^Comments must be/u, "NO_SPACE_BEFORE_COMMENT"],
  ["MISSING_CHAR", /^Tags and anchors/u, "BAD_SCALAR_START"],
  ["MISSING_CHAR", /directives-end/u, "BAD_DIRECTIVE"],
  ["MISSING_CHAR", /^Sequence item/u, "BAD_INDENT"],
  ["BLOCK_AS_IMPLICIT_KEY", /block sequence/u, "BAD_INDENT"],
  ["BAD_INDENT", /^Flow .* end with/u, "OPEN_BRACKET"],
  ["MISSING_CHAR", /^Flow .* end with|^Expected flow/u, "OPEN_BRACKET"],
  ["UNEXPECTED_TOKEN", /^Unexpected flow-\w+-end/u, "EXTRA_BRACKET"],
  ["UNEXPECTED_TOKEN", /at node end$/u, "TEXT_AFTER_VALUE"],
  ["UNEXPECTED_TOKEN", /^Block scalar header/u, "TEXT_AFTER_VALUE"],
  ["UNEXPECTED_TOKEN", /^Unexpected block-seq-ind/u, "LIST_ON_LINE"],
  ["MULTIPLE_ANCHORS", /^/u, "BAD_ANCHOR"],
  ["MULTIPLE_TAGS", /^/u, "BAD_ANCHOR"],
  ["BAD_PROP_ORDER", /^/u, "BAD_ANCHOR"],
  ["ALIAS_PROPS", /^/u, "BAD_ANCHOR"],
  ["TAG_RESOLVE_FAILED", /^/u, "BAD_ANCHOR"],
  ["BAD_COLLECTION_TYPE", /^/u, "BAD_ANCHOR"],
];

/** The slip behind an error of the parser, or the parser's own code where that says enough. */
export const slipOf = (code: string, message: string): string =>
  slips.find(([each, form]) => each === code && form.test(message))?.[2] ?? code;

/** Slips after which the parser stumbles over what is right. */
const roots: ReadonlySet<string> = new Set(["OPEN_QUOTE", "OPEN_BRACKET", "UNKNOWN_ALIAS"]);

/** One fault a line, that from which the others follow; names that stand twice are told each. */
export function withoutEchoes<T extends { readonly line: number; readonly code: string }>(faults: readonly T[]): T[] {
  const weight = ({ code }: T): number => (roots.has(code) ? 0 : 1);
  const met = new Set<number>();
  return faults
    .toSorted((a, b) => a.line - b.line || weight(a) - weight(b))
    .filter(({ line, code }) => {
      const isTold = met.has(line);
      met.add(line);
      return !isTold || code === "DUPLICATE_KEY";
    });
}
