/**
 * The main part of a DOCX, with marks for what mammoth passes over: it hands bookmarks on, so what is to be known stands
 * in names of bookmarks. Everything else stays as it is. The prefix `w` is the one that every writer of DOCX uses; of a
 * document with another the marks are missing and the text is read all the same.
 */
import type { Loss } from "../../model/narrative.ts";
import { escapeXml, scanXml } from "../xml.ts";
import type { XmlElement } from "../xml.ts";

/** What a mark tells: of a paragraph, of a run, or that something was here which is not kept as it was. */
export type Mark =
  | {
      readonly type: "paragraph";
      readonly list: string | null;
      readonly depth: number;
      readonly outline: number | null;
    }
  | { readonly type: "font"; readonly name: string }
  | { readonly type: "lost"; readonly what: Loss["what"] };

const sign = "evipack:";

/** The mark in the name of a bookmark; null for a bookmark of the document itself. */
export function readMark(name: string): Mark | null {
  if (!name.startsWith(sign)) return null;
  const [type, first = "", second = "", third = ""] = name.slice(sign.length).split("|");
  if (type === "font") return { type, name: first };
  if (type === "lost") return { type, what: first as Loss["what"] };
  if (type !== "paragraph") return null;
  return {
    type,
    list: first === "" ? null : first,
    depth: Number(second) || 0,
    outline: third === "" ? null : Number(third),
  };
}

const bookmark = (...values: readonly string[]): string =>
  `<w:bookmarkStart w:id="0" w:name="${escapeXml(sign + values.join("|"))}"/>`;

/** Elements that only wrap text and that mammoth does not open: fields of one run, readings above characters, directions. */
const wrappers = /<(\/?)(?:w:(?:fldSimple|ruby|rubyBase|bdo|dir)|m:oMathPara)(?=[\s/>])/gu;

/** What is told where it begins, by the name of its element with the prefix. */
const told: ReadonlyMap<string, Loss["what"]> = new Map([
  ["m:oMath", "equation"],
  ["w:object", "object"],
  ["c:chart", "chart"],
  ["cx:chart", "chart"],
  ["dgm:relIds", "diagram"],
  ["w:txbxContent", "text-box"],
  ["w:ins", "revision"],
  ["w:del", "revision"],
  ["w:moveFrom", "revision"],
  ["w:altChunk", "element"],
  ["w:control", "object"],
]);

interface Open {
  readonly end: number;
  readonly depth: number;
}

/** Where marks are to be put in. */
class Marker {
  readonly inserts: { readonly at: number; readonly text: string }[] = [];
  readonly #xml: string;
  #paragraph: (Open & { list: string; level: string; outline: string }) | null = null;
  #run: Open | null = null;
  /** Depths of the open choice between forms of one thing, and of its form for programs of old. */
  #choice: number | null = null;
  #fallback: number | null = null;

  constructor(xml: string) {
    this.#xml = xml;
  }

