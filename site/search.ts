/**
 * The search: titles, numbers and departments by an index (MiniSearch, the only importer), ranked, with the beginnings
 * of words and small slips; the text of the evidence by looking through it, which finds exactly what was typed, in any
 * language, and needs no index ten times as long as the text.
 */
import MiniSearch from "minisearch";
import type { SiteData, SiteText } from "../src/model/site.ts";
import { fold, isLatin, tokensAsked, tokensOf } from "./tokens.ts";

export interface TitleHit {
  readonly type: "exhibit" | "indicator";
  readonly id: string;
}

export interface TextHit {
  readonly exhibit: string;
  /** As it is printed in the appendix. */
  readonly page: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const fields = ["id", "title", "number", "department", "more"] as const;

type Entry = Readonly<Record<"key" | (typeof fields)[number], string>>;

/** Looks through titles; the index is made at the first search. */
export function titleSearch({ exhibits, nodes }: Pick<SiteData, "exhibits" | "nodes">): (query: string) => TitleHit[] {
  const entries: Entry[] = [
    ...exhibits.map((each) => ({
      key: `exhibit ${each.id}`,
      id: each.id,
      title: each.title,
      number: each.docNumber,
      department: each.departmentName,
      more: [each.requirement, ...each.lines.map(([, value]) => value)].join(" "),
    })),
    ...nodes.map((each) => ({
      key: `indicator ${each.code}`,
      id: each.code,
      title: each.title,
      number: "",
      department: each.lines.map(([, value]) => value).join(" "),
      more: each.criterion,
    })),
  ];
  let index: MiniSearch<Entry> | undefined;
  return (query) => {
    index ??= indexOf(entries);
    return index.search(query).map(({ id }) => {
      const [type = "", ...rest] = String(id).split(" ");
      return { type: type === "indicator" ? "indicator" : "exhibit", id: rest.join(" ") };
    });
  };
}

function indexOf(entries: readonly Entry[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    idField: "key",
    fields: [...fields],
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: tokensAsked,
      combineWith: "AND",
      boost: { id: 4, title: 3, number: 3 },
      prefix: true,
      fuzzy: (term) => (isLatin(term) ? 0.2 : false),
    },
  });
  index.addAll(entries);
  return index;
}

/** Signs shown before and after what was found. */
const around = 40;

/** Looks through the text of the evidence, made ready at the first search: pages that hold all of the words, the first of each exhibit. */
export function textSearch(texts: readonly SiteText[]): (query: string) => TextHit[] {
  let folded: readonly (readonly string[])[] | undefined;
  return (query) => {
    const asked = fold(query)
      .split(/\s+/u)
      .filter((word) => word !== "");
    if (asked.length === 0) return [];
    folded ??= texts.map(([, pages]) => pages.map(([, text]) => fold(text)));
    const hits: TextHit[] = [];
    for (const [at, [exhibit, pages]] of texts.entries()) {
      const found = (folded[at] ?? []).findIndex((text) => asked.every((word) => text.includes(word)));
      const [page, text] = pages[found] ?? [0, ""];
      if (found >= 0) hits.push({ exhibit, page, ...snippet(text, folded[at]?.[found] ?? "", asked[0] ?? "") });
    }
    return hits;
  };
}

function snippet(text: string, folded: string, word: string): Pick<TextHit, "before" | "match" | "after"> {
  const at = folded.indexOf(word);
  const end = at + word.length;
  return {
    before: `${at > around ? "…" : ""}${text.slice(Math.max(0, at - around), at)}`,
    match: text.slice(at, end),
    after: `${text.slice(end, end + around)}${end + around < text.length ? "…" : ""}`,
  };
}
