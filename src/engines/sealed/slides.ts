/** Encrypted PPT: every object of its own under a key of its own, the pictures piece by piece. */
import type { OleFile } from "../ole.ts";
import { keysOf, rc4 } from "./rc4.ts";
import type { KeyOf } from "./rc4.ts";

const main = "powerpoint document";

/** What `Current User` says when nothing is encrypted ([MS-PPT] 2.3.2). */
const openToken = 0xe391c05f;

/** Opens a PPT ([MS-PPT] 2.3.2 to 2.3.7); false when the password is wrong. */
export function openSlides(file: OleFile, password: string): boolean {
  const [user, stream] = [file.read("current user"), file.read(main)];
  if (user === null || stream === null) return false;
  const edit = user.readUInt32LE(16);
  const places = objectsOf(stream, edit);
  // The session of the encryption is an object itself, the only one in plain.
  const reference = stream.readUInt32LE(edit + 36);
  const session = places.get(reference) ?? stream.length;
  const keyOf = keysOf(stream.subarray(session + 8, session + 8 + stream.readUInt32LE(session + 4)), password);
  if (keyOf === null) return false;
  const opened = Buffer.from(stream);
  let left = stream.length;
  for (const [object, at] of places) {
    if (object === reference) continue;
    const length = 8 + rc4(keyOf(object), stream.subarray(at, at + 8)).readUInt32LE(4);
    left -= length;
    if (left < 0) throw new RangeError("objects that lie over each other");
    rc4(keyOf(object), stream.subarray(at, at + length)).copy(opened, at);
  }
  // The last edit without its reference to the session, which is its last field.
  opened.writeUInt32LE(opened.readUInt32LE(edit + 4) - 4, edit + 4);
  opened.writeUInt32LE(0, edit + 36);
  user.writeUInt32LE(openToken, 12);
  file.replace("current user", user);
  file.replace(main, opened);
  // Properties that stay encrypted, and by which readers tell an encrypted file.
  file.remove("encryptedsummary");
  const pictures = file.read("pictures");
  if (pictures !== null) file.replace("pictures", openPictures(pictures, keyOf));
  return true;
}

/** Where each object stands that still counts, by its number: later edits go before earlier ones. */
function objectsOf(stream: Buffer, lastEdit: number): Map<number, number> {
  const places = new Map<number, number>();
  const seen = new Set<number>();
  for (let edit = lastEdit; edit !== 0 && !seen.has(edit); edit = stream.readUInt32LE(edit + 16)) {
    seen.add(edit);
    const directory = stream.readUInt32LE(edit + 20);
    const end = directory + 8 + stream.readUInt32LE(directory + 4);
    for (let at = directory + 8; at < end;) {
      const [first, count] = [stream.readUInt32LE(at) & 0xfffff, stream.readUInt32LE(at) >>> 20];
      at += 4;
      for (let index = 0; index < count && at < end; index += 1, at += 4) {
        if (!places.has(first + index)) places.set(first + index, stream.readUInt32LE(at));
      }
    }
  }
  return places;
}

/** Fields before the picture in an entry of the store, each encrypted by itself ([MS-ODRAW] 2.2.32). */
const storeFields = [1, 1, 16, 2, 4, 4, 4, 1, 1, 1, 1];
const storeEntry = 0xf007;
/** EMF, WMF, PICT: 34 bytes tell of them; all others have one ([MS-ODRAW] 2.2.24 to 2.2.31). */
const metafiles = new Set([0xf01a, 0xf01b, 0xf01c]);
/** Instances of records with a second identifier of 16 bytes. */
const twoIdentifiers = new Set([0x217, 0x3d5, 0x46b, 0x543, 0x6e1, 0x6e3, 0x6e5, 0x7a9]);

function openPictures(sealed: Buffer, keyOf: KeyOf): Buffer {
  const opened = Buffer.from(sealed);
  const key = keyOf(0);
  let at = 0;
  const next = (length: number): number => {
    const start = at;
    rc4(key, sealed.subarray(at, at + length)).copy(opened, at);
    at += length;
    return start;
  };
  const head = (): { readonly instance: number; readonly type: number; readonly end: number } => {
    // A stream that ends too early ends the last picture, not the file.
    if (at + 8 > sealed.length) return { instance: 0, type: 0, end: at };
    const start = next(8);
    const type = opened.readUInt16LE(start + 2);
    return { instance: opened.readUInt16LE(start) >>> 4, type, end: at + opened.readUInt32LE(start + 4) };
  };
  while (at + 8 <= sealed.length) {
    let record = head();
    const { end } = record;
    if (record.type === storeEntry) {
      for (const length of storeFields) next(length);
      next(opened[at - 3] ?? 0);
      if (at < end) record = head();
    }
    if (at < end) {
      next(16);
      if (twoIdentifiers.has(record.instance)) next(16);
      next(metafiles.has(record.type) ? 34 : 1);
      next(Math.max(0, end - at));
    }
  }
  return opened;
}
