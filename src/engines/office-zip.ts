/** Documents that are zip files inside: OOXML (transitional and strict), OpenDocument, OFD and their like. */
import type { ByteSource } from "../world.ts";
import { listZip, localNames, readEntry } from "./zip.ts";

export interface ZipFormat {
  readonly format: string;
  readonly failure: "corrupt" | "encrypted" | null;
}

/** A part that names the format is small; more than this is no such part. */
const partLimit = 4 * 1024 * 1024;

/** Content type of the main part → format (ECMA-376-1, 11.3, 12.3, 13.3; macro kinds: [MS-OFFMACRO2], [MS-XLSB]). */
const mainParts: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\.document\.main\+xml/u, "docx"],
  [/ms-word\.document\.macroEnabled\.main\+xml/iu, "docm"],
  [/wordprocessingml\.template\.main\+xml/u, "dotx"],
  [/ms-word\.template\.macroEnabledTemplate\.main\+xml/iu, "dotm"],
  [/spreadsheetml\.sheet\.main\+xml/u, "xlsx"],
  [/ms-excel\.sheet\.macroEnabled\.main\+xml/iu, "xlsm"],
  [/spreadsheetml\.template\.main\+xml/u, "xltx"],
  [/ms-excel\.template\.macroEnabled\.main\+xml/iu, "xltm"],
  [/ms-excel\.sheet\.binary\.macroEnabled\.main/iu, "xlsb"],
  [/ms-excel\.addin\.macroEnabled\.main\+xml/iu, "xlam"],
  [/presentationml\.presentation\.main\+xml/u, "pptx"],
  [/ms-powerpoint\.presentation\.macroEnabled\.main\+xml/iu, "pptm"],
  [/presentationml\.slideshow\.main\+xml/u, "ppsx"],
  [/ms-powerpoint\.slideshow\.macroEnabled\.main\+xml/iu, "ppsm"],
  [/presentationml\.template\.main\+xml/u, "potx"],
  [/ms-powerpoint\.template\.macroEnabled\.main\+xml/iu, "potm"],
  [/ms-visio\.(?:drawing|stencil|template)/iu, "vsdx"],
  [/fixed-?representation\+xml/iu, "xps"],
];

/** `mimetype` of an OpenDocument package or an EPUB → format (OpenDocument 1.3, part 2, 3.3). */
const mimetypes: readonly (readonly [string, string])[] = [
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
  ["application/vnd.oasis.opendocument.presentation", "odp"],
  ["application/vnd.oasis.opendocument.graphics", "odg"],
  ["application/epub+zip", "epub"],
];

/** Names that tell the format when nothing else does. */
const telltales: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/iu, "docx"],
  [/^xl\/workbook\d*\.xml$/iu, "xlsx"],
  [/^xl\/workbook\d*\.bin$/iu, "xlsb"],
  [/^ppt\/presentation\d*\.xml$/iu, "pptx"],
  [/^OFD\.xml$/iu, "ofd"],
];

/**
 * What a zip file holds; `zip` for an archive of anything. One that is cut short is corrupt when it was a document, as
 * the names of its first parts tell, or else its `extension`.
 */
export async function identifyZip(source: ByteSource, extension: string): Promise<ZipFormat> {
  const listing = await listZip(source);
  if (listing === null) {
    const called = isPackage(extension) ? extension : null;
    const format = called ?? byName(localNames(Buffer.from(await source.read(0, 1024 * 1024))), /^(?:word|xl|ppt)\//u);
    return { format: format ?? "zip", failure: format === null ? null : "corrupt" };
  }
  const { entries } = listing;
  const part = async (name: RegExp): Promise<string | null> => {
    const entry = entries.find((each) => name.test(each.name));
    const bytes = entry === undefined ? null : await readEntry(source, entry, partLimit);
    return bytes === null ? null : decodePart(bytes);
  };
  const mimetype = (await part(/^mimetype$/u))?.trim() ?? "";
  const open = mimetypes.find(([type]) => mimetype.startsWith(type));
  if (open !== undefined) {
    const manifest = (await part(/^META-INF\/manifest\.xml$/u)) ?? "";
    return { format: open[1], failure: manifest.includes("encryption-data") ? "encrypted" : null };
  }
  const types = await part(/^\[Content_Types\]\.xml$/iu);
  const main = types === null ? undefined : mainParts.find(([type]) => type.test(types));
  const format =
    main?.[1] ??
    byName(
      entries.map(({ name }) => name),
      null,
    );
  return { format: format ?? "zip", failure: null };
}

const isPackage = (extension: string): boolean =>
  [...mainParts, ...mimetypes, ...telltales].some(([, format]) => format === extension);

/** The format that names of entries tell; `also` marks a document whose main part is out of sight. */
function byName(all: readonly string[], also: RegExp | null): string | null {
  const found = telltales.find(([name]) => all.some((each) => name.test(each)));
  if (found !== undefined) return found[1];
  const folder = also === null ? undefined : all.find((each) => also.test(each));
  if (folder !== undefined) return folder.startsWith("word") ? "docx" : folder.startsWith("xl") ? "xlsx" : "pptx";
  if (also === null) return null;
  return all.includes("[Content_Types].xml") ? "docx" : all[0] === "mimetype" ? "odt" : null;
}

/** XML parts are UTF-8 or UTF-16; a content type is ASCII in both, once zero bytes are gone. */
const decodePart = (bytes: Buffer): string => bytes.toString("latin1").replaceAll("\0", "");
