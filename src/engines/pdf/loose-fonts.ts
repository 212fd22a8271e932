/** Fonts that a PDF names and does not hold: what is set in them depends on where it is opened. */
import { PDFDict, PDFName } from "pdf-lib";
import { arrayIn, dictIn, itemsOf, nameIn, textIn } from "./objects.ts";
import type { Source } from "./open.ts";

export interface LooseFonts {
  /** Each once, sorted. */
  readonly names: readonly string[];
  /** For one of them at least none of our fonts stands in: a drawn page lacks its text. */
  readonly blank: boolean;
}

/** Collections of characters (ISO 32000-1, 9.7.3) that our fonts have, so that pdfium draws with these. */
const stoodIn: ReadonlySet<string> = new Set(["GB1", "Japan1"]);

/**
 * The composite fonts (Type 0, in which Chinese is set) without a font file. Simple fonts without one are the fourteen
 * that every viewer has, or are replaced by one of them (ISO 32000-1, 9.6.2.2).
 */
export function looseFonts({ context }: Pick<Source, "context">): LooseFonts {
  const names = new Set<string>();
  let blank = false;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameIn(object, "Subtype") !== "Type0") continue;
    const [font] = itemsOf(arrayIn(object, "DescendantFonts"));
    if (!(font instanceof PDFDict) || hasFile(dictIn(font, "FontDescriptor"))) continue;
    // The name of the whole has that of its encoding behind it (ISO 32000-1, 9.7.6.2).
    names.add(nameIn(font, "BaseFont") ?? nameIn(object, "BaseFont") ?? "");
    const system = dictIn(font, "CIDSystemInfo");
    blank ||= system === null || !stoodIn.has(textIn(system, "Ordering") ?? "");
  }
  return { names: [...names].toSorted(), blank };
}

/** What is said of a file in which none can be looked for. */
export const noLooseFonts: LooseFonts = { names: [], blank: false };

const fontFiles = ["FontFile", "FontFile2", "FontFile3"].map((each) => PDFName.of(each));

const hasFile = (descriptor: PDFDict | null): boolean =>
  descriptor !== null && fontFiles.some((key) => descriptor.lookup(key) !== undefined);
