/** A YAML file of a workspace or of the project, checked against its schema; every fault with its place. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import { nearest } from "../engines/nearest.ts";
import { parseYaml } from "../engines/yaml.ts";
import type { YamlFile } from "../engines/yaml.ts";
import { placeIn, placesOf } from "../model/places.ts";
import type { Checked, Path, Places } from "../model/places.ts";
import type { SourceRef } from "../model/source.ts";
import { parseWith } from "../schema/z.ts";
import type { SchemaIssue, z } from "../schema/z.ts";

interface Placed<T> extends Checked<T> {
  /** All places at once, to be kept beside the value. */
  readonly places: Places;
}

/** Slips of a Chinese keyboard, which the parser tells as something else. */
const slips: readonly { readonly fault: string; readonly form: RegExp }[] = [
  { fault: "FULL_WIDTH_COLON", form: /^[\s-]*[\p{L}_"'][^:]*：/u },
  { fault: "FULL_WIDTH_SIGN", form: /[｛｝]|\{[^}]*，\s*[\w-]+\s*[:：]/u },
  { fault: "NO_SPACE", form: /^[\s-]*[\w-]+:[^\s"']/u },
];

/** Reads `bytes` as YAML of `schema`; `file` is its name in messages. Null when it has any fault. */
export function checkYaml<T>(file: string, bytes: Uint8Array, schema: z.ZodType<T>): Staged<Placed<T> | null> {
  const text = decodeText(bytes);
  if (text === null) return { value: null, diagnostics: [diagnostic("not-utf8", { file }, {})] };
  const yaml = parseYaml(text);
  if (yaml.faults.length > 0) return { value: null, diagnostics: syntaxFaults(file, text, yaml) };
  const parsed = parseWith(schema, yaml.value ?? {});
  if (!parsed.ok) {
    const issues = withoutEchoes(parsed.issues);
    return { value: null, diagnostics: issues.map((issue) => toDiagnostic(file, yaml, issue)) };
  }
  const { places } = yaml;
  return { value: { value: parsed.value, places, at: placesOf(file, places) }, diagnostics: [] };
}

/** What the parser stumbled over, but for what follows from a slip: behind one it takes names for values. */
function syntaxFaults(file: string, text: string, { faults }: YamlFile): Diagnostic[] {
  const lines = text.split(/\r?\n/u);
  const told: Diagnostic[] = [];
  const slipped = new Set<string>();
  for (const { line, column, code, message } of faults) {
    const nearby = [line - 1, line - 2].map((index) => (isSecret(lines, index) ? "" : (lines[index] ?? "")));
    const slip = slips.find(({ form }) => nearby.some((each) => form.test(each)));
    const at = nearby.find((each) => slip?.form.test(each) ?? true) ?? "";
    if (slipped.has(at) || (slip === undefined && slipped.size > 0)) continue;
    if (slip !== undefined) slipped.add(at);
    const fault = slip?.fault ?? code;
    // The parser quotes what it stumbled over.
    const facts = { fault, message: isSecret(lines, line - 1) ? fault : message, text: at.trim().slice(0, 60) };
    told.push(diagnostic("yaml-syntax", { file, line, column }, facts));
  }
  return told;
}

/** Whether a line stands below the key `passwords`, or is that key: passwords are never shown. */
function isSecret(lines: readonly string[], index: number): boolean {
  const key = lines.slice(0, index + 1).findLast((each) => /^[^\s#-]/u.test(each));
  return key !== undefined && /^["']?passwords\b/u.test(key);
}

/** A required key that is misspelt is unknown and missing at once; it is told once, as unknown. */
function withoutEchoes(issues: readonly SchemaIssue[]): SchemaIssue[] {
  const at = (path: Path): string => JSON.stringify(path);
  const meant = new Set(
    issues.flatMap(({ path, fault }) =>
      fault.problem === "unknown-key" ? [`${at(path.slice(0, -1))} ${nearest(fault.key, fault.known) ?? ""}`] : [],
    ),
  );
  return issues.filter(({ path, fault }) => fault.problem !== "missing-key" || !meant.has(`${at(path)} ${fault.key}`));
}

function toDiagnostic(file: string, yaml: YamlFile, issue: SchemaIssue): Diagnostic {
  const at: SourceRef = { file, ...placeIn(yaml.places, issue.path, issue.onKey) };
  // The place is told; the nearest name above it is enough. Empty: the file as a whole.
  const key = issue.path.filter((part) => typeof part === "string").at(-1) ?? "";
  const { fault } = issue;
  switch (fault.problem) {
    case "unknown-key":
      return diagnostic("unknown-key", at, {
        key: fault.key,
        known: fault.known,
        nearest: nearest(fault.key, fault.known),
      });
    case "missing-key":
      return diagnostic("missing-key", at, { key: fault.key });
    case "type":
      return diagnostic("wrong-type", at, {
        key,
        expected: fault.expected,
        got: fault.got,
        example: fault.example,
        typed: fault.typed,
      });
    case "choice":
      return diagnostic("unknown-value", at, {
        key,
        got: fault.got,
        known: fault.known,
        // Of numbers none is near another by its spelling.
        nearest: fault.known.every((each) => /^\d+$/u.test(each)) ? null : nearest(fault.got, fault.known),
      });
    case "size":
      return diagnostic("out-of-bounds", at, {
        key,
        of: fault.of,
        bound: fault.bound,
        limit: fault.limit,
        inclusive: fault.inclusive,
      });
    case "pattern":
      return diagnostic("bad-form", at, { key, got: fault.got, expected: fault.expected });
    case "period":
      return diagnostic("period-reversed", at, { key });
    case "value-or-formula":
      return diagnostic("value-or-formula", at, { key });
  }
}
