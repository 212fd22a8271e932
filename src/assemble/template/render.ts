/** A template of the report → its blocks. */
import { diagnostic, Fatal } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, Facts } from "../../diagnostics/diagnostic.ts";
import { Misuse, renderTemplate } from "../../engines/liquid.ts";
import type { TemplateFault } from "../../engines/liquid.ts";
import { parseMarkdown } from "../../engines/markdown.ts";
import { nearest } from "../../engines/nearest.ts";
import type { Block } from "../../model/document.ts";
import type { TextFile } from "../../model/workspace.ts";
import type { Assembling } from "../assembling.ts";
import { sentences } from "../format.ts";
import type { Registry } from "../parts/registry.ts";
import { Slots } from "./slots.ts";
import { reportTags } from "./tags.ts";
import type { Opening } from "./tags.ts";
import { templateData } from "./data.ts";
import { Place, withoutMarks, wordsOf } from "./values.ts";

/** Names that tags and printing give to what stands where it cannot. */
type Misplaced = Facts["template-value"]["what"];

export interface Templated extends Opening {
  readonly blocks: readonly Block[];
}

/** Throws `Fatal` with every fault of the template, each with its place: half a template makes no report. */
export function renderReport({ file, text: source }: TextFile, from: Assembling, known: Registry): Templated {
  const slots = new Slots();
  const opening: Opening = { cover: false, contentsTitle: "", front: [] };
  const partsOf = memoized((name) => (Object.hasOwn(known, name) ? (known[name]?.(from) ?? null) : null));
  const partNames = Object.keys(known);
  const data = { ...templateData(from), parts: saying(partNames, partsOf) };
  const rendered = renderTemplate(withoutMarks(source), data, {
    tags: reportTags({ from, slots, opening, part: partsOf, partNames }),
    filters: { sentence: (value) => sentences([wordsOf(value)], from.words) },
    print: (value) => {
      if (value instanceof Place) return slots.inline(value.inline);
      return slots.print(wordsOf(value));
    },
  });
  const faults = rendered.ok ? [] : rendered.faults.map((fault) => faultOf(fault, file, data));
  const found = [...faults, ...notKept(file, source)];
  if (!rendered.ok || found.length > 0) throw new Fatal(found, from.workspace.language);
  try {
    return { ...opening, blocks: slots.read(rendered.text) };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    throw new Fatal(
      [diagnostic("template-value", { file }, { what: error.facts.name as Misplaced })],
      from.workspace.language,
    );
  }
}

/** Is there anything to say in a part? Asked for only when a template asks: a chart takes its time. */
const saying = (names: readonly string[], part: (name: string) => readonly Block[] | null): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      names.map((name) => [name, { enumerable: true, get: () => (part(name) ?? []).length > 0 }] as const),
    ),
  );

function memoized<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
}

/** HTML and pictures that a template holds would be lost; told once a line. */
function notKept(file: string, source: string): Diagnostic[] {
  const { lost } = parseMarkdown(source, file);
  return (["html", "picture"] as const).flatMap((what) => {
    const lines = new Set(lost.filter((each) => each.what === what).map(({ at }) => at.line ?? 1));
    return [...lines].map((line) => diagnostic("template-value", { file, line }, { what }));
  });
}

function faultOf({ what, name, known, line, column }: TemplateFault, file: string, data: object): Diagnostic {
  const at = { file, line, column };
  switch (what) {
    case "syntax":
    case "unclosed":
    case "stray":
      return diagnostic("template-syntax", at, { what, text: name });
    case "limit":
      return diagnostic("template-limit", at, {});
    case "value":
      return diagnostic("template-value", at, { what: name as Misplaced });
    default: {
      const last = name.split(".").at(-1) ?? name;
      const places = what === "variable" ? placesOf(data) : new Map<string, string>();
      const near = nearest(last, what === "variable" ? places.keys() : known);
      // The name is right, but not here.
      const elsewhere = near === last ? places.get(near) : undefined;
      return diagnostic("template-unknown", at, { what, name, nearest: elsewhere ?? near });
    }
  }
}

/** Every name in the data → where it stands first, such as `sections[].nodes`. */
function placesOf(data: unknown, path = "", places = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(data)) for (const each of data) placesOf(each, `${path}[]`, places);
  else if (data !== null && typeof data === "object" && !(data instanceof Place)) {
    for (const [key, each] of Object.entries(data)) {
      const own = path === "" ? key : `${path}.${key}`;
      if (!places.has(key)) places.set(key, own);
      placesOf(each, own, places);
    }
  }
  return places;
}
