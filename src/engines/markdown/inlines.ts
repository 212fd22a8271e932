/** What stands in a paragraph: pieces of text with their setting, notes, line breaks; pictures go below it. */
import type { FootnoteReference, Image, ImageReference, Link, LinkReference, Nodes, PhrasingContent } from "mdast";
import type { Inline } from "../../model/document.ts";
import { readMention } from "../../model/mention.ts";
import { figureOf, printable, withoutLineEnds, written } from "../narrated.ts";
import type { Setting } from "../narrated.ts";
import type { Reader } from "./reader.ts";
import type { Sign } from "./signs.ts";
import { withoutComments, wordsIn } from "./tree.ts";

const plain: Setting = { type: "text" };

export const inlinesOf = (nodes: readonly PhrasingContent[], reader: Reader): Inline[] =>
  withoutLineEnds(pieces(nodes, plain, reader));

function pieces(nodes: readonly PhrasingContent[], setting: Setting, reader: Reader): Inline[] {
  return nodes.flatMap((node, index): Inline[] => {
    const before = nodes[index - 1];
    // 3*4 米与 5*6 米 is two products, not emphasis.
    const isProduct = node.type === "emphasis" && before?.type === "text" && /\d$/u.test(before.value);
    if (!isProduct) return piece(node, setting, reader);
    return [written("*", setting), ...pieces(node.children, setting, reader), written("*", setting)];
  });
}

function piece(node: PhrasingContent, setting: Setting, reader: Reader): Inline[] {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return [leaf(node.value, node, setting, reader)];
    case "strong":
    case "emphasis":
      return pieces(node.children, inside(setting, node.type), reader);
    case "delete":
      reader.lose("deletion", node);
      return pieces(node.children, setting, reader);
    case "link":
    case "linkReference":
      return linked(node, reader);
    case "break":
      return reader.inside === "heading" ? [written(" ", setting)] : [{ type: "break" }];
    case "image":
    case "imageReference":
      placePicture(node, reader);
      return [];
    case "html":
      return html(node.value, node, setting, reader);
    case "footnoteReference":
      return noteOf(node, setting, reader);
    case "sign":
      return signed(node, setting, reader);
  }
}

function leaf(value: string, node: Nodes, setting: Setting, reader: Reader): Inline {
  const { text, removed } = printable(value);
  if (removed > 0) reader.lose("control", node, removed);
  return written(text, setting);
}

/** Text in bold is bold, whatever else it is; a link stays a link. */
const inside = (outer: Setting, type: "strong" | "emphasis"): Setting =>
  outer.type === "link" || outer.type === "strong" ? outer : { type };

/** An address on the web, or of mail; others lead nowhere once the report is printed or sent. */
function linked(node: Link | LinkReference, reader: Reader): Inline[] {
  const definition = node.type === "link" ? node : reader.definitions.get(node.identifier);
  const [url, title] = [definition?.url ?? "", definition?.title ?? ""];
  const said = title === "" ? [] : [leaf(`（${title}）`, node, plain, reader)];
  if (/^(?:https?:\/\/|mailto:)/iu.test(url)) return [...pieces(node.children, { type: "link", url }, reader), ...said];
  reader.lose("link", node);
  return [
    ...pieces(node.children, plain, reader),
    ...(url === "" ? [] : [leaf(`（${url}）`, node, plain, reader)]),
    ...said,
  ];
}

function placePicture(node: Image | ImageReference, reader: Reader): void {
  const definition = node.type === "image" ? node : reader.definitions.get(node.identifier);
  const alt = printable(node.alt ?? "").text.trim();
  const title = printable(definition?.title ?? "").text.trim();
  const figure = figureOf(reader.picture(node), title || alt, alt || title);
  if (figure !== null) reader.figures.push(figure);
}

function html(value: string, node: Nodes, setting: Setting, reader: Reader): Inline[] {
  if (withoutComments(value) === "") return [];
  // The one way to a new line in a cell of a table.
  if (/^<br\s*\/?>$/iu.test(value)) return reader.inside === "heading" ? [written(" ", setting)] : [{ type: "break" }];
  // A closing tag was told with the one that opens it.
  const isTold = value.startsWith("</") && reader.lost.some(({ what }) => what === "html");
  if (!isTold) reader.lose("html", node);
  return [leaf(withoutComments(value), node, setting, reader)];
}

function noteOf(node: FootnoteReference, setting: Setting, reader: Reader): Inline[] {
  const definition = reader.notes.get(node.identifier);
  if (reader.inside === "note" || definition === undefined) {
    reader.lose("note-in-note", node);
    return [written(`[^${node.label ?? node.identifier}]`, setting)];
  }
  const outer = reader.inside;
  reader.inside = "note";
  const paragraphs = definition.children.map((child) =>
    child.type === "paragraph" ? inlinesOf(child.children, reader) : [leaf(wordsIn(child), child, plain, reader)],
  );
  reader.inside = outer;
  const content = paragraphs.flatMap((each, index): Inline[] => (index === 0 ? each : [{ type: "break" }, ...each]));
  return [{ type: "note", content }];
}

/** `[^1]` is a sign where no footnote answers it. */
function signed(node: Sign, setting: Setting, reader: Reader): Inline[] {
  const { text } = printable(node.value);
  if (text.startsWith("[^")) {
    reader.lose("note-undefined", node);
    return [written(text, setting)];
  }
  const mention = readMention(text, reader.at(node));
  if (mention !== null && reader.inside === "heading") {
    reader.lose("mention-in-heading", node);
    return [written(text, setting)];
  }
  return [mention === null ? written(text, setting) : written(text, setting, mention)];
}
