/** What LibreOffice leaves in a PDF of the moment it was made, overwritten by equally long bytes. */
import { sha256 } from "../world.ts";

/** What frames a moment or a random number, what it is made of, and what is written in its place. */
const traces: readonly { readonly form: RegExp; readonly still: (found: string) => string }[] = [
  { form: /(\/(?:CreationDate|ModDate) ?\(D:)(\d{14}[^)]{0,8})(\))/gu, still: (found) => dated("19800101", found, 14) },
  {
    form: /(<(?:xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate)>)(\d{4}-\d\d-\d\d[^<]{0,30})(<)/gu,
    still: (found) => dated("1980-01-01", found, 10),
  },
  { form: /(<xmpMM:(?:DocumentID|InstanceID)>)([^<]{4,60})(<)/gu, still: (found) => found.replace(/[0-9a-f]/giu, "0") },
  { form: /(\/DocChecksum ?\/)([0-9A-F]{32})()/gu, still: (found) => "0".repeat(found.length) },
];

/** The day, then zeros for all digits after it. */
const dated = (day: string, found: string, length: number): string =>
  day.padEnd(length, "0") + found.slice(length).replace(/\d/gu, "0");

const identifier = /(\/ID ?\[ ?<)([0-9A-Fa-f]{32})(>\s*<)([0-9A-Fa-f]{32})(> ?\])/gu;

const identified = (text: string, id: string): string => text.replace(identifier, `$1${id}$3${id}$5`);

/** The same PDF for the same pages: no date but that of 1980-01-01, an identifier made of the content. Offsets stay. */
export function steadyPdf(bytes: Uint8Array): Buffer {
  // Latin-1 keeps every byte; streams are compressed, and what looks like a date in one by chance has no such frame.
  const text = traces.reduce(
    (each, { form, still }) =>
      each.replace(form, (_, start: string, found: string, end: string) => start + still(found) + end),
    identified(Buffer.from(bytes).toString("latin1"), "0".repeat(32)),
  );
  const id = sha256(Buffer.from(text, "latin1")).slice(0, 32).toUpperCase();
  return Buffer.from(identified(text, id), "latin1");
}
