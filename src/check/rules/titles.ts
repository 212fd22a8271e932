/**
 * Titles of a register that the file itself does not bear: the wrong file, or the wrong title. Told only when it is
 * clear, when of the pairs of Chinese characters (and the words of other scripts) in the title hardly any stands on the
 * first page or in the properties. Dates, numbers, brackets and what every paper says (关于…的通知) do not count. Not
 * judged are bundles, scans without a text layer, and kinds that have no title.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Evidence, Item } from "../../model/evidence.ts";
import type { Words } from "../../model/words.ts";
import { rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** Right titles of the samples have a quarter at least, most of them all. */
const leastShare = 0.25;

/** A page with fewer letters is a cover or a scan with a stamp on it. */
const fewest = 30;

export const titles: Rule = ({ handedIn }) =>
  handedIn.flatMap((item) => {
    const words = titledText(item);
    if (words === null || letters(words.opening) < fewest) return [];
    if (shareIn(item.title, `${words.title}\n${words.opening}`) >= leastShare) return [];
    return [diagnostic("title-differs", rowOf(item), { title: item.title, found: firstLine(words.opening) })];
  });

/** The words of an item that is one paper, under a title that its register gives. */
function titledText({ registered, files, title }: Item): Words | null {
  const [lead, ...others] = files;
  if (registered === null || others.length > 0 || title === lead.title) return null;
  return isPaper(lead) ? (lead.words ?? null) : null;
}

const isPaper = ({ state }: Evidence): boolean =>
  state.type === "readable" && (state.kind === "pdf" || state.kind === "word");

const letters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;

/** Share of what is particular in a title that a text has too, 0 to 1; 1 for a title with next to nothing particular. */
export function shareIn(title: string, text: string): number {
  const own = pieces(title);
  const there = pieces(text);
  return own.size < 2 ? 1 : [...own].filter((piece) => there.has(piece)).length / own.size;
}

const common = /关于|印发|通知|[的和与及]|样例/gu;

function pieces(text: string): ReadonlySet<string> {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")
    .replace(common, " ");
  const pairs = [...plain.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = ""]) => pair);
  const others = plain.match(/(?:(?!\p{Script=Han})\p{L}){3,}/gu) ?? [];
  return new Set([...pairs, ...others]);
}

/** What the page begins with, for a person to recognise it. */
const firstLine = (opening: string): string =>
  (opening.split("\n").find((line) => letters(line) >= 4) ?? opening).replace(/\s+/gu, " ").trim().slice(0, 40);
