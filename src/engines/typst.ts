/** A template and its data → PDF pages, drawn by Typst in a process of ours. */
import { deserialize, serialize } from "node:v8";
import { digestOf } from "../digest.ts";
import { ownScript, startChild } from "../processes.ts";
import type { Child } from "../processes.ts";
import type { OwnFont, PdfStandard } from "../schema/looks.ts";
import { openCacheOfBuild } from "./cache.ts";
import type { CacheOfBuild } from "./cache.ts";
import type { Typeset, TypstAnswer, TypstQuestion } from "./typst-child.ts";

export interface TypesetOptions {
  /** What a PDF that stands alone keeps to; null for plain pages without tags, for the binder. */
  readonly standard: PdfStandard | null;
  /** Pictures by the names under which the data speaks of them, such as `/pictures/1.svg`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Fonts besides those of the program; the same list for the same fonts. */
  readonly fonts?: readonly OwnFont[];
  /** Where documents of this build of the program are kept, by all that they are drawn from; null for nowhere. */
  readonly cache?: CacheOfBuild | null;
}

/** A process that has drawn more pages than this at once ends, for it would hold their memory: some 100 MB. */
const manyPages = 100;

/**
 * For the allocator of Linux (mallopt(3)): what is large is given back at once, and not kept for later. Elsewhere it
 * means nothing.
 */
const thrifty = { MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_ARENA_MAX: "2" };

const none: readonly OwnFont[] = [];

/** One for each list of the user's own fonts: nearly always one. */
const children = new Map<readonly OwnFont[], Drawing>();

interface Drawing {
  readonly child: Child;
  /** How many it has drawn since it could last rest. */
  pages: number;
}

/** One question at a time. */
let last: Promise<unknown> = Promise.resolve();

function ask(question: TypstQuestion): Promise<Typeset> {
  const answer = last.then(() => answerOf(question));
  last = answer.catch(() => undefined);
  return answer;
}

async function answerOf(question: TypstQuestion): Promise<Typeset> {
  const { fonts } = question;
  const known = children.get(fonts);
  const drawing = known ?? { child: startChild(ownScript("engines/typst-child.js"), [], thrifty), pages: 0 };
  const { child } = drawing;
  children.set(fonts, drawing);
  const answer = (await child.ask(known === undefined ? question : { ...question, fonts: none })) as TypstAnswer | null;
  drawing.pages += answer?.ok === true ? answer.pages : 0;
  if (answer === null || (answer.ok && answer.pages > manyPages)) {
    children.delete(fonts);
    await child.kill();
  }
  if (answer === null) throw new Error(`${question.template}: Typst ended in the middle of its work`);
  if (!answer.ok) throw new Error(answer.error);
  return answer;
}

/** Ends what has drawn much, so that its memory is there for what comes next; it starts again when it is needed. */
export async function restTypst(): Promise<void> {
  await last;
  const tired = [...children].filter(([fonts, { pages }]) => pages > manyPages || fonts !== none);
  for (const [fonts] of tired) children.delete(fonts);
  for (const drawing of children.values()) drawing.pages = 0;
  await Promise.all(tired.map(([, { child }]) => child.kill()));
}

/** Draws `template` with `data`; `label` is the one whose metadata is read back. Throws on a broken template. */
export async function typeset(
  template: string,
  data: unknown,
  label: string,
  { standard, pictures, fonts = none, cache = null }: TypesetOptions,
): Promise<Typeset> {
  const question: TypstQuestion = {
    template,
    data: JSON.stringify(data),
    label,
    standard,
    pictures: [...(pictures ?? [])],
    fonts: fonts.length === 0 ? none : fonts,
  };
  if (cache === null) return ask(question);
  const key = `typst ${digestOf(question)}`;
  const { get, put } = openCacheOfBuild(cache);
  const kept = await get(key);
  if (kept !== null) return deserialize(kept) as Typeset;
  const drawn = await ask(question);
  await put(key, serialize(drawn));
  return drawn;
}

/** Whether a picture can be drawn as it is in a PDF that keeps to `standard`; `name` is that of `pictures`. */
export async function canDraw(name: string, bytes: Uint8Array, standard: PdfStandard): Promise<boolean> {
  try {
    await typeset("picture.typ", { picture: name }, "none", { standard, pictures: new Map([[name, bytes]]) });
    return true;
  } catch {
    return false;
  }
}
