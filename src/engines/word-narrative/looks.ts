/** How paragraphs look that are headings in all but name: bold, in 黑体 or 楷体, numbered by hand. */
import { readMark } from "./annotate.ts";
import { nodesIn, wordsIn } from "./nodes.ts";
import type { WordNode, WordParagraph, WordRun } from "./nodes.ts";

/** From the highest level down, as official papers set them (GB/T 9704-2012, 7.3.3). */
type Look = "hei" | "kai" | "bold" | "plain";

function lookOf(run: WordRun): Look {
  const marked = run.children.flatMap((node) => (node.type === "bookmarkStart" ? [readMark(node.name)] : []));
  const font = marked.find((mark) => mark?.type === "font")?.name ?? run.font ?? "";
  if (/黑体|simhei|heiti/iu.test(font)) return "hei";
  if (/楷|kaiti/iu.test(font)) return "kai";
  return run.isBold || /小标宋/u.test(font) ? "bold" : "plain";
}

const runsIn = (nodes: readonly WordNode[]): WordRun[] =>
  nodesIn(nodes).filter((node): node is WordRun => node.type === "run" && wordsIn(node.children).trim() !== "");

/** The look that all words of a paragraph share; plain when they differ. */
export function sharedLook(nodes: readonly WordNode[]): Look {
  const looks = new Set(runsIn(nodes).map(lookOf));
  const [first = "plain", ...others] = looks;
  // A heading in 黑体 may have its digits in bold Latin.
  if (others.length > 0) return looks.has("plain") ? "plain" : looks.has("hei") ? "hei" : "bold";
  return first;
}

/** The looks in which the greater part of a text is set: they mark nothing. */
export function bodyLooks(paragraphs: readonly WordParagraph[]): ReadonlySet<Look> {
  const lengths = new Map<Look, number>();
  for (const run of paragraphs.flatMap(({ children }) => runsIn(children))) {
    const look = lookOf(run);
    lengths.set(look, (lengths.get(look) ?? 0) + wordsIn(run.children).length);
  }
  const total = [...lengths.values()].reduce((sum, each) => sum + each, 0);
  return new Set(["plain" as const, ...[...lengths].filter(([, length]) => length > total / 2).map(([look]) => look)]);
}

const numbers: readonly RegExp[] = [
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节部])/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}(?:[.．、](?!\d)|(?=\s))/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** Level of the number that is typed before a text: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; null without one. */
export function typedLevel(text: string): number | null {
  const index = numbers.findIndex((form) => form.test(text));
  return index === -1 ? null : index + 1;
}

/** The text without the number that is typed before it. */
export const withoutNumber = (text: string): string =>
  numbers.reduce((left, form) => (left === text ? left.replace(form, "").trimStart() : left), text) || text;

const levelOf: Readonly<Record<Look, number>> = { hei: 1, kai: 2, bold: 3, plain: 4 };

export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

/**
 * Level of a paragraph that is a heading by its look or its number: short, without a full stop. A number alone makes one
 * only where no neighbour has its like, for those are lists that are typed by hand. Null for text.
 */
export function fakedLevel(
  paragraph: WordParagraph,
  body: ReadonlySet<Look>,
  { before, after }: Neighbours,
): number | null {
  const text = wordsIn(paragraph.children).trim();
  const isShort = [...text].length <= 40 && !/[。！？；：，、,;:!?…”]$|[^\d]\.$/u.test(text);
  if (text === "" || !isShort || !/\p{L}/u.test(text) || /^(?:right|end)$/u.test(paragraph.alignment ?? ""))
    return null;
  const [level, look] = [typedLevel(text), sharedLook(paragraph.children)];
  if (!body.has(look)) return level ?? levelOf[look];
  if (level === null || after === "") return null;
  return typedLevel(before) === level || typedLevel(after) === level ? null : level;
}
