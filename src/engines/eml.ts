/** The only importer of postal-mime: mails as text (EML, RFC 5322 and MIME). */
import PostalMime from "postal-mime";
import type { Address } from "postal-mime";
import { personName, readMailDate } from "./mail.ts";
import type { MailFacts } from "./mail.ts";

/** Null when the mail cannot be parsed at all. */
export async function readEml(bytes: Uint8Array): Promise<MailFacts | null> {
  try {
    const mail = await PostalMime.parse(unified(bytes));
    const header = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? "";
    return {
      from: mail.from === undefined ? "" : nameOf(mail.from),
      to: [...(mail.to ?? []), ...(mail.cc ?? [])].map(nameOf).filter((name) => name !== ""),
      date: readMailDate(header("date")),
      subject: mail.subject ?? "",
      attachments: mail.attachments
        .filter((each) => each.related !== true || each.disposition === "attachment")
        .map(({ filename, content }) => ({ name: filename ?? "", bytes: sizeOf(content) })),
      text: mail.text ?? plainOf((mail.html ?? "").slice(0, headOfText)),
    };
  } catch {
    return null;
  }
}

/** Characters of an HTML mail that are made plain: enough for the beginning of its text. */
const headOfText = 20_000;

const sizeOf = (content: ArrayBuffer | Uint8Array | string): number =>
  typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;

const nameOf = ({ name, address = "", group }: Address): string =>
  group === undefined
    ? personName(name, address)
    : [name, ...group.map(nameOf)].filter((part) => part !== "").join(" ");

/** Old Chinese mailers wrote GBK into the header as it is; a mail that is not UTF-8 there is read as GB18030. */
function unified(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends = ["\r\n\r\n", "\n\n"].map((gap) => raw.indexOf(gap)).filter((at) => at >= 0);
  const end = ends.length === 0 ? -1 : Math.min(...ends);
  const head = bytes.subarray(0, end < 0 ? bytes.length : end);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head);
    return bytes;
  } catch {
    const text = new TextDecoder("gb18030").decode(head);
    return Buffer.concat([Buffer.from(text, "utf8"), bytes.subarray(head.length)]);
  }
}

const plainOf = (html: string): string =>
  html.replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>|<[^>]*>/giu, " ").replace(/&nbsp;/gu, " ");
