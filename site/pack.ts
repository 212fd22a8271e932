/** The pack that data.js has left on the window, with ways to find things in it. */
import type { SiteData, SiteDepartment, SiteExhibit, SiteNode, SiteText, SiteVolume } from "../src/model/site.ts";
import type { SiteWords } from "../src/schema/site-words.ts";

declare global {
  interface Window {
    readonly evipack: { readonly data: SiteData; readonly words: SiteWords };
    readonly evipackTexts?: readonly SiteText[];
  }
}

export const { data, words } = window.evipack;

export const nodes: ReadonlyMap<string, SiteNode> = new Map(data.nodes.map((each) => [each.code, each]));
export const exhibits: ReadonlyMap<string, SiteExhibit> = new Map(data.exhibits.map((each) => [each.id, each]));
export const departments: ReadonlyMap<string, SiteDepartment> = new Map(
  data.departments.map((each) => [each.id, each]),
);

export const childrenOf = (code: string | null): readonly SiteNode[] =>
  data.nodes.filter((each) => each.parent === code);

/** The node and those above it, the section first. */
export function pathOf(code: string): readonly SiteNode[] {
  const node = nodes.get(code);
  if (node === undefined) return [];
  return node.parent === null ? [node] : [...pathOf(node.parent), node];
}

/** Is the indicator the node `above`, or below it? */
export const isUnder = (code: string, above: string): boolean => pathOf(code).some((each) => each.code === above);

/** Puts values into the places of a phrase; a place without a value stays. */
export const fill = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  phrase.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));

/** `150 KB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${String(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const volumes: ReadonlyMap<number, SiteVolume> = new Map(data.volumes.map((each) => [each.number, each]));

/** Pages by their printed numbers: 第45—52页, with the volume where there are several. */
export function pagesText({ volume }: Pick<SiteExhibit, "volume">, first: number, last: number): string {
  const pages = first === last ? fill(words.page_one, { first }) : fill(words.page_range, { first, last });
  return volumes.size === 1 ? pages : fill(words.in_volume, { volume, pages });
}

/** Where a page of the appendix is opened; `page` is the number printed on it. */
export function pageAddress({ volume }: Pick<SiteExhibit, "volume">, page: number): string {
  const bound = volumes.get(volume);
  return bound === undefined ? "" : `${bound.address}#page=${String(page - bound.numberedFrom + 1)}`;
}

/** Reads the text of the evidence, which is large and needed for a search alone. */
export function loadTexts(): Promise<readonly SiteText[]> {
  loading ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = "text.js";
    script.addEventListener("load", () => {
      resolve(window.evipackTexts ?? []);
    });
    script.addEventListener("error", () => {
      resolve([]);
    });
    document.head.append(script);
  });
  return loading;
}

let loading: Promise<readonly SiteText[]> | undefined;
