/** The words inside a file → the little of them that the check needs. */
import { decodeAny } from "../engines/text.ts";
import { textLimit } from "../engines/text-limit.ts";
import type { FileState } from "../model/evidence.ts";
import { isPersonal, masked, namesIds, personalIn } from "../model/sensitive.ts";
import type { DocumentText, Words } from "../model/words.ts";

/** Larger files are pictures of pages in the main, and are not looked through. */
const fileLimit = 64 * 1024 * 1024;

/** Characters of the first page: a title below a red head stands well within. */
const openingLength = 800;

/** How many places are told. */
const firstPlaces = 5;

/**
 * Reads PDF (fifty pages), DOCX, XLSX and plain text, 200,000 characters at most; null for other kinds, for what
 * cannot be read, and for files of more than 64 MB. `passwords` open encrypted PDFs.
 */
export async function readWords(
  bytes: Uint8Array,
  state: FileState,
  passwords: readonly string[],
): Promise<Words | null> {
  if (state.type !== "readable" || bytes.length > fileLimit) return null;
  const text = await textOf(bytes, state.format, passwords);
  return text === null ? null : summed(text);
}

async function textOf(bytes: Uint8Array, format: string, passwords: readonly string[]): Promise<DocumentText | null> {
  switch (format) {
    case "pdf":
      return (await import("../engines/pdfium-text.ts")).readPdfText(bytes, passwords);
    case "docx":
    case "docm":
    case "dotx":
    case "dotm":
      return (await import("../engines/ooxml-text.ts")).readWordText(bytes);
    case "xlsx":
    case "xlsm":
    case "xltx":
    case "xltm":
      return (await import("../engines/ooxml-text.ts")).readSheetText(bytes);
    case "txt":
    case "csv":
      return linesOf(bytes);
    default:
      return null;
  }
}

/** Four bytes are the most that a character takes. */
function linesOf(bytes: Uint8Array): DocumentText {
  const text = decodeAny(bytes.subarray(0, 4 * textLimit)).slice(0, textLimit);
  const pieces = text
    .split(/\r\n?|\n/u)
    .map((line, index) => ({ place: { type: "line", number: index + 1 } as const, text: line }));
  return { title: "", pieces, whole: bytes.length <= textLimit };
}

/** On a page or a sheet the word that tells what a number is may stand in another line or cell. */
function summed({ title, pieces, whole }: DocumentText): Words {
  const isPaged = pieces[0]?.place.type === "page";
  const all = isPaged ? (pieces[0]?.text ?? "") : pieces.map((each) => each.text).join("\n");
  const named = !isPaged && namesIds(all);
  const found = pieces
    .map(({ place, text }) => ({ place, personal: isPaged ? personalIn(text) : personalIn(text, named) }))
    .filter(({ personal }) => isPersonal(personal));
  const sum = (kind: "idNumbers" | "phones"): number => found.reduce((all, { personal }) => all + personal[kind], 0);
  return {
    title: title.slice(0, 200),
    opening: masked(all.trim().slice(0, openingLength)),
    personal: { idNumbers: sum("idNumbers"), phones: sum("phones") },
    places: found.slice(0, firstPlaces).map(({ place }) => place),
    placesInAll: found.length,
    whole,
  };
}
