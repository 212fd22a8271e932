/** What LibreOffice leaves in a PDF of the moment it was made, overwritten by equally long bytes. */
import { sha256 } from "../world.ts";

/** Dates in the information dictionary and in XMP, the file identifier and LibreOffice's checksum. */
const moments: readonly RegExp[] = [
  /(\/(?:CreationDate|ModDate) ?\(D:)(\d{14}[^)]{0,8})(\))/gu,
  /(<(?:xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate|pdf:CreationDate)>)([^<]{4,40})(<)/gu,
  /(<xmpMM:(?:DocumentID|InstanceID)>)([^<]{4,60})(<)/gu,
  /(\/DocChecksum ?\/)([0-9A-F]{32})()/gu,
];
const identifier = /(\/ID ?\[ ?<)([0-9A-Fa-f]{32})(>\s*<)([0-9A-Fa-f]{32})(> ?\])/gu;

/** The same PDF for the same pages: no date but that of 1980-01-01, an identifier made of the content. Offsets stay. */
export function steadyPdf(bytes: Uint8Array): Buffer {
  // Latin-1 keeps every byte; streams are compressed, and what looks like a date in one by chance has no such frame.
  const text = moments.reduce(
    (each, pattern) =>
      each.replace(pattern, (_, start: string, moment: string, end: string) => start + still(moment) + end),
    Buffer.from(bytes)
      .toString("latin1")
      .replace(
        identifier,
        (_, a: string, one: string, b: string, two: string, c: string) =>
          `${a}${"0".repeat(one.length)}${b}${"0".repeat(two.length)}${c}`,
      ),
  );
  const id = sha256(Buffer.from(text, "latin1")).slice(0, 32).toUpperCase();
  return Buffer.from(
    text.replace(
      identifier,
      (_, a: string, _one: string, b: string, _two: string, c: string) => `${a}${id}${b}${id}${c}`,
    ),
    "latin1",
  );
}

const still = (moment: string): string =>
  /^\d{14}/u.test(moment)
    ? `19800101000000${moment.slice(14).replace(/\d/gu, "0")}`
    : /^\d{4}-\d\d-\d\d/u.test(moment)
      ? `1980-01-01${moment.slice(10).replace(/\d/gu, "0")}`
      : moment.replace(/[0-9a-f]/giu, "0");
