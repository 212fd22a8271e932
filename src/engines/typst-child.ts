/**
 * Typst as a process of its own. What it has once used it does not give back before it ends; so long lists are set here,
 * and the memory is there again for what comes after them.
 */
import { dieWithParent } from "../processes.ts";
import { sweep } from "../threads.ts";
import type { OwnFont } from "../schema/looks.ts";
import { typeset, warm } from "./typst.ts";
import type { Typeset } from "./typst.ts";

/** The fonts come before the first job, since they are large. */
export type TypstQuestion =
  | { readonly fonts: readonly OwnFont[] }
  | { readonly template: string; readonly data: unknown; readonly label: string };

export type TypstAnswer = Typeset | { readonly fault: string } | { readonly ready: true };

function serve(): void {
  dieWithParent();
  let fonts: readonly OwnFont[] = [];
  const answer = async (question: TypstQuestion): Promise<TypstAnswer> => {
    if ("fonts" in question) {
      ({ fonts } = question);
      await warm(fonts);
      // What the fonts were read into.
      sweep();
      return { ready: true };
    }
    try {
      return await typeset(question.template, question.data, question.label, { standard: null, fonts });
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  };
  process.on("message", (question: TypstQuestion) => {
    void answer(question).then((said) => {
      process.send?.(said);
      // A document that was drawn is freed together with the object that stood for it here.
      sweep();
      return undefined;
    });
  });
}

serve();
