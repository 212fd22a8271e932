/** What stands in a paragraph of Word: pieces of text with their setting, signs of ours, notes, line breaks. */
import type { Inline, Written } from "../../model/document.ts";
import { mentionForm, readMention } from "../../model/mention.ts";
import { figureOf, printable, unindented, written } from "../narrated.ts";
import type { Setting } from "../narrated.ts";
import { readMark } from "./annotate.ts";
import { wordsIn } from "./nodes.ts";
import type { WordImage, WordLink, WordNode, WordNoteReference, WordRun } from "./nodes.ts";
import type { Reader } from "./reader.ts";

const plain: Setting = { type: "text" };

/** The inlines of a paragraph, without the spaces at its ends. */
export function inlinesOf(nodes: readonly WordNode[], reader: Reader): Inline[] {
  const joined = unindented(join(nodes.flatMap((node) => piece(node, { setting: plain, raised: null }, reader))));
  return joined.flatMap((inline) =>
    "text" in inline && inline.type !== "reference" ? signsIn(inline, reader) : [inline],
  );
}

interface Around {
  readonly setting: Setting;
  readonly raised: "superscript" | "subscript" | null;
}

function piece(node: WordNode, around: Around, reader: Reader): Inline[] {
  switch (node.type) {
    case "run":
      return run(node, around, reader);
    case "hyperlink":
      return linked(node, around, reader);
    case "text":
      return [leaf(node.value, around, reader)];
    case "tab":
      return [written(" ", around.setting)];
    case "checkbox":
      return [written(node.checked ? "√" : "□", around.setting)];
    case "break":
      return node.breakType === "line" ? [{ type: "break" }] : [];
    case "image":
      placePicture(node, reader);
      return [];
    case "noteReference":
      return noteOf(node, around, reader);
    case "bookmarkStart": {
      const mark = readMark(node.name);
      if (mark?.type === "lost") reader.lose(mark.what);
      return [];
    }
    default:
      return "children" in node ? node.children.flatMap((child) => piece(child, around, reader)) : [];
  }
}

function run(node: WordRun, { setting, raised }: Around, reader: Reader): Inline[] {
  if (node.isStrikethrough && wordsIn(node.children).trim() !== "") reader.lose("deletion");
  const own: Setting = node.isBold ? { type: "strong" } : node.isItalic ? { type: "emphasis" } : setting;
  const up = node.verticalAlignment === "superscript" || node.verticalAlignment === "subscript";
  const around = {
    setting: setting.type === "link" ? setting : own,
    raised: up ? (node.verticalAlignment ?? raised) : raised,
  } as Around;
  return node.children.flatMap((child) => piece(child, around, reader));
}

function linked(node: WordLink, around: Around, reader: Reader): Inline[] {
  const url = node.href ?? "";
  const leads = /^(?:https?:\/\/|mailto:)/iu.test(url);
  const inside = node.children.flatMap((child) =>
    piece(child, leads ? { ...around, setting: { type: "link", url } } : around, reader),
  );
  if (leads || url === "") return inside;
  reader.lose("link");
  return [...inside, written(`（${url}）`, around.setting)];
}

const signs = {
  superscript: ["0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"],
  subscript: ["0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"],
} as const;

/** Raised digits (m²) have signs of their own; other raised text stands on the line, and is told. */
function leaf(value: string, { setting, raised }: Around, reader: Reader): Inline {
  const { text, removed } = printable(value);
  if (removed > 0) reader.lose("control", removed);
  if (raised === null || text.trim() === "") return written(text, setting);
  const [from, to] = signs[raised];
  const moved = [...text].map((each) => to[from.indexOf(each)]);
  if (!moved.includes(undefined)) return written(moved.join(""), setting);
  reader.lose("raised");
  return written(text, setting);
}

function placePicture(node: WordImage, reader: Reader): void {
  const alt = printable(node.altText ?? "").text.trim();
  const figure = figureOf(reader.pictures.get(node) ?? null, "", alt);
  if (figure !== null) reader.figures.push(figure);
}

function noteOf(node: WordNoteReference, { setting }: Around, reader: Reader): Inline[] {
  const note = reader.notes.resolve(node);
  if (note === null || reader.inNote) {
    reader.lose(note === null ? "note-undefined" : "note-in-note");
    return note === null ? [] : [written(`（${wordsIn(note.body).trim()}）`, setting)];
  }
  reader.inNote = true;
  const paragraphs = note.body.map((each) => inlinesOf("children" in each ? each.children : [each], reader));
  reader.inNote = false;
  const content = paragraphs.flatMap((each, index): Inline[] => (index === 0 ? each : [{ type: "break" }, ...each]));
  return [{ type: "note", content }];
}

/** Word cuts text into runs wherever it likes; what is set alike is one piece again. */
function join(content: readonly Inline[]): Inline[] {
  const done: Inline[] = [];
  for (const inline of content) {
    const before = done.at(-1);
    const isAlike =
      before !== undefined &&
      "text" in before &&
      "text" in inline &&
      key(before) === key(inline) &&
      before.type !== "reference";
    if (isAlike) done.splice(-1, 1, { ...before, text: before.text + inline.text });
    else if (!("text" in inline) || inline.text !== "") done.push(inline);
  }
  return done;
}

const key = (inline: Inline): string => `${inline.type} ${"url" in inline ? inline.url : ""}`;

/** The piece, cut at the signs in it; a backslash before one says that it is none. */
function signsIn(inline: Written, reader: Reader): Inline[] {
  const cut: Inline[] = [];
  let from = 0;
  const until = (to: number): void => {
    if (to > from) cut.push({ ...inline, text: inline.text.slice(from, to) });
  };
  for (const found of inline.text.matchAll(mentionForm)) {
    const escape = found[1] ?? "";
    const typed = found[0].slice(escape.length);
    const mention = escape === "" ? readMention(typed, reader.at) : null;
    until(found.index);
    from = found.index + found[0].length;
    cut.push({ ...inline, text: typed, ...(mention === null ? {} : { mention }) });
  }
  until(inline.text.length);
  return cut;
}
