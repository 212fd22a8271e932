/** PDF files whose small objects lie together in streams that are compressed (ISO 32000-1, 7.5.7 and 7.5.8). */
import { deflateSync } from "node:zlib";

export interface PdfObject {
  readonly number: number;
  /** What stands between `obj` and `endobj`: bytes when it is a stream. */
  readonly content: Buffer | string;
}

/** Those of a stream are unpacked together by whoever needs one of them. */
const together = 200;

/** Where an object lies: at a place of the file, or in a stream of objects. */
type Place = readonly [kind: 1, at: number, generation: 0] | readonly [kind: 2, stream: number, index: number];

/**
 * A PDF 1.7 of these objects, streams as they are and in their order. `trailer` is the inside of its trailer, without the
 * number of objects. The same objects give the same bytes.
 */
export function packedPdf(objects: readonly PdfObject[], trailer: string): Buffer {
  const pieces: Uint8Array[] = [Buffer.from("%PDF-1.7\n%\u0080\u0080\u0080\u0080\n", "latin1")];
  let length = pieces[0]?.length ?? 0;
  let last = Math.max(...objects.map(({ number }) => number));
  const places = new Map<number, Place>();
  const write = (number: number, content: Buffer): void => {
    places.set(number, [1, length, 0]);
    const piece = [Buffer.from(`${String(number)} 0 obj`), content, Buffer.from("endobj\n")];
    pieces.push(...piece);
    length += piece.reduce((sum, { length: bytes }) => sum + bytes, 0);
  };
  const small: { readonly number: number; readonly content: string }[] = [];
  for (const { number, content } of objects) {
    if (typeof content === "string") small.push({ number, content });
    else write(number, content);
  }
  for (let from = 0; from < small.length; from += together) {
    const some = small.slice(from, from + together);
    last += 1;
    for (const [index, { number }] of some.entries()) places.set(number, [2, last, index]);
    write(last, objectStream(some));
  }
  last += 1;
  const start = length;
  places.set(last, [1, start, 0]);
  write(last, placesStream(places, last + 1, trailer));
  return Buffer.concat([...pieces, Buffer.from(`startxref\n${String(start)}\n%%EOF\n`)]);
}

const stream = (dictionary: string, bytes: Buffer): Buffer => {
  const packed = deflateSync(bytes);
  const head = `\n<< ${dictionary} /Filter /FlateDecode /Length ${String(packed.length)} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), packed, Buffer.from("\nendstream\n")]);
};

function objectStream(objects: readonly { readonly number: number; readonly content: string }[]): Buffer {
  let at = 0;
  const heads = objects.map(({ number, content }) => {
    const head = `${String(number)} ${String(at)}`;
    at += content.length + 1;
    return head;
  });
  const head = `${heads.join(" ")}\n`;
  const text = head + objects.map(({ content }) => `${content}\n`).join("");
  const counts = `/N ${String(objects.length)} /First ${String(head.length)}`;
  return stream(`/Type /ObjStm ${counts}`, Buffer.from(text, "latin1"));
}

/** The table of places: a byte for the kind, four for the place or the stream, two for the index in it. */
function placesStream(places: ReadonlyMap<number, Place>, size: number, trailer: string): Buffer {
  const rows = Buffer.alloc(size * 7);
  // Number 0 heads the list of free ones.
  rows.writeUInt16BE(0xffff, 5);
  for (const [number, [kind, at, index]] of places) {
    rows.writeUInt8(kind, number * 7);
    rows.writeUInt32BE(at, number * 7 + 1);
    rows.writeUInt16BE(index, number * 7 + 5);
  }
  return stream(`/Type /XRef /W [1 4 2] /Size ${String(size)} ${trailer}`, rows);
}
