/** Names of kinds of files and of evidence. */
import type { FileKind } from "../../../model/evidence.ts";
import type { EvidenceKind } from "../../../model/map.ts";

export const fileKinds: Readonly<Record<FileKind, string>> = {
  pdf: "a PDF",
  image: "a picture",
  word: "a text document",
  sheet: "a spreadsheet",
  slides: "slides",
  text: "plain text",
  web: "a web page",
  mail: "mail",
  link: "a web address",
  video: "video",
  audio: "audio",
  archive: "an archive",
  unknown: "something else",
};

export const evidenceKinds: Readonly<Record<EvidenceKind, string>> = {
  document: "an official paper",
  statement: "a statement",
  photo: "a photo",
  table: "a table of data",
  opinion: "an opinion of a higher body",
  roster: "a roster",
  voucher: "a voucher",
  certificate: "a certificate",
  media: "media",
  object: "an object or sample",
};
