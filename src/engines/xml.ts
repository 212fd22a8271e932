/** The only importer of saxes: walks through XML and tells where each element stands; text for XML. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon; empty when there is none. */
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 0 for the root. */
  readonly depth: number;
  /** Start tag in the text, from its `<` to behind its `>`. */
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

/** Tells each element as it begins, in order. False when the text is no well-formed XML; entities are not expanded. */
export function scanXml(xml: string, visit: (element: XmlElement) => void): boolean {
  const parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  let depth = 0;
  let wellFormed = true;
  parser.on("error", () => {
    wellFormed = false;
  });
  parser.on("opentag", (tag) => {
    const end = parser.position;
    const colon = tag.name.indexOf(":") + 1;
    visit({
      name: tag.name.slice(colon),
      prefix: tag.name.slice(0, colon),
      attributes: tag.attributes,
      depth,
      // No attribute of well-formed XML holds a bare `<`.
      start: xml.lastIndexOf("<", end - 1),
      end,
      selfClosing: tag.isSelfClosing,
    });
    depth += 1;
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  try {
    parser.write(xml).close();
  } catch {
    return false;
  }
  return wellFormed;
}

/** A text as it stands in an element or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
