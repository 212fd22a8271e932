/** The sheet with which one of several volumes begins, in its PDF and where all of them are one file of Word. */
import { fill } from "../assemble/format.ts";
import type { Cover } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan, Volume } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";
import { volumeTitle } from "./volume-names.ts";

/** The cover of one of several volumes: which it is, and what it holds. */
export function volumeCover(
  { appendix }: Pack,
  { volumes }: PagePlan,
  volume: Volume,
  words: Words,
): Cover & { readonly volume: string } {
  const { volume: said } = words.appendix;
  const { number, groups, pages } = volume;
  const sections = [...new Map(groups.map(({ leaf: { section } }) => [section.code, section])).values()];
  const exhibits = groups.flatMap((group) => group.exhibits).map(({ id }) => id);
  const [first = "", last = ""] = [exhibits[0], exhibits.at(-1)];
  const lines: [string, string][] = [
    [said.lines.number, fill(said.of, { n: number, all: volumes.length })],
    [said.lines.holds, sections.map(({ code, title }) => `${code} ${title}`).join(words.format.list)],
    [said.lines.exhibits, exhibits.length === 1 ? first : fill(said.range, { first, last, count: exhibits.length })],
    [said.lines.pages, fill(said.count, { n: pages })],
  ];
  return {
    ...appendix.cover,
    volume: fill(said.bookmark, { n: number, title: volumeTitle(volume, words) }).trim(),
    lines: [...lines, ...appendix.cover.lines],
  };
}
