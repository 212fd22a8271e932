/** Formats of files, each under its usual extension: what kind they are, and which other extensions are right for them. */
import type { FileKind } from "../model/evidence.ts";

/** Per kind: format, then the extensions (besides the format itself) under which its contents are no surprise. */
const table: readonly (readonly [FileKind, Readonly<Record<string, string>>])[] = [
  ["pdf", { pdf: "ai" }],
  [
    "image",
    {
      jpg: "jpeg jpe jfif",
      png: "apng",
      apng: "png",
      gif: "",
      tif: "tiff",
      bmp: "dib",
      webp: "",
      heic: "heif hif heics",
      avif: "avifs",
      svg: "",
      jp2: "j2k j2c jpc jpx jpf jpm",
      j2c: "j2k jpc jp2",
      jpx: "jpf jp2",
      jpm: "jp2",
    },
  ],
  [
    "word",
    {
      docx: "wps",
      docm: "wps",
      dotx: "wpt",
      dotm: "wpt",
      doc: "dot wps wpt",
      odt: "ott",
      rtf: "",
      "word-xml": "xml doc",
      hwp: "",
    },
  ],
  [
    "sheet",
    {
      xlsx: "et",
      xlsm: "et",
      xltx: "ett",
      xltm: "ett",
      xlsb: "",
      xlam: "",
      xls: "xlt et ett xla",
      ods: "ots",
      csv: "tsv",
      "excel-xml": "xml xls",
    },
  ],
  [
    "slides",
    {
      pptx: "dps",
      pptm: "dps",
      potx: "dpt",
      potm: "dpt",
      ppsx: "",
      ppsm: "",
      ppt: "pps pot dps dpt",
      odp: "otp",
    },
  ],
  ["text", { xml: "rels xsd xsl kml gpx xmp plist" }],
  ["web", { html: "htm xhtml shtml", mht: "mhtml" }],
  ["mail", { msg: "oft", eml: "" }],
  ["link", { url: "", webloc: "" }],
  [
    "video",
    {
      mp4: "m4v f4v mov",
      m4v: "mp4 f4v",
      mov: "qt mp4",
      avi: "",
      mkv: "",
      webm: "",
      wmv: "asf",
      flv: "f4v",
      mpg: "mpeg vob m2v dat",
      mts: "m2ts ts tp trp",
      "3gp": "3gpp mp4",
      "3g2": "3gp mp4",
      rm: "rmvb ram",
      ogv: "ogg",
    },
  ],
  [
    "audio",
    {
      mp3: "",
      mp2: "mp3 mpa",
      m4a: "mp4 m4b aac",
      wav: "",
      wma: "asf",
      amr: "",
      silk: "amr slk",
      aac: "m4a",
      flac: "",
      ogg: "oga opus",
      oga: "ogg",
      opus: "ogg",
      mid: "midi",
      ape: "",
      aif: "aiff",
    },
  ],
  [
    "archive",
    {
      zip: "jar apk xpi",
      rar: "",
      "7z": "",
      gz: "tgz",
      "tar.gz": "gz tgz",
      tar: "",
      bz2: "tbz tbz2",
      xz: "txz",
      lz: "",
      lz4: "",
      lzh: "lha",
      zst: "",
      cab: "",
      Z: "z",
      arj: "",
      ace: "",
    },
  ],
  [
    "unknown",
    {
      vsd: "vss vst",
      vsdx: "vssx vstx",
      mpp: "mpt",
      pub: "",
      ofd: "",
      odg: "otg",
      epub: "",
      eps: "ps",
      caj: "",
      xps: "oxps",
    },
  ],
];

const kinds = new Map<string, FileKind>(
  table.flatMap(([kind, formats]) => Object.keys(formats).map((format) => [format, kind] as const)),
);

const extensions = new Map<string, readonly string[]>(
  table.flatMap(([, formats]) =>
    Object.entries(formats).map(
      ([format, others]) => [format, [format, ...others.split(" ").filter((other) => other !== "")]] as const,
    ),
  ),
);

/** Kind of a format; undefined for one that is not in the table. */
export const kindOf = (format: string): FileKind | undefined => kinds.get(format);

/** Formats that are plain text inside: nothing in the bytes makes other text under these names wrong. */
const spoken = new Set(["csv", "html", "svg", "xml", "eml", "url", "webloc", "mht", "word-xml", "excel-xml"]);

/** Extensions whose contents are always recognised: other contents under them are no such file. */
const recognised = new Set(
  [...kinds.keys()]
    .filter((format) => !spoken.has(format) && kinds.get(format) !== "unknown")
    .flatMap((format) => extensions.get(format) ?? [])
    .filter(
      (extension) =>
        !["et", "ett", "dps", "dpt", "wps", "wpt", "ai", "dat", "ts", "tp", "pot", "dot", "xla", "slk"].includes(
          extension,
        ),
    ),
);

export const isKnownExtension = (extension: string): boolean => recognised.has(extension);

/** Names of old under which Word and Excel open any text: whole systems export letters and tables so. */
const openedAsText = new Set(["doc", "rtf", "xls", "xlt"]);

/** Whether contents are mere text, or a page of the web, under an extension (lower case) under which nothing opens that. */
export const isTextInDisguise = (extension: string, format: string): boolean =>
  ["txt", "html", "xml"].includes(format) && recognised.has(extension) && !openedAsText.has(extension);

/**
 * Whether an extension (lower case, without dot) is right for contents of a format. Plain text may be called anything
 * but a kind of file that is never text.
 */
export function fitsExtension(extension: string, format: string): boolean {
  if (format === "txt") return !recognised.has(extension);
  return extension === format.toLowerCase() || (extensions.get(format)?.includes(extension) ?? false);
}

/** The extension that a file of this format should have. */
export function usualExtension(format: string): string {
  if (format === "word-xml") return "doc";
  return format === "excel-xml" ? "xls" : format;
}
