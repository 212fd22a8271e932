/** Indicators without self-assessment text, texts that nobody has begun, and hints that were left in one. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isHint } from "../../model/hint.ts";
import { leavesOf } from "../../model/map.ts";
import type { Narrative } from "../../model/workspace.ts";
import type { TextLine } from "../../model/words.ts";
import type { Rule } from "../rule.ts";

export const narratives: Rule = ({ workspace }) => {
  const texts = workspace.narratives.filter((each) => each.blocks.length > 0);
  const unread = workspace.narratives.filter((each) => each.unread === true);
  const written = new Set([...texts, ...unread].map((each) => each.about));
  const missing = leavesOf(workspace.map)
    .filter(({ indicator }) => !written.has(indicator.code))
    .map(({ indicator: { code, title } }) => {
      const expectedIn = `narrative/${code}.md`;
      return diagnostic("narrative-missing", { file: expectedIn }, { indicator: code, title, expectedIn });
    });
  const untouched = new Set(texts.filter(isUntouched));
  const begun = texts.filter((each) => !untouched.has(each));
  return [...missing, ...(untouched.size === 0 ? [] : [notBegun([...untouched])]), ...begun.flatMap(hintsLeft)];
};

/** Is there nothing in it but hints? Then it has no words of its own. */
export function isUntouched(narrative: Narrative): boolean {
  const lines = linesOf(narrative);
  return lines.length > 0 && lines.every(({ text }) => isHint(text));
}

/** The lines, or paragraphs of a Word file, in which something stands: their pieces (what is bold, links) as one. */
function linesOf({ texts }: Narrative): readonly TextLine[] {
  const lines = new Map<string, TextLine>();
  for (const { text, at } of texts) {
    const key = `${String(at.line)} ${String(at.paragraph)}`;
    lines.set(key, { at, text: `${lines.get(key)?.text ?? ""}${text}` });
  }
  return [...lines.values()].filter(({ text }) => text.trim() !== "");
}

/** All of them at once: in a new workspace it is every indicator. */
const notBegun = (untouched: readonly Narrative[]): ReturnType<Rule>[number] =>
  diagnostic("narratives-not-begun", { file: "narrative" }, { about: untouched.map((each) => each.about) });

function hintsLeft(narrative: Narrative): ReturnType<Rule> {
  const hints = linesOf(narrative).filter(({ text }) => isHint(text));
  const [first] = hints;
  return first === undefined
    ? []
    : [diagnostic("hint-left", first.at, { hint: first.text.trim(), count: hints.length })];
}