  visit(element: XmlElement): void {
    const { prefix, name, depth } = element;
    if (this.#fallback !== null && depth <= this.#fallback) this.#fallback = null;
    if (this.#choice !== null && depth <= this.#choice) this.#choice = null;
    if (prefix === "mc:" && name === "AlternateContent") this.#choice = depth;
    if (prefix === "mc:" && name === "Fallback") this.#fallback = depth;
    if (prefix === "w:" && !element.selfClosing) {
      if (name === "p") this.#begin(element);
      if (name === "r") this.#run = element;
    }
    if (prefix === "w:") this.#property(element);
    const what = this.#fallback === null ? told.get(prefix + name) : undefined;
    if (what !== undefined && !isOff(element)) this.#tell(what, element);
  }

  finish(): void {
    const open = this.#paragraph;
    if (open === null) return;
    this.#insert(open.end, bookmark("paragraph", open.list, open.level, open.outline));
    this.#paragraph = null;
  }

  #begin(element: XmlElement): void {
    this.finish();
    this.#paragraph = { end: element.end, depth: element.depth, list: "", level: "", outline: "" };
    this.#run = null;
  }

  #property({ name, depth, attributes }: XmlElement): void {
    const value = attributes["w:val"] ?? "";
    const paragraph = this.#paragraph;
    if (paragraph !== null && paragraph.list === "" && depth === paragraph.depth + 3) {
      if (name === "numId") paragraph.list = value;
      if (name === "ilvl" && paragraph.level === "") paragraph.level = value;
    }
    if (paragraph !== null && name === "outlineLvl" && depth === paragraph.depth + 2) paragraph.outline = value;
    const font = attributes["w:eastAsia"];
    if (name !== "rFonts" || font === undefined || this.#run === null || depth !== this.#run.depth + 2) return;
    this.#insert(this.#run.end, bookmark("font", font));
  }

  /** Beside the element that is lost, or at the head of its run or paragraph where a bookmark may stand. */
  #tell(what: Loss["what"], element: XmlElement): void {
    const place = this.#run ?? this.#paragraph;
    if (what === "equation")
      this.#insert(element.start, `<w:r>${bookmark("lost", what)}${this.#equation(element)}</w:r>`);
    else if (place === null || what === "revision") this.#insert(element.start, bookmark("lost", what));
    else this.#insert(place.end, bookmark("lost", what));
    if (what === "text-box") this.#keepBox(element);
  }

  /** The words of an equation in a line; XML text stays XML text. */
  #equation({ start }: XmlElement): string {
    const end = this.#xml.indexOf("</m:oMath>", start);
    const inside = this.#xml.slice(start, end === -1 ? start : end);
    const words = [...inside.matchAll(/<m:t(?:\s[^<>]*)?>([^<]*)/gu)].map(([, text = ""]) => text);
    return `<w:t xml:space="preserve">${words.join("")}</w:t>`;
  }

  /** A box that mammoth would pass over, having no form for programs of old, stands after its paragraph. */
  #keepBox({ start }: XmlElement): void {
    const end = this.#xml.indexOf("</w:txbxContent>", start);
    if (end === -1 || this.#paragraph === null) return;
    const others = this.#xml.slice(end, this.#xml.indexOf("</mc:AlternateContent>", end));
    const isRead = this.#choice === null ? /<v:textbox\b[^<>]*>\s*$/u : null;
    if (isRead?.test(this.#xml.slice(Math.max(0, start - 500), start)) ?? /<mc:Fallback\b/u.test(others)) return;
    this.#insert(this.#paragraph.end, `<w:r><w:pict>${this.#xml.slice(start, end)}</w:txbxContent></w:pict></w:r>`);
  }

  #insert(at: number, text: string): void {
    this.inserts.push({ at, text });
  }
}

const isOff = ({ attributes }: XmlElement): boolean => /^(?:0|false|off)$/u.test(attributes["w:val"] ?? "");

/** The part with its marks; the part itself when it is no well-formed XML. */
export function annotate(part: string): string {
  const xml = part
    .replaceAll(wrappers, "<$1w:smartTag")
    .replaceAll(/<w:dstrike(?=[\s/>])/gu, "<w:strike")
    // The hyphen that ends no line is a hyphen all the same: a code with it is that code.
    .replaceAll(/<w:noBreakHyphen\s*\/>/gu, "<w:t>-</w:t>");
  const marker = new Marker(xml);
  if (!scanXml(xml, (element) => marker.visit(element))) return part;
  marker.finish();
  const inserts = marker.inserts.map((each, order) => ({ ...each, order }));
  inserts.sort((a, b) => a.at - b.at || a.order - b.order);
  let [done, from] = ["", 0];
  for (const { at, text } of inserts) {
    done += xml.slice(from, at) + text;
    from = at;
  }
  return done + xml.slice(from);
}
