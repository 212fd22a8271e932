/** Plain pages set by Typst in a process of its own, which gives all memory back as it ends. */
import { ownScript, startChild } from "../processes.ts";
import type { OwnFont } from "../schema/looks.ts";
import { sweep } from "../threads.ts";
import type { TypstAnswer, TypstQuestion } from "./typst-child.ts";
import { typeset } from "./typst.ts";
import type { Typeset } from "./typst.ts";

/** Draws a template with its data, as `typeset` does without a standard. */
export type Typesetter = (template: string, data: unknown, label: string) => Promise<Typeset>;

/**
 * For the allocator of Linux (mallopt(3)): what is large is given back at once, and not kept for later. Elsewhere it
 * means nothing.
 */
const thrifty = { MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_ARENA_MAX: "2" };

/**
 * Lets `use` set pages: here, or in a process of its own for work that is `large`. Where that process ends before its
 * time, as for want of memory, the rest is set here.
 */
export async function withTypesetter<T>(
  { fonts, large }: { readonly fonts: readonly OwnFont[]; readonly large: boolean },
  use: (set: Typesetter) => Promise<T>,
): Promise<T> {
  const here: Typesetter = (template, data, label) => typeset(template, data, label, { standard: null, fonts });
  if (!large) return use(here);
  sweep();
  const child = startChild(ownScript("engines/typst-child.js"), [], thrifty);
  const ask = (question: TypstQuestion): Promise<TypstAnswer | null> =>
    child.ask(question) as Promise<TypstAnswer | null>;
  try {
    let lives = (await ask({ fonts })) !== null;
    return await use(async (template, data, label) => {
      const answer = lives ? await ask({ template, data, label }) : null;
      lives = answer !== null;
      if (answer !== null && "fault" in answer) throw new Error(answer.fault);
      return answer !== null && "pdf" in answer ? answer : here(template, data, label);
    });
  } finally {
    await child.kill();
  }
}
