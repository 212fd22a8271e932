/** Papers that funds, surveys and findings name, and that are neither exhibits nor handed in. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { NamedItem, Workspace } from "../../model/workspace.ts";
import { itemNames } from "../named-items.ts";
import type { Rule } from "../rule.ts";

export const itemsNamed: Rule = (judged) => {
  const named = namedIn(judged.workspace);
  if (named.length === 0) return [];
  const names = itemNames(judged);
  // Each name is looked up once, however often it is written.
  const unknown = [...new Set(named.map(({ item }) => item.text))].filter((text) => !names.has(text));
  const nearest = new Map(unknown.map((text) => [text, names.nearest(text)]));
  return named.flatMap(({ owner, item: { text, at } }) => {
    const near = nearest.get(text);
    return near === undefined ? [] : [diagnostic("unknown-item", at, { owner, item: text, nearest: near })];
  });
};

interface Named {
  readonly owner: string;
  readonly item: NamedItem;
}

const named = (owner: string, ...items: readonly (NamedItem | null)[]): Named[] =>
  items.flatMap((item) => (item === null ? [] : [{ owner, item }]));

const namedIn = ({ funds, surveys, rounds }: Workspace): Named[] => [
  ...funds.flatMap(({ title, item, lines }) => [
    ...named(title, item),
    ...lines.flatMap((line) => named(line.title, line.item)),
  ]),
  ...surveys.flatMap(({ title, questionnaire }) => named(title, questionnaire)),
  ...rounds
    .flatMap((round) => round.findings)
    .flatMap(({ text, exhibits, proof }) => named(text, ...exhibits, ...proof)),
];
