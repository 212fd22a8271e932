/** What is known of a Markdown text while it is read, and what comes to light meanwhile. */
import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import type { Block, Picture } from "../../model/document.ts";
import type { Loss } from "../../model/narrative.ts";
import type { Level } from "../narrated.ts";
import { definitionsIn, nodesIn, placeIn } from "./tree.ts";

export class Reader {
  readonly level: Level;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly lost: Loss[] = [];
  /** Figures of the paragraph that is being read; they stand below it. */
  readonly figures: Block[] = [];
  /** What is being read stands in a footnote, or in a heading: neither can hold everything. */
  inside: "text" | "note" | "heading" = "text";
  readonly #file: string;
  readonly #pictures: ReadonlyMap<Nodes, Picture>;
  readonly #used: ReadonlySet<string>;

  constructor(
    tree: Root,
    { file, level }: { readonly file: string; readonly level: Level },
    pictures: ReadonlyMap<Nodes, Picture>,
  ) {
    const nodes = nodesIn(tree);
    const notes = nodes.filter((node) => node.type === "footnoteDefinition");
    this.level = level;
    this.definitions = definitionsIn(nodes);
    this.notes = new Map(notes.toReversed().map((node) => [node.identifier, node]));
    this.#file = file;
    this.#pictures = pictures;
    this.#used = new Set(usedIn(tree));
  }

  lose(what: Loss["what"], node: Nodes, count = 1): void {
    this.lost.push({ what, count, at: this.at(node) });
  }

  at(node: Nodes): Loss["at"] {
    return placeIn(this.#file, node);
  }

  picture(node: Nodes): Picture | null {
    return this.#pictures.get(node) ?? null;
  }

  /** Something in the text leads to this definition, and to no earlier one of the same name. */
  isUsed(node: Definition | FootnoteDefinition): boolean {
    const known = node.type === "definition" ? this.definitions : this.notes;
    return known.get(node.identifier) === node && this.#used.has(`${node.type} ${node.identifier}`);
  }

  /** Takes the figures that wait for the end of their paragraph. */
  takeFigures(): Block[] {
    return this.figures.splice(0);
  }
}

/** The definitions that the text leads to; a note that only another note names is not printed as one. */
function usedIn(node: Nodes): string[] {
  if (node.type === "footnoteDefinition")
    return node.children.flatMap(usedIn).filter((each) => !each.startsWith("footnoteDefinition"));
  if (node.type === "footnoteReference") return [`footnoteDefinition ${node.identifier}`];
  const below = "children" in node ? node.children.flatMap((child: Nodes) => usedIn(child)) : [];
  const isReference = node.type === "linkReference" || node.type === "imageReference";
  return isReference ? [`definition ${node.identifier}`, ...below] : below;
}
