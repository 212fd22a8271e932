/** The only importer of msgreader: mails as Outlook saves them (MSG, [MS-OXMSG]). */
import library from "@kenjiuno/msgreader";
import type { FieldsData } from "@kenjiuno/msgreader";
import type { MailAttachment } from "../model/about.ts";
import { personName, readMailDate, utcMailDate } from "./mail.ts";
import type { MailFacts } from "./mail.ts";

type ReaderClass = typeof library.default;

// A CommonJS module: Node gives its exports, Vite (in the tests) the class that is their default.
const Reader: ReaderClass = Reflect.get(library, "default") ?? library;

/** Code pages of Windows under the names that the reader knows; texts of older mails are in one of them. */
const codePages: Readonly<Record<number, string>> = {
  932: "cp932",
  936: "gb18030",
  949: "cp949",
  950: "cp950",
  20936: "gb18030",
  52936: "gb18030",
  54936: "gb18030",
  65001: "utf8",
  ...Object.fromEntries(
    [1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874].map((page) => [page, `cp${String(page)}`]),
  ),
};

/** Null when the file cannot be parsed. */
export function readMsg(bytes: Uint8Array): MailFacts | null {
  try {
    const first = fields(bytes, null);
    if (first.dataType !== "msg" || first.error !== undefined) return null;
    const encoding = codePages[first.messageCodepage ?? first.internetCodepage ?? 0];
    return factsOf(encoding === undefined ? first : fields(bytes, encoding));
  } catch {
    return null;
  }
}

function fields(bytes: Uint8Array, encoding: string | null): FieldsData {
  const reader = new Reader(Uint8Array.from(bytes).buffer);
  if (encoding !== null) reader.parserConfig = { ansiEncoding: encoding };
  return reader.getFileData();
}

function factsOf(mail: FieldsData): MailFacts {
  const written = /^date:\s*(.*)$/imu.exec(mail.headers ?? "")?.[1];
  const moment = mail.clientSubmitTime ?? mail.messageDeliveryTime ?? mail.creationTime;
  return {
    from: personName(mail.senderName ?? "", smtp(mail.senderSmtpAddress ?? mail.senderEmail)),
    to: (mail.recipients ?? [])
      .map((each) => personName(each.name ?? "", smtp(each.smtpAddress ?? each.email)))
      .filter((name) => name !== ""),
    date: (written === undefined ? null : readMailDate(written)) ?? (moment === undefined ? null : utcMailDate(moment)),
    subject: mail.subject ?? "",
    attachments: (mail.attachments ?? []).filter((each) => each.attachmentHidden !== true).map(attachmentOf),
    text: mail.body ?? "",
  };
}

const attachmentOf = (each: FieldsData): MailAttachment => ({
  name: each.fileName ?? each.fileNameShort ?? each.name ?? "",
  bytes: each.contentLength ?? null,
});

/** Addresses inside an Exchange organisation (`/O=…/CN=…`) say nothing to a reader. */
const smtp = (address: string | undefined): string => (address === undefined || address.startsWith("/") ? "" : address);
