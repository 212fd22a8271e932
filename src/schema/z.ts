/**
 * The only importer of zod: the field types that every file of a workspace is made of,
 * and the translation of a failed parse into facts that the diagnostics can word.
 */
import { z } from "zod";
import type { Path } from "../model/places.ts";
import { numberMeant, type TypedNumber } from "./typed-number.ts";

export { z };

/** A code, key or id as users type it; YAML numbers have been turned back into their text by then. */
export const code = z.string().trim().min(1).max(40);

/** One line of text that must not be empty. */
export const line = z.string().trim().min(1);

/** A name by which other files refer to a thing: letters of any script, digits, `_` and `-`. */
export const identifier = z.string().regex(/^[\p{L}_][\p{L}\p{N}_-]*$/u);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A closed period of days. */
export const period = z
  .strictObject({
    from: day.describe("first day, YYYY-MM-DD"),
    to: day.describe("last day, YYYY-MM-DD"),
  })
  .refine((value) => value.from <= value.to, { params: { problem: "period" } });

/** What weighs differently here than usual, by the code of the problem. */
export const severities = z
  .record(z.string(), z.enum(["error", "warning", "off"]))
  .default({})
  .describe("another weight for a problem, by its code, e.g. photo-caption: error");

/** A figure in its place, or the name of the fact that holds it; empty while it is not known. */
export const figure = z.union([z.number().min(0), identifier, z.null()]);

/** `lead: finance` and `lead: [finance, education]` mean the same kind of thing. */
export const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]);

/** What is wrong with one value, as facts; words are found elsewhere. */
export type SchemaProblem =
  | { readonly problem: "unknown-key"; readonly key: string; readonly known: readonly string[] }
  | { readonly problem: "missing-key"; readonly key: string }
  | {
      readonly problem: "type";
      /** Names of types, with `|` between them where several will do. */
      readonly expected: string;
      readonly got: string;
      /** A value that would do, as it is written; null where the type says enough. */
      readonly example: string | null;
      /** The number that was meant by a text in the place of one. */
      readonly typed: TypedNumber | null;
    }
  | { readonly problem: "choice"; readonly got: string; readonly known: readonly string[] }
  | {
      readonly problem: "size";
      readonly of: Measured;
      readonly bound: "min" | "max";
      readonly limit: string;
      readonly inclusive: boolean;
    }
  | { readonly problem: "pattern"; readonly expected: string; readonly got: string }
  | { readonly problem: "period" }
  | { readonly problem: "value-or-formula" };

/** What is too small or too large. */
type Measured = "number" | "text" | "list";

export interface SchemaIssue {
  readonly path: Path;
  /** The key itself is at fault, not its value: point at the key. */
  readonly onKey: boolean;
  readonly fault: SchemaProblem;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly SchemaIssue[] };

/** Checks `value` against `schema`; every fault is returned at once, each with its path. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: result.error.issues.flatMap((issue) => translate(issue, schema, value, [])) };
}

type Issue = z.core.$ZodIssue;

function translate(issue: Issue, schema: z.ZodType, root: unknown, prefix: Path): SchemaIssue[] {
  const path: Path = [...prefix, ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
  const fault = (value: SchemaProblem, onKey = false): SchemaIssue[] => [{ path, onKey, fault: value }];
  const got = valueAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        onKey: true,
        fault: { problem: "unknown-key", key, known: keysAt(schema, root, path) },
      }));
    case "invalid_type":
      if (got === undefined) {
        const key = String(path.at(-1) ?? "");
        return [{ path: path.slice(0, -1), onKey: true, fault: { problem: "missing-key", key } }];
      }
      return fault(typeFault(issue.expected, got, schema, root, path));
    case "invalid_value":
      if (got === undefined) {
        return [{ path: path.slice(0, -1), onKey: true, fault: { problem: "missing-key", key: String(path.at(-1)) } }];
      }
      return fault({ problem: "choice", got: shown(got), known: issue.values.map(String) });
    case "invalid_union":
      return translateUnion(issue, schema, root, path, got);
    case "too_small":
      return fault(sizeFault(got, "min", issue.minimum, issue.inclusive));
    case "too_big":
      return fault(sizeFault(got, "max", issue.maximum, issue.inclusive));
    case "invalid_format":
      return fault({ problem: "pattern", expected: issue.format, got: shown(got) });
    case "invalid_key":
      return fault({ problem: "pattern", expected: formOf(issue), got: String(path.at(-1)) }, true);
    case "custom":
      return fault(
        issue.params?.["problem"] === "value-or-formula" ? { problem: "value-or-formula" } : { problem: "period" },
      );
    default:
      return fault(typeFault(issue.message, got, schema, root, path));
  }
}

function sizeFault(got: unknown, bound: "min" | "max", limit: number | bigint, inclusive = true): SchemaProblem {
  const of = typeof got === "number" ? "number" : typeof got === "string" ? "text" : "list";
  return { problem: "size", of, bound, limit: String(limit), inclusive };
}

/** The form that a key should have: a name, unless its schema says otherwise. */
function formOf({ issues: [first] }: Extract<Issue, { code: "invalid_key" }>): string {
  return first?.code === "invalid_format" && first.format !== "regex" ? first.format : "name";
}

