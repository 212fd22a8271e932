/** The tree of indicators, walked with the arrow keys (WAI-ARIA, tree view pattern). */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SiteNode } from "../../src/model/site.ts";
import { childrenOf, nodes, pathOf, words } from "../pack.ts";
import { levelOf } from "../parts.tsx";
import { toIndicator } from "../route.ts";

const isBranch = (node: SiteNode): boolean => node.level !== "leaf";

const goTo = (node: SiteNode): void => {
  location.hash = toIndicator(node.code);
};

/** What a key does at a node: to go to another node, to open or shut it, to show it. */
interface Steps {
  readonly shown: readonly SiteNode[];
  readonly isOpen: (node: SiteNode) => boolean;
  readonly focus: (node: SiteNode | undefined) => void;
  readonly toggle: (node: SiteNode, open: boolean) => void;
}

/** False for a key that means nothing here. */
function step(key: string, node: SiteNode, { shown, isOpen, focus, toggle }: Steps): boolean {
  const at = shown.indexOf(node);
  switch (key) {
    case "ArrowDown":
      focus(shown[at + 1]);
      return true;
    case "ArrowUp":
      focus(shown[at - 1]);
      return true;
    case "Home":
      focus(shown[0]);
      return true;
    case "End":
      focus(shown.at(-1));
      return true;
    case "ArrowRight":
      if (isBranch(node) && !isOpen(node)) toggle(node, true);
      else focus(shown[at + 1]?.parent === node.code ? shown[at + 1] : undefined);
      return true;
    case "ArrowLeft":
      if (isBranch(node) && isOpen(node)) toggle(node, false);
      else focus(nodes.get(node.parent ?? ""));
      return true;
    case "Enter":
    case " ":
      goTo(node);
      return true;
    default:
      return false;
  }
}

export function Tree({ code }: { readonly code: string }) {
  const above = pathOf(code).map((each) => each.code);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(above));
  const [active, setActive] = useState(code);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    setActive(code);
    setOpen((now) => new Set([...now, ...above]));
  }, [code]);
  const shown = visible(null, open);
  const toggle = (node: SiteNode, wanted: boolean): void => {
    setOpen((now) => new Set(wanted ? [...now, node.code] : [...now].filter((each) => each !== node.code)));
  };
  const focus = (node: SiteNode | undefined): void => {
    if (node === undefined) return;
    setActive(node.code);
    list.current?.querySelectorAll<HTMLElement>("[role=treeitem]")[shown.indexOf(node)]?.focus();
  };
  const entry = shown.find((each) => each.code === active) ?? shown[0];
  const steps = { shown, isOpen: (node: SiteNode) => open.has(node.code), focus, toggle };
  return (
    <ul
      role="tree"
      aria-label={words.tree}
      class="tree"
      ref={list}
      onKeyDown={(event) => {
        if (entry !== undefined && step(event.key, entry, steps)) event.preventDefault();
      }}
    >
      {shown.map((node) => (
        <Item
          key={node.code}
          node={node}
          open={open.has(node.code)}
          chosen={node.code === code}
          entry={node === entry}
          onChoose={() => {
            setActive(node.code);
            if (isBranch(node)) toggle(node, node.code !== code || !open.has(node.code));
            goTo(node);
          }}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly node: SiteNode;
  readonly open: boolean;
  readonly chosen: boolean;
  /** The one that the Tab key leads to. */
  readonly entry: boolean;
  readonly onChoose: () => void;
}

function Item({ node, open, chosen, entry, onChoose }: ItemProps) {
  const depth = pathOf(node.code).length;
  return (
    <li
      role="treeitem"
      aria-level={depth}
      aria-expanded={isBranch(node) ? open : undefined}
      aria-selected={chosen}
      tabIndex={entry ? 0 : -1}
      class={`depth-${String(Math.min(depth, 5))}`}
      onClick={onChoose}
    >
      <span class="twist" aria-hidden="true">
        {isBranch(node) ? (open ? "▾" : "▸") : ""}
      </span>
      <span class={`dot level-${String(levelOf(node.count))}`} aria-hidden="true" />
      <span class="code">{node.code}</span>
      <span class="name">{node.title}</span>
      <span class="number">{node.count.rate}</span>
    </li>
  );
}

/** What is seen of the tree, in its order. */
const visible = (parent: string | null, open: ReadonlySet<string>): SiteNode[] =>
  childrenOf(parent).flatMap((node) => [node, ...(open.has(node.code) ? visible(node.code, open) : [])]);
