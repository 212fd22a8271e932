/** A problem in words, in one of the languages. */
import type { Language } from "../../model/map.ts";
import type { SourceRef } from "../../model/source.ts";
import type { Code, Diagnostic } from "../diagnostic.ts";
import type { Catalogue, Worded } from "./catalogue.ts";
import { english } from "./en.ts";
import { chinese } from "./zh-CN.ts";

const catalogues: Readonly<Record<Language, Catalogue>> = { "zh-CN": chinese, en: english };

/** The words for one problem in one language. */
export function word<C extends Code>(each: Diagnostic<C>, language: Language): Worded {
  return catalogues[language][each.code](each.facts);
}

/** `file:line:column`, `file!sheet!cell` or the file alone. */
export function placeOf({ file, line, column, cell }: SourceRef): string {
  if (cell !== undefined) return `${file}!${cell}`;
  if (line === undefined) return file;
  return column === undefined ? `${file}:${String(line)}` : `${file}:${String(line)}:${String(column)}`;
}
