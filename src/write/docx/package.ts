/** Sections → the bytes of a DOCX file, with the styles, the lists and the settings that all of ours share. */
import { Document, type ISectionOptions, Packer } from "../../engines/docx.ts";
import { normaliseOoxml } from "../../engines/ooxml.ts";
import type { Drawing } from "./drawing.ts";
import { withReference } from "./reference.ts";
import { settingsXml } from "./settings.ts";
import { stylesOf } from "./styles.ts";
import { cleanLine } from "./text.ts";

/** Equal arguments give equal bytes. Throws when a role of the style names a face that the style does not have. */
export async function packDocument(
  { context: { style, language, author, asOf, reference = null }, numbering }: Drawing,
  title: string,
  sections: readonly ISectionOptions[],
): Promise<Uint8Array> {
  const document = new Document({
    title: cleanLine(title),
    creator: cleanLine(author),
    lastModifiedBy: cleanLine(author),
    revision: 1,
    evenAndOddHeaderAndFooters: style.page_mark.position === "outer",
    styles: { importedStyles: stylesOf(style, language) },
    sections,
  });
  const bytes = await Packer.toBuffer(document, false, [
    { path: "word/settings.xml", data: settingsXml(style, language) },
    { path: "word/numbering.xml", data: numbering.xml() },
  ]);
  return normaliseOoxml(reference === null ? bytes : withReference(bytes, reference), { date: asOf });
}
