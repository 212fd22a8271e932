/** Files as departments hand them in, made by hand: recordings, links, mails, archives, Office containers. */
import CFB from "cfb";
import { strToU8, zipSync } from "fflate";

/** A silent WAV: 8000 samples a second, 8 bits, one channel. */
export function wav(seconds: number): Buffer {
  const length = seconds * 8000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, length],
  ] as const)
    head.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  head.write("data", 36, "latin1");
  return Buffer.concat([head, Buffer.alloc(length, 128)]);
}

/** An MP4 whose headers speak of a recording; it has no pictures in it. `turned` writes a quarter turn into its matrix. */
export function mp4(seconds: number, width: number, height: number, turned = false): Buffer {
  const duration = seconds * 1000;
  const matrix = turned
    ? [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000]
    : [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
  const mvhd = fields([0, 0, 0, 1000, duration, 0x10000, 0x01000000, 0, 0, ...matrix, 0, 0, 0, 0, 0, 0, 2]);
  const tkhd = fields([3, 0, 0, 1, 0, duration, 0, 0, 0, 0, ...matrix, width * 0x10000, height * 0x10000]);
  const mdhd = fields([0, 0, 0, 1000, duration, 0x55c40000]);
  const hdlr = Buffer.concat([fields([0, 0]), Buffer.from("vide"), fields([0, 0, 0]), Buffer.from([0])]);
  const avc = Buffer.concat([
    fields([0, 1, 0, 0, 0, 0]),
    fields([width * 0x10000 + height, 0x480000, 0x480000, 0]),
    Buffer.from([0, 1]),
    Buffer.alloc(32),
    Buffer.from([0, 24, 255, 255]),
  ]);
  const stsd = Buffer.concat([fields([0, 1]), box("avc1", avc)]);
  const tables = ["stts", "stsc", "stco"].map((name) => box(name, fields([0, 0])));
  const stbl = box("stbl", box("stsd", stsd), ...tables, box("stsz", fields([0, 0, 0])));
  const dinf = box("dinf", box("dref", fields([0, 1]), box("url ", fields([1]))));
  const minf = box("minf", box("vmhd", fields([1, 0, 0])), dinf, stbl);
  const mdia = box("mdia", box("mdhd", mdhd), box("hdlr", hdlr), minf);
  return Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\x02\0isomiso2mp41", "latin1")),
    box("moov", box("mvhd", mvhd), box("trak", box("tkhd", tkhd), mdia)),
    box("mdat", Buffer.from("sample")),
  ]);
}

const fields = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes;
};

/** A box of an ISO media file. */
export function box(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([fields([body.length + 8]), Buffer.from(name, "latin1"), body]);
}

export const shortcut = (url: string): Buffer =>
  Buffer.from(`[InternetShortcut]\r\nIDList=\r\nURL=${url}\r\nIconIndex=0\r\n`);

export const webloc = (url: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict><key>URL</key><string>${url}</string></dict></plist>\n`,
  );

/** A mail in GBK with one attachment of 8 bytes, from 样例甲 to 样例乙 and another. */
export const mail = (subject = "=?GBK?Q?=D1=F9=C0=FD?="): Buffer =>
  Buffer.from(
    [
      "Received: by mail.example.org; Tue, 5 Mar 2019 06:30:05 +0000",
      "From: =?gb2312?B?0fnA/bzX?= <jia@example.org>",
      'To: =?utf-8?B?5qC35L6L5LmZ?= <yi@example.org>, "Sample C" <c@example.org>',
      `Subject: ${subject}`,
      "Date: Tue, 5 Mar 2019 14:30:01 +0800",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=x",
      "",
      "--x",
      "Content-Type: text/plain; charset=gbk",
      "Content-Transfer-Encoding: base64",
      "",
      "0fnA/dX9zsQ=",
      "--x",
      'Content-Type: application/pdf; name="=?gb2312?B?0fnA/S5wZGY=?="',
      "Content-Disposition: attachment",
      "Content-Transfer-Encoding: base64",
      "",
      "c2FtcGxlIDE=",
      "--x--",
      "",
    ].join("\r\n"),
  );

/** A zip file of these names, each with a few bytes in it. */
export const zip = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
      mtime: new Date(1990, 0, 1),
    }),
  );

/** An OOXML package that names its main part and has nothing else. */
export const ooxml = (mainType: string, part = "word/document.xml"): Buffer =>
  zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/${mainType}"/></Types>`,
    [part]: "<x/>",
  });

/** An OpenDocument package: the type is its first entry. */
export const openDocument = (type: string, manifest = ""): Buffer =>
  zip({
    mimetype: `application/vnd.oasis.opendocument.${type}`,
    "META-INF/manifest.xml": `<m>${manifest}</m>`,
    "content.xml": "<x/>",
  });

/** An OLE file with these streams. */
export function ole(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
}
