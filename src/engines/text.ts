/** Bytes of a text file → text: UTF-8 with or without BOM, UTF-16 with BOM; null for anything else (such as GBK). */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Bytes of a text file of any usual encoding → text: UTF-8, UTF-16 with BOM (or without, where every other byte of
 * the beginning is zero), else GB18030, of which GBK and GB2312 are parts. Never fails: what is no text in any of
 * them keeps its readable characters.
 */
export function decodeAny(bytes: Uint8Array): string {
  const strict = decodeText(bytes);
  const wide = strict === null || strict.includes("\0") ? wideEncoding(bytes) : null;
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  return strict ?? new TextDecoder("gb18030").decode(bytes);
}

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 1024);
  const zeros = (from: number): number => head.filter((byte, index) => index % 2 === from && byte === 0).length;
  if (head.length < 4 || Math.max(zeros(0), zeros(1)) < head.length / 8) return null;
  return zeros(1) > zeros(0) ? "utf-16le" : "utf-16be";
}

/** What JSON says; null where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
