/** JPEG data read as far as its tables: what strict readers refuse is found without decoding a picture. */

/** Markers without a length: stuffing, restarts, start and end (ISO/IEC 10918-1, table B.1). */
const bare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Whether the segments up to the first scan hold together: a frame, and tables that can be built. */
export function isSoundJpeg(bytes: Uint8Array): boolean {
  let frames = 0;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xd9) return false;
    if (marker === 0xff || bare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xda) return frames === 1 && body.length >= 6;
    if (end < at + 4 || end > bytes.length || !isSoundSegment(marker, body)) return false;
    frames += isFrame(marker) ? 1 : 0;
    at = end;
  }
  return false;
}

function isSoundSegment(marker: number, body: Uint8Array): boolean {
  if (marker === 0xc4) return areHuffmanTables(body);
  if (marker === 0xdb) return areQuantTables(body);
  return !isFrame(marker) || isFrameHeader(body);
}

/** Precision, size, and for each part its sampling from 1 to 4 (B.2.2). */
function isFrameHeader(body: Uint8Array): boolean {
  const parts = body[5] ?? 0;
  const size = (((body[1] ?? 0) << 8) | (body[2] ?? 0)) * (((body[3] ?? 0) << 8) | (body[4] ?? 0));
  if (body[0] !== 8 || size === 0 || parts < 1 || parts > 4 || body.length !== 6 + parts * 3) return false;
  return Array.from({ length: parts }, (_, index) => body[7 + index * 3] ?? 0).every(
    (sampling) => inside(sampling >> 4) && inside(sampling & 15),
  );
}

const inside = (factor: number): boolean => factor >= 1 && factor <= 4;

/** Each table has 16 counts and as many values; codes of a length must fit into that length (B.2.4.2, C.2). */
function areHuffmanTables(body: Uint8Array): boolean {
  let at = 0;
  while (at < body.length) {
    const kind = body[at] ?? 0;
    const counts = body.subarray(at + 1, at + 17);
    let [values, code] = [0, 0];
    for (const [index, count] of counts.entries()) {
      values += count;
      code = code * 2 + count;
      if (code > 2 ** (index + 1)) return false;
    }
    at += 17 + values;
    if (counts.length < 16 || kind >> 4 > 1 || (kind & 15) > 3 || values > 256 || at > body.length) return false;
  }
  return true;
}

/** Each table has 64 values of one or two bytes (B.2.4.1). */
function areQuantTables(body: Uint8Array): boolean {
  let at = 0;
  while (at < body.length) {
    const kind = body[at] ?? 0;
    if (kind >> 4 > 1 || (kind & 15) > 3) return false;
    at += 1 + 64 * ((kind >> 4) + 1);
  }
  return at === body.length;
}
