/** What a narrative names by a sign: exhibits (`[@2-1-1-01 p3; @2-1-1-02]`) and figures (`{{resident_population|万人}}`). */
import type { SourceRef } from "./source.ts";

export type Mention = (
  | { readonly type: "exhibits"; readonly cited: readonly Cited[] }
  | {
      readonly type: "figure";
      /** Id of a fact. */
      readonly name: string;
      /** Unit in which it is to be printed; null for its own. */
      readonly unit: string | null;
    }
) & { readonly at: SourceRef };

export interface Cited {
  /** Number of an exhibit, as it is typed. */
  readonly exhibit: string;
  /** Counts within the exhibit, from 1; null when none is named. */
  readonly page: number | null;
}

/** A mention in plain text, with the backslash before one that is none. Group 1: that backslash. */
export const mentionForm = /(\\?)(?:\[@[^[\]\r\n]{1,200}\]|\{\{[^{}\r\n]{1,200}\}\})/gu;

/** Reads a mention with its brackets; what it names is perhaps not there. Null for brackets around nothing. */
export function readMention(typed: string, at: SourceRef): Mention | null {
  const inside = typed.slice(2, typed.startsWith("{{") ? -2 : -1);
  if (typed.startsWith("{{")) {
    const [name = "", unit = ""] = inside.split(/\\?\|/u).map((part) => part.trim());
    return name === "" ? null : { type: "figure", name, unit: unit === "" ? null : unit, at };
  }
  const cited = inside
    .split(/[;；]/u)
    .map((part) => part.trim().replace(/^@\s*/u, ""))
    .filter((part) => part !== "")
    .map(readCited);
  return cited.length === 0 ? null : { type: "exhibits", cited, at };
}

const withPage = /^(.*?)[\s,，]*(?:(?<=[\s,，])p(?:age|\.)?\s*(\d{1,6})|第\s*(\d{1,6})\s*页)$/iu;

function readCited(text: string): Cited {
  const [, exhibit = "", latin, chinese] = withPage.exec(text) ?? [];
  return exhibit === "" ? { exhibit: text, page: null } : { exhibit, page: Number(latin ?? chinese) };
}

/** A citation as it is typed; what is printed of one that leads nowhere. */
export const typedCitation = (exhibit: string, page: number | null): string =>
  `[@${exhibit}${page === null ? "" : ` p${String(page)}`}]`;
