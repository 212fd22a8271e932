/**
 * The only importer of the template language: Liquid, without files, clock and chance. What a template may call stands in
 * the `TemplateLanguage` that is handed in, beside the few tags and filters of Liquid that only choose, repeat and reckon.
 */
import { Hash, Liquid, LiquidError, Tag, evalToken } from "liquidjs";
import type { Context, Emitter, Parser, TagToken, Template, TopLevelToken, ValueToken } from "liquidjs";
import { Misuse, faultsOf, inOrder } from "./liquid-faults.ts";
import type { TemplateFault } from "./liquid-faults.ts";

export type { TemplateFault } from "./liquid-faults.ts";
export { Misuse } from "./liquid-faults.ts";

/** What a tag is called with: the value behind its name, and what is named. */
export interface TagCall {
  readonly value: unknown;
  readonly named: Readonly<Record<string, unknown>>;
}

export interface OwnTag {
  /** Names of what may be given by name. */
  readonly names: readonly string[];
  /** True for a tag that ends with `end` and its name; `body` is what stands between. */
  readonly encloses: boolean;
  /** Gives the text that stands in its place; may throw `Misuse`. */
  readonly run: (call: TagCall, body: string) => string;
}

export interface TemplateLanguage {
  readonly tags: Readonly<Record<string, OwnTag>>;
  readonly filters: Readonly<Record<string, (value: unknown) => unknown>>;
  /** What stands for a value that a template prints; may throw `Misuse`. */
  readonly print: (value: unknown) => string;
}

export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly faults: readonly TemplateFault[] };

const keptTags = ["assign", "capture", "case", "comment", "cycle", "for", "break", "continue", "if", "unless", "raw"];

/** Filters that depend on their arguments only; the rest of Liquid is HTML, dates, chance and files. */
const keptFilters = (
  "append prepend upcase downcase strip replace remove truncate slice split default join size first last map where " +
  "reverse uniq compact concat sum plus minus times divided_by modulo round floor ceil abs at_least at_most"
).split(" ");

/** Bounds of a template: characters, milliseconds, and things made while it runs. */
const limits = { parseLimit: 1_000_000, renderLimit: 10_000, memoryLimit: 20_000_000 };

/**
 * Renders a template with data. Every fault is told at once, each with its place. What is printed goes through `print`,
 * whatever filters it came through.
 */
export function renderTemplate(source: string, data: object, language: TemplateLanguage): Rendered {
  const liquid = liquidOf(language);
  const first = attempt(liquid, source, data);
  if (first.ok) return first;
  // Names that are not known end the reading; once they stand for nothing, the rest is told as well.
  const strangers = first.faults.filter(({ what }) => what === "filter" || what === "tag");
  if (strangers.length === 0) return first;
  for (const { what, name } of strangers) {
    if (what === "filter") liquid.registerFilter(name, (value: unknown) => value);
    else for (const each of [name, `end${name}`]) liquid.registerTag(each, tagClass(each, null));
  }
  const rest = attempt(liquid, source, data);
  // The end of a tag that is not known is no fault of its own.
  const ends = new Set(strangers.map(({ name }) => `end${name}`));
  const own = first.faults.filter(({ what, name }) => what !== "stray" || !ends.has(name));
  return { ok: false, faults: inOrder([...own, ...(rest.ok ? [] : rest.faults)]) };
}

function attempt(liquid: Liquid, source: string, data: object): Rendered {
  try {
    return { ok: true, text: liquid.parseAndRenderSync(source, data) as string };
  } catch (error) {
    if (!LiquidError.is(error) && !(error instanceof Error && error.name === "AssertionError")) throw error;
    const known = { tags: Object.keys(liquid.tags), filters: Object.keys(liquid.filters) };
    return { ok: false, faults: faultsOf(error, known) };
  }
}

function liquidOf({ tags, filters, print }: TemplateLanguage): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    catchAllErrors: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: print,
    locale: "en",
    ...limits,
  });
  keepOnly(liquid.tags, keptTags);
  keepOnly(liquid.filters, keptFilters);
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter);
  for (const [name, tag] of Object.entries(tags)) liquid.registerTag(name, tagClass(name, tag));
  return liquid;
}

function keepOnly(all: object, names: readonly string[]): void {
  for (const name of Object.keys(all)) if (!names.includes(name)) Reflect.deleteProperty(all, name);
}

type TagClass = Exclude<Parameters<Liquid["registerTag"]>[1], { readonly render: unknown }>;

/** A tag of ours; without one, a tag that takes anything and leaves nothing. */
function tagClass(name: string, own: OwnTag | null): TagClass {
  if (own === null)
    return class extends Tag {
      override render(): void {
        // Nothing stands in its place.
      }
    };
  const { names, encloses, run } = own;
  return class extends Tag {
    readonly value: ValueToken | undefined;
    readonly hash: Hash;
    readonly templates: Template[] = [];

    constructor(token: TagToken, remain: TopLevelToken[], engine: Liquid, parser: Parser) {
      super(token, remain, engine);
      // The value comes first, without a name: {% heading node, level: 2 %}.
      if (!/^\s*(?:$|[a-z_]+\s*:)/u.test(token.args)) this.value = this.tokenizer.readValue();
      this.hash = new Hash(this.tokenizer);
      this.tokenizer.skipBlank();
      if (!this.tokenizer.end()) throw new Error(`illegal tag: ${token.getText()}`);
      if (!encloses) return;
      const stream = parser
        .parseStream(remain)
        .on(`tag:end${name}`, () => stream.stop())
        .on("template", (each: Template) => this.templates.push(each))
        .on("end", () => {
          throw new Error(`tag ${token.getText()} not closed`);
        });
      stream.start();
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const stranger = Object.keys(this.hash.hash).find((each) => !names.includes(each));
      if (stranger !== undefined) throw new Misuse("argument", { name: stranger, known: names });
      const value = this.value === undefined ? undefined : yield evalToken(this.value, context);
      const named = (yield this.hash.render(context)) as Record<string, unknown>;
      const body = encloses ? ((yield this.liquid.renderer.renderTemplates(this.templates, context)) as string) : "";
      emitter.write(run({ value, named }, body));
    }
  };
}
