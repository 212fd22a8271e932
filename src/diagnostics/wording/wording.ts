/** A problem in words, in one of the languages. */
import type { Language } from "../../model/map.ts";
import type { SourceRef } from "../../model/source.ts";
import type { Code, Diagnostic } from "../diagnostic.ts";
import type { Catalogue, Worded } from "./catalogue.ts";
import { english } from "./en.ts";
import { chinese } from "./zh-CN.ts";

const catalogues: Readonly<Record<Language, Catalogue>> = { "zh-CN": chinese, en: english };

/** The words for one problem in one language. */
export function word<C extends Code>(each: Diagnostic<C>, language: Language): Required<Worded> {
  const { what, next, ask = next } = catalogues[language][each.code](each.facts);
  return { what: visible(what), next: visible(next), ask: visible(ask) };
}

/** Names come from anywhere: control characters and turns of direction are shown, never sent to a terminal. */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

/** `file:line:column`, `file!sheet!cell`, `file¶paragraph` or the file alone. */
export function placeOf({ file: raw, line, column, cell, paragraph }: SourceRef): string {
  const file = visible(raw);
  if (cell !== undefined) return `${file}!${visible(cell)}`;
  if (paragraph !== undefined) return `${file}¶${String(paragraph)}`;
  if (line === undefined) return file;
  return column === undefined ? `${file}:${String(line)}` : `${file}:${String(line)}:${String(column)}`;
}
