/** word/numbering.xml: the list that numbers the headings, and one for every list of the text. */
import { escapeXml } from "../../engines/xml.ts";
import type { Style } from "../../schema/style.ts";
import { roughWidth } from "../../model/rough-width.ts";
import { em } from "./geometry.ts";
import type { Heading } from "../../model/document.ts";
import { headingForms, isPrintable, levelXml } from "./number-forms.ts";
import type { LevelLook } from "./number-forms.ts";

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Levels that a list of Word has (ISO/IEC 29500-1, 17.9.6); a deeper one looks like the last. */
export const deepestLevel = 8;

const kinds = { headings: 0, ordered: 1, bullets: 2 } as const;

/** The list that headings have by their style. */
export const headingList = 1;

/** Gives out lists, numbered in the order in which they are asked for, and writes them down. */
export class Numbering {
  readonly #style: Style;
  readonly #headings: readonly (LevelLook | null)[];
  readonly #lists: string[] = [];

  constructor(style: Style, language: string) {
    this.#style = style;
    this.#headings = headingForms(style, language);
    this.#add(kinds.headings, []);
  }

  /** Levels of headings (0 to 3) to which the list gives numbers. */
  numbersHeadings(level: number): boolean {
    return (this.#headings[level] ?? null) !== null;
  }

  /** Whether a heading has its number from the list; the mark of any other is text. */
  numbers(heading: Heading): boolean {
    return heading.numbers !== null && this.numbersHeadings(heading.level - 1) && isPrintable(heading, this.#style);
  }

  /** A list of its own, whose level begins at `start`. */
  list(ordered: boolean, level: number, start: number): number {
    return this.#add(ordered ? kinds.ordered : kinds.bullets, ordered ? [[level, start]] : []);
  }

  /** The headings counted anew: each level begins at the number given. */
  headings(numbers: readonly number[]): number {
    return this.#add(
      kinds.headings,
      numbers.map((start, level) => [level, start] as const),
    );
  }

  #add(kind: number, starts: readonly (readonly [level: number, start: number])[]): number {
    const id = this.#lists.length + 1;
    const overrides = starts.map(
      ([level, start]) =>
        `<w:lvlOverride w:ilvl="${String(level)}"><w:startOverride w:val="${String(start)}"/></w:lvlOverride>`,
    );
    this.#lists.push(
      `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(kind)}"/>${overrides.join("")}</w:num>`,
    );
    return id;
  }

  /** The part, in the order of its schema (CT_Numbering). */
  xml(): string {
    const abstract = [headingLevels(this.#headings), listLevels(this.#style, true), listLevels(this.#style, false)].map(
      (levels, kind) =>
        `<w:abstractNum w:abstractNumId="${String(kind)}"><w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`,
    );
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      `<w:numbering xmlns:w="${namespace}">`,
      ...abstract,
      ...this.#lists,
      "</w:numbering>",
    ].join("");
  }
}

const headingLevels = (forms: readonly (LevelLook | null)[]): string[] =>
  forms.map((form, index) => levelXml(index, form ?? { format: "none", text: "", suffix: "nothing" }));

/** Levels of the two kinds of list, as the style marks and indents them. */
function listLevels(style: Style, ordered: boolean): string[] {
  return Array.from({ length: deepestLevel + 1 }, (_, level) => {
    const look = listLook(style, ordered, level);
    const bullet = ordered ? "" : `<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>`;
    return levelXml(level, { ...look, run: bullet });
  });
}

/** Where the words of an item begin at this depth (twips), and how far its mark stands before them. */
export function listIndent(style: Style, ordered: boolean, depth: number): { left: number; hanging: number } {
  const { lists } = style;
  const unit = em(style);
  const form = ordered ? formOf(lists.ordered, depth) : formOf(lists.bullets, depth);
  const mark = roughWidth(form.replace(/\{n:(?:circled|han)\}/u, "一").replace(/\{[^}]*\}/u, "1"));
  const before = (lists.indent + Math.min(depth, deepestIndent) * lists.step) * unit;
  const hanging = Math.round((mark + (ordered ? lists.number_gap : lists.bullet_gap)) * unit);
  return { left: Math.round(before) + hanging, hanging };
}

/** Deeper items stand no further in: a line keeps room for words. */
const deepestIndent = 7;

const formOf = (forms: readonly string[], depth: number): string =>
  forms[Math.min(depth, forms.length - 1)] ?? forms[0] ?? "";

const listFormats: readonly (readonly [token: string, format: string])[] = [
  ["{n:circled}", "decimalEnclosedCircleChinese"],
  ["{n:letter}", "lowerLetter"],
  ["{n:alpha}", "lowerLetter"],
  ["{n:small_roman}", "lowerRoman"],
  ["{n:roman}", "upperRoman"],
  ["{n:han}", "chineseCountingThousand"],
  ["{n}", "decimal"],
];

/** The format of Word for what a form counts with, and the form with `instead` in its place. */
export function countedForm(form: string, instead: string): { format: string; text: string } {
  const found = listFormats.find(([token]) => form.includes(token));
  if (found === undefined) return { format: "decimal", text: form };
  return { format: found[1], text: form.replace(found[0], () => instead) };
}

function listLook(style: Style, ordered: boolean, level: number): LevelLook {
  const { lists } = style;
  const { left, hanging } = listIndent(style, ordered, level);
  const flush = lists.wrap === "flush";
  const indent = flush
    ? `w:left="0" w:firstLine="${String(left - hanging)}"`
    : `w:left="${String(left)}" w:hanging="${String(hanging)}"`;
  const tab = `<w:tabs><w:tab w:val="num" w:pos="${String(left)}"/></w:tabs>`;
  const { format, text } = ordered
    ? countedForm(formOf(lists.ordered, level).replaceAll("%", "％"), `%${String(level + 1)}`)
    : { format: "bullet", text: formOf(lists.bullets, level) };
  const paragraph = `<w:pPr>${tab}<w:ind ${indent}/></w:pPr>`;
  return { format, text: escapeXml(text), suffix: "tab", paragraph };
}
