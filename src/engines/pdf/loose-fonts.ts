/** Fonts that a PDF names and does not hold: what is set in them depends on where it is opened. */
import { PDFDict, PDFName } from "pdf-lib";
import { arrayIn, dictIn, itemsOf, nameIn } from "./objects.ts";
import type { Source } from "./open.ts";

/**
 * Names of the composite fonts (Type 0, in which Chinese is set) without a font file, each once, sorted. Simple fonts
 * without one are the fourteen that every viewer has, or are replaced by one of them (ISO 32000-1, 9.6.2.2).
 */
export function looseFonts({ context }: Pick<Source, "context">): readonly string[] {
  const names = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameIn(object, "Subtype") !== "Type0") continue;
    const [font] = itemsOf(arrayIn(object, "DescendantFonts"));
    if (!(font instanceof PDFDict) || hasFile(dictIn(font, "FontDescriptor"))) continue;
    // The name of the whole has that of its encoding behind it (ISO 32000-1, 9.7.6.2).
    names.add(nameIn(font, "BaseFont") ?? nameIn(object, "BaseFont") ?? "");
  }
  return [...names].toSorted();
}

const fontFiles = ["FontFile", "FontFile2", "FontFile3"].map((each) => PDFName.of(each));

const hasFile = (descriptor: PDFDict | null): boolean =>
  descriptor !== null && fontFiles.some((key) => descriptor.lookup(key) !== undefined);
