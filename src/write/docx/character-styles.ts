/** Styles of runs: strong, emphasis, labels, links, marks of notes. */
import type { ImportedXmlComponent } from "../../engines/docx.ts";
import type { Style } from "../../schema/style.ts";
import { ownName, styleIds } from "./names.ts";
import { fontsOf } from "./style-parts.ts";
import { val, w } from "./xml.ts";

/** Chinese type has no italics: a style gives emphasis a face of its own. Links stay black, as print is. */
export function characterStyles(style: Style, language: string): ImportedXmlComponent[] {
  const { accents } = style;
  const emphasis = accents.emphasis === undefined ? [w("i"), w("iCs")] : [fontsOf(style, accents.emphasis)];
  const label = accents.label === undefined ? [w("b"), w("bCs")] : [fontsOf(style, accents.label)];
  const make = (id: string, name: string, ...parts: ImportedXmlComponent[]): ImportedXmlComponent =>
    w(
      "style",
      { type: "character", styleId: id, customStyle: ownName(language, id) === undefined ? undefined : 1 },
      val("name", ownName(language, id) ?? name),
      val("basedOn", "DefaultParagraphFont"),
      w("qFormat"),
      parts.length === 0 ? null : w("rPr", {}, ...parts),
    );
  return [
    make(styleIds.strong, "Strong", w("b"), w("bCs")),
    make(styleIds.emphasis, "Emphasis", ...emphasis),
    make(styleIds.label, "Label", ...label),
    make(styleIds.hyperlink, "Hyperlink", val("color", "auto")),
    make(styleIds.indexLink, "Index Link"),
    make("FootnoteReference", "footnote reference", val("vertAlign", "superscript")),
    make("EndnoteReference", "endnote reference", val("vertAlign", "superscript")),
  ];
}
