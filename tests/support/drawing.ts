/** What a chart shows, read back from its SVG: every text with the room that it takes. */
import { SaxesParser } from "saxes";
import type { Picture } from "../../src/model/document.ts";
import { textWidth } from "../../src/engines/charts/measure.ts";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Drawn {
  readonly svg: string;
  /** Every tag that occurs. */
  readonly tags: ReadonlySet<string>;
  /** Every attribute that occurs. */
  readonly attributes: ReadonlySet<string>;
  readonly texts: readonly (Box & { readonly text: string })[];
  readonly size: { readonly width: number; readonly height: number };
}

/** Throws when the drawing is not well-formed. */
export function readDrawing({ bytes }: Picture): Drawn {
  const svg = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const parser = new SaxesParser();
  const [tags, attributes] = [new Set<string>(), new Set<string>()];
  const texts: (Box & { text: string })[] = [];
  const size = { width: 0, height: 0 };
  let open: { at: Record<string, string>; text: string } | null = null;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes: at }) => {
    tags.add(name);
    for (const each of Object.keys(at)) attributes.add(each);
    const [, , width, height] = (at["viewBox"] ?? "").split(" ").map(Number);
    if (name === "svg") Object.assign(size, { width, height });
    if (name === "text") open = { at, text: "" };
  });
  parser.on("text", (text) => {
    if (open !== null) open.text += text;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "text" && open !== null) texts.push({ text: open.text, ...boxOf(open.at, open.text) });
    if (name === "text") open = null;
  });
  parser.write(svg).close();
  return { svg, tags, attributes, texts, size };
}

/** Corners of a text in the drawing, turned with it; its letters are taken as 0.8 of the type size high. */
function boxOf(at: Readonly<Record<string, string>>, text: string): Box {
  const size = Number(/font-size:([\d.]+)px/u.exec(at["style"] ?? "")?.[1]);
  const width = textWidth(text, size);
  const before = { start: 0, middle: width / 2, end: width }[at["text-anchor"] ?? "start"] ?? 0;
  const [x, y] = [Number(at["x"] ?? 0), Number(at["y"] ?? 0)];
  const [kind, list = "0"] = /^(\w+)\(([^)]*)\)/u.exec(at["transform"] ?? "")?.slice(1) ?? [];
  const numbers = list.split(/[ ,]+/u).map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = kind === "matrix" ? numbers : [1, 0, 0, 1, ...numbers];
  const corners = [x - before, x - before + width].flatMap((px) =>
    [y - size * 0.4, y + size * 0.4].map((py) => [a * px + c * py + e, b * px + d * py + f] as const),
  );
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Texts that lie across another or leave the drawing. */
export function misplaced({ texts, size }: Drawn): string[] {
  const slack = 0.6;
  const outside = texts.filter(
    (each) =>
      each.left < -slack || each.top < -slack || each.right > size.width + slack || each.bottom > size.height + slack,
  );
  const across = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left + slack < other.right &&
          other.left + slack < one.right &&
          one.top + slack < other.bottom &&
          other.top + slack < one.bottom,
      )
      .map((other) => `${one.text} × ${other.text}`),
  );
  return [...outside.map(({ text }) => `${text} outside`), ...across];
}
