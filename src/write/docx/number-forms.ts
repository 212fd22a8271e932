/** Forms of numbers in a style (`{1:han}、`, `{1}.{2}`) as levels of a list of Word. */
import { escapeXml } from "../../engines/xml.ts";
import type { Heading } from "../../model/document.ts";
import type { Style } from "../../schema/style.ts";
import { advance } from "./geometry.ts";
import { isChinese } from "./text.ts";

/** One level of a list (CT_Lvl), its text escaped for XML. */
export interface LevelLook {
  /** ST_NumberFormat. */
  readonly format: string;
  /** `%1` … `%9` stand for the counts of the levels. */
  readonly text: string;
  readonly suffix: "tab" | "space" | "nothing";
  /** Style to which it gives numbers. */
  readonly style?: string;
  /** Counts of the levels above in arabic figures, whatever their own form. */
  readonly legal?: boolean;
  readonly paragraph?: string;
  readonly run?: string;
}

/** A level as XML, in the order of its schema. */
export function levelXml(index: number, look: LevelLook): string {
  const { format, text, suffix, style, legal, paragraph = "", run = "" } = look;
  return [
    `<w:lvl w:ilvl="${String(index)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>`,
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    legal === true ? "<w:isLgl/>" : "",
    `<w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${paragraph}${run}</w:lvl>`,
  ].join("");
}

const formats: Readonly<Record<string, string>> = {
  "": "decimal",
  han: "chineseCountingThousand",
  roman: "upperRoman",
};

interface Token {
  /** From 1. */
  readonly level: number;
  readonly format: string;
}

const tokens = (form: string): Token[] =>
  [...form.matchAll(/\{([1-4])(?::(\w+))?\}/gu)].map(([, level, kind]) => ({
    level: Number(level),
    format: formats[kind ?? ""] ?? "",
  }));

const levels = ["1", "2", "3", "4"] as const;

/** First-line indent of the headings of a level (from 0), twips. */
export function headingIndent(style: Style, level: number): number {
  const { roles } = style;
  const role = [roles.heading1, roles.heading2, roles.heading3, roles.heading4][level] ?? roles.heading4;
  return Math.round(role.indent * advance(style, role));
}

/**
 * The four levels of headings as levels of one list; null for one that a list cannot number, because its form is the
 * code of the indicator, does not count the level itself, or mixes kinds of figures: its mark is text then.
 */
export function headingForms(style: Style, language: string): (LevelLook | null)[] {
  const forms = levels.map((level) => style.headings[level] ?? "");
  const own = forms.map((form, index) => tokens(form).find(({ level }) => level === index + 1)?.format ?? "");
  return forms.map((form, index) => {
    const counted = tokens(form);
    const format = own[index] ?? "";
    if (format === "" || /[%]|\{(?![1-4])/u.test(form)) return null;
    const mixed = counted.some(({ level, format: wanted }) => level !== index + 1 && own[level - 1] !== wanted);
    if (mixed && counted.some(({ format: wanted }) => wanted !== "decimal")) return null;
    const text = form.replace(/\{([1-4])(?::\w+)?\}/gu, "%$1").trim();
    const apart = !isChinese(language) || (/%\d$/u.test(text) && format !== formats["han"]);
    return {
      format,
      text: escapeXml(text),
      suffix: apart ? "space" : "nothing",
      style: `Heading${String(index + 1)}`,
      // LibreOffice takes the indent from the level, not from the style.
      paragraph: `<w:pPr><w:ind w:left="0" w:firstLine="${String(headingIndent(style, index))}"/></w:pPr>`,
      legal: mixed,
    };
  });
}

/** Whether every count that the form of a heading prints is there: one below a heading without a number lacks some. */
export const isPrintable = ({ level, numbers }: Heading, style: Style): boolean =>
  tokens(style.headings[levels[level - 1] ?? "1"] ?? "").every((token) => (numbers?.[token.level - 1] ?? 0) > 0);
