/** Faults of a template, out of what the template language throws. It says them in words; here they become data. */

/** Thrown by tags and printing: a name that is not known, or a value where it cannot stand. */
export class Misuse extends Error {
  readonly fault: "argument" | "part" | "narrative" | "value";
  readonly facts: { readonly name: string; readonly known: readonly string[] };

  constructor(fault: Misuse["fault"], facts: { readonly name: string; readonly known?: readonly string[] }) {
    super(`${fault}: ${facts.name}`);
    this.fault = fault;
    this.facts = { known: [], ...facts };
  }
}

export interface TemplateFault {
  readonly what:
    | "variable"
    | "filter"
    | "tag"
    | "argument"
    | "part"
    | "narrative"
    | "value"
    | "syntax"
    | "unclosed"
    | "stray"
    | "limit";
  /** The name that is not known, or the place in the template as it is typed. */
  readonly name: string;
  /** Names that would be known there; empty where names are no question, and for variables, which the data knows. */
  readonly known: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

interface Known {
  readonly tags: readonly string[];
  readonly filters: readonly string[];
}

interface Thrown {
  readonly message: string;
  readonly errors?: readonly Thrown[];
  readonly token?: { readonly getPosition: () => number[]; readonly getText: () => string };
  readonly originalError?: Thrown;
  readonly variableName?: string;
}

/** What was thrown, as faults; `known` are the names that would be right. */
export function faultsOf(error: unknown, known: Known): TemplateFault[] {
  return inOrder(flat(error as Thrown).map((each) => faultOf(each, known)));
}

/** Each fault once, in the order of their places. */
export function inOrder(faults: readonly TemplateFault[]): TemplateFault[] {
  const once = new Map(faults.map((each) => [[each.line, each.column, each.what, each.name].join(" "), each]));
  return [...once.values()].toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** An error within a loop or a choice comes wrapped as often as it is deep. */
const flat = (error: Thrown): Thrown[] =>
  error.errors !== undefined
    ? error.errors.flatMap(flat)
    : error.originalError?.errors !== undefined
      ? flat(error.originalError)
      : [error];

function faultOf(error: Thrown, known: Known): TemplateFault {
  const root = rootOf(error);
  const [line = 1, column = 1] = error.token?.getPosition() ?? [];
  return { ...kindOf(root, error.token?.getText() ?? "", known), line, column };
}

const rootOf = (error: Thrown): Thrown => (error.originalError === undefined ? error : rootOf(error.originalError));

function kindOf(root: Thrown, text: string, known: Known): Pick<TemplateFault, "what" | "name" | "known"> {
  if (root instanceof Misuse) return { what: root.fault, ...root.facts };
  const name = (pattern: RegExp): string | undefined => pattern.exec(root.message)?.[1];
  if (root.variableName !== undefined) return { what: "variable", name: root.variableName, known: [] };
  const filter = name(/^undefined filter: (.*)$/mu);
  if (filter !== undefined) return { what: "filter", name: filter, known: known.filters };
  const tag = name(/^tag "([^"]*)" not found/u);
  if (tag !== undefined) {
    const stray = /^(?:end.*|els.*|when)$/u.test(tag);
    return stray ? { what: "stray", name: tag, known: [] } : { what: "tag", name: tag, known: known.tags };
  }
  if (/limit exceeded/u.test(root.message)) return { what: "limit", name: "", known: [] };
  const open = name(/^(?:tag|output|raw) ([^]*?) not closed/u);
  if (open === undefined) return { what: "syntax", name: text, known: [] };
  return { what: "unclosed", name: open.replaceAll(/^"|"$|\\n.*$/gu, "").trim(), known: [] };
}