/** Of a union, the branch that got furthest speaks: its faults lie deepest in the value. */
function translateUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  schema: z.ZodType,
  root: unknown,
  path: Path,
  got: unknown,
): SchemaIssue[] {
  if (issue.errors.length === 0) {
    const known = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    if (got === undefined) {
      return [{ path: path.slice(0, -1), onKey: true, fault: { problem: "missing-key", key: String(path.at(-1)) } }];
    }
    return [{ path, onKey: false, fault: { problem: "choice", got: shown(got), known } }];
  }
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map((each) => each.path.length));
  const best = issue.errors.reduce((a, b) => (depth(b) > depth(a) ? b : a));
  // None got anywhere: each that wants another type is told.
  if (depth(best) === 0 && best[0]?.code === "invalid_type") {
    const wanted = issue.errors.flatMap(([first]) => (first?.code === "invalid_type" ? [first.expected] : []));
    const expected = [...new Set(wanted.filter((each) => each !== "null"))].join("|");
    return [{ path, onKey: false, fault: typeFault(expected, got, schema, root, path) }];
  }
  return best.flatMap((each) => translate(each, schema, root, path));
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** A value of another type than wanted, with the example that its schema gives. */
function typeFault(expected: string, got: unknown, schema: z.ZodType, root: unknown, path: Path): SchemaProblem {
  const examples = schemasAt(schema, root, path).flatMap((each) => z.globalRegistry.get(each)?.["examples"] ?? []);
  const example = Array.isArray(examples) && examples.length > 0 ? inFlow(examples[0]) : null;
  return { problem: "type", expected, got: typeName(got), example, typed: numberMeant(expected, got) };
}

/** A small value as it is written in YAML on one line. */
function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const parts = Object.entries(value).map(([name, each]) => `${name}: ${inFlow(each)}`);
  return `{ ${parts.join(", ")} }`;
}

const shown = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The keys that the schema allows at a path, for the nearest match. */
function keysAt(schema: z.ZodType, root: unknown, path: Path): string[] {
  const value = valueAt(root, path);
  const objects = schemasAt(schema, root, path).flatMap((each) => shapes(each, value));
  return [...new Set(objects.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : [])))];
}

/** The schemas that may hold at a path, with what wraps them. */
function schemasAt(schema: z.ZodType, root: unknown, path: Path): z.core.$ZodType[] {
  let here: z.core.$ZodType[] = [schema];
  let value: unknown = root;
  for (const part of path) {
    here = here.flatMap((each) => shapes(each, value)).flatMap((each) => child(each, part));
    value = valueAt(value, [part]);
  }
  return here;
}

/** Looks through optional, default, lazy, pipe and union to the object, array or record behind. */
function shapes(schema: z.core.$ZodType, value: unknown): z.core.$ZodType[] {
  const wrappers = [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault] as const;
  for (const Wrapper of wrappers) if (schema instanceof Wrapper) return shapes(schema.def.innerType, value);
  if (schema instanceof z.ZodLazy) return shapes(schema.def.getter(), value);
  if (schema instanceof z.ZodPipe) {
    // What is prepared before it is read (z.preprocess) has its shape behind.
    return shapes(schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in, value);
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const tag = valueAt(value, [schema.def.discriminator]);
    const matching = schema.def.options.filter((option) => tagOf(option, schema.def.discriminator) === tag);
    return matching.flatMap((option) => shapes(option, value));
  }
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => shapes(option, value));
  return [schema];
}

function tagOf(schema: z.core.$ZodType, discriminator: string): unknown {
  if (!(schema instanceof z.ZodObject)) return undefined;
  const field = schema.shape[discriminator];
  return field instanceof z.ZodLiteral ? field.value : undefined;
}

function child(schema: z.core.$ZodType, part: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const field = schema.shape[String(part)];
    return field === undefined ? [] : [field];
  }
  if (schema instanceof z.ZodArray) return [schema.def.element];
  if (schema instanceof z.ZodRecord) return [schema.def.valueType];
  return [];
}
