/** What an SVG asks for, read from its tags before anything is drawn. */

export interface SvgScan {
  /** The outermost element is one of a drawing. */
  readonly isSvg: boolean;
  /** It asks for scripts, other files or foreign markup; none of these is obeyed. */
  readonly active: boolean;
  /** Elements to draw, once every `use` is followed. */
  readonly weight: number;
  /** Pictures that it carries inside. */
  readonly embedded: readonly { readonly svg: boolean; readonly bytes: Buffer }[];
}

/** Comments and CDATA first, so that nothing in them is taken for a tag. */
const tokens = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu;

// The look behind keeps a long name without a value from being tried from each of its letters.
const attribute = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

interface Node {
  readonly children: Node[];
  readonly uses: string[];
  weight: number | null;
}

/** Expansion beyond this is not counted further. */
const heaviest = 10_000_000;

/** Null when the document type declares entities in entities, by which a small file grows without bound. */
export function scanSvg(text: string): SvgScan | null {
  if (/<!ENTITY\s+%|<!ENTITY\s+\S+\s+(?:"[^"]*[<&][^"]*"|'[^']*[<&][^']*')/u.test(text)) return null;
  const root: Node = { children: [], uses: [], weight: null };
  const found: Found = { nodes: new Map(), embedded: [], active: asksOutside(text) };
  const open: Node[] = [root];
  let outermost = "";
  for (const [, close, name, rest = ""] of text.matchAll(tokens)) {
    if (name === undefined) continue;
    if (close === "/") {
      if (open.length > 1) open.pop();
      continue;
    }
    const local = name.replace(/^.*:/u, "").toLowerCase();
    if (outermost === "") outermost = local;
    const node: Node = { children: [], uses: [], weight: null };
    open.at(-1)?.children.push(node);
    if (!rest.trimEnd().endsWith("/")) open.push(node);
    if (local === "script" || local === "foreignobject" || local === "iframe") found.active = true;
    readAttributes(rest, local, node, found);
  }
  const { active, embedded, nodes } = found;
  return { isSvg: outermost === "svg", active, weight: weigh(root, nodes, 0), embedded };
}

interface Found {
  readonly nodes: Map<string, Node>;
  readonly embedded: { svg: boolean; bytes: Buffer }[];
  active: boolean;
}

function readAttributes(text: string, element: string, node: Node, found: Found): void {
  for (const [, key = "", double, single] of text.matchAll(attribute)) {
    const value = (double ?? single ?? "").trim();
    const plain = key.replace(/^.*:/u, "").toLowerCase();
    if (plain === "id") found.nodes.set(value, node);
    else if (/^on[a-z]+$/u.test(plain)) found.active = true;
    else if (plain === "href" && element !== "a") {
      if (value.startsWith("#")) node.uses.push(value.slice(1));
      else if (value.startsWith("data:")) found.embedded.push(...dataOf(value));
      else if (value !== "") found.active = true;
    }
  }
}

/** Entities, style sheets and `url(…)` of styles that are neither places in the file nor data. */
const asksOutside = (text: string): boolean =>
  /<!ENTITY\s+\S+\s+(?:SYSTEM|PUBLIC)|<\?xml-stylesheet|@import/iu.test(text) ||
  /url\(\s{0,9}["']?\s{0,9}(?![\s"'#]|data:|&)/iu.test(text);

/** Elements below a node with all that it refers to; a cycle ends where it closes. */
function weigh(node: Node, nodes: ReadonlyMap<string, Node>, depth: number): number {
  if (node.weight !== null) return node.weight;
  if (depth > 500) return heaviest;
  node.weight = 0;
  let sum = 1;
  for (const child of node.children) sum += weigh(child, nodes, depth + 1);
  for (const id of node.uses) {
    const target = nodes.get(id);
    if (target !== undefined) sum += weigh(target, nodes, depth + 1);
  }
  node.weight = Math.min(sum, heaviest);
  return node.weight;
}

function dataOf(url: string): { svg: boolean; bytes: Buffer }[] {
  const comma = url.indexOf(",");
  if (comma < 0) return [];
  const [head, body] = [url.slice(0, comma), url.slice(comma + 1)];
  const bytes = /;\s*base64\s*$/iu.test(head) ? Buffer.from(body, "base64") : Buffer.from(unescaped(body));
  return [{ svg: /image\/svg/iu.test(head) || bytes.subarray(0, 1024).includes("<svg"), bytes }];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
