/** Small things that every part of the Markdown reader asks of the tree. */
import type { Definition, Nodes } from "mdast";
import type { SourceRef } from "../../model/source.ts";

export const placeIn = (file: string, { position }: Nodes): SourceRef => ({
  file,
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});

/** HTML without comments: notes of the writer to himself, not meant to be printed. */
export const withoutComments = (html: string): string => html.replace(/<!--[^]*?-->/gu, "").trim();

/** Every node below and with one, in reading order. */
export const nodesIn = (node: Nodes): Nodes[] => [
  node,
  ...("children" in node ? node.children.flatMap((child: Nodes) => nodesIn(child)) : []),
];

/** All words below a node, as they are typed. */
export const wordsIn = (node: Nodes): string =>
  nodesIn(node)
    .flatMap((each) => ("value" in each ? [each.value] : "alt" in each ? [each.alt ?? ""] : []))
    .join(" ");

/** Addresses that links and pictures name (`[1]: https://…`); of two with one name the first counts (CommonMark 4.7). */
export function definitionsIn(nodes: readonly Nodes[]): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of nodes)
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
  return found;
}
