/** Streams that every reader can decode: broken or old encodings are decoded as far as they go and packed anew. */
import { deflateSync, constants, inflateRawSync, inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFContext, PDFDict, PDFName, PDFRawStream } from "pdf-lib";
import type { PDFObject } from "pdf-lib";
import { isSoundJpeg } from "./jpeg.ts";
import { arrayOf, dictOf, itemsOf, numberIn } from "./objects.ts";

/** Abbreviations that belong to inline images and that some writers use everywhere (ISO 32000-1, table 94). */
const fullNames: Readonly<Record<string, string>> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

/** Encodings that readers decode differently when the data is faulty; they are taken off. */
const takenOff = new Set(["ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode"]);

/** A stream that unpacks to more is left as it is: unpacking it here would cost too much. */
const mostBytes = 256 * 1024 * 1024;

/** The place of a fault is searched in data up to this length; longer data is lost with it. */
const searchedBytes = 32 * 1024 * 1024;

/** How much may still be unpacked of one file, so that a file made to burst costs bounded time. */
export interface Budget {
  bytes: number;
}

interface Filter {
  readonly name: string;
  readonly parms: PDFDict | null;
}

function filtersOf(dict: PDFDict): Filter[] {
  const list = (key: string): readonly (PDFObject | undefined)[] => {
    const value = dict.lookup(PDFName.of(key));
    return value instanceof PDFArray ? itemsOf(value) : [value];
  };
  const parms = [...list("DecodeParms")];
  return list("Filter").flatMap((each, index) => {
    if (!(each instanceof PDFName)) return [];
    const parm = parms[index];
    const name = each.decodeText();
    return [{ name: fullNames[name] ?? name, parms: parm instanceof PDFDict ? parm : null }];
  });
}

export interface Mended {
  readonly stream: PDFRawStream;
  /** Data was damaged: what could be read of it stands in the stream. */
  readonly damaged: boolean;
  /** What the stream holds, where it is content that had to be unpacked to be judged. */
  readonly unpacked: Uint8Array | null;
}

/** The same stream in a sound encoding. */
export function mendStream(stream: PDFRawStream, budget: Budget = { bytes: mostBytes }): Mended {
  if (budget.bytes <= 0) return { stream, damaged: false, unpacked: null };
  const filters = filtersOf(stream.dict).filter(({ name }) => name !== "Crypt");
  let bytes = stream.contents;
  let [damaged, changed, packedHere] = [false, false, false];
  let content: Uint8Array | null = null;
  for (let first = filters[0]; first !== undefined && takenOff.has(first.name); first = filters[0]) {
    const decoded = decodeOld(bytes, first);
    if (decoded === "too-much") return { stream, damaged, unpacked: null };
    [bytes, damaged, changed] = [decoded ?? new Uint8Array(), damaged || decoded === null, true];
    filters.shift();
    // The predictor of LZW works on decoded bytes, and Flate has the same one.
    if (predicted(first.parms)) {
      bytes = deflateSync(bytes);
      filters.unshift({ name: "FlateDecode", parms: first.parms });
      packedHere = true;
    }
  }
  const [first] = filters;
  if (first?.name === "FlateDecode" && !packedHere) {
    const unpacked = unpack(bytes);
    budget.bytes -= unpacked.bytes.length;
    if (unpacked.damaged) [bytes, damaged, changed] = [deflateSync(unpacked.bytes), true, true];
    else content = contentIn(stream.dict, unpacked.bytes);
  }
  if (first?.name === "DCTDecode") {
    const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("ffd8ff", 0, "hex");
    if (!isSoundJpeg(bytes.subarray(Math.max(start, 0))))
      return { stream: emptied(stream), damaged: true, unpacked: null };
    if (start > 0) [bytes, damaged, changed] = [bytes.subarray(start), true, true];
  }
  return { stream: changed ? packed(stream, bytes, filters) : stream, damaged, unpacked: content };
}

/** What a stream holds that says no more than that it is packed, and in one way, as content of a page does. */
const contentIn = (dict: PDFDict, bytes: Uint8Array): Uint8Array | null =>
  ["Type", "Subtype", "DecodeParms"].every((key) => !dict.has(PDFName.of(key))) &&
  !(dict.lookup(PDFName.of("Filter")) instanceof PDFArray)
    ? bytes
    : null;

const predicted = (parms: PDFDict | null): boolean => parms !== null && (numberIn(parms, "Predictor") ?? 1) > 1;

function packed(stream: PDFRawStream, bytes: Uint8Array, filters: readonly Filter[]): PDFRawStream {
  const { context } = stream.dict;
  const dict = PDFDict.fromMapWithContext(new Map(stream.dict.asMap()), context);
  const [names, parms] = [PDFName.of("Filter"), PDFName.of("DecodeParms")];
  dict.delete(parms);
  if (filters.length === 0) {
    dict.set(names, PDFName.of("FlateDecode"));
    return PDFRawStream.of(dict, deflateSync(bytes));
  }
  dict.set(
    names,
    arrayOf(
      context,
      filters.map(({ name }) => PDFName.of(name)),
    ),
  );
  if (filters.some((each) => each.parms !== null)) {
    dict.set(
      parms,
      arrayOf(
        context,
        filters.map((each) => each.parms ?? dictOf(context, {})),
      ),
    );
  }
  return PDFRawStream.of(dict, bytes);
}

/** A stream of content, packed. */
export function packedStream(dict: PDFDict, content: Uint8Array): PDFRawStream {
  return packed(PDFRawStream.of(dict, content), content, []);
}

/** Nothing of the data can be read: an empty stream, which every reader skips. */
function emptied(stream: PDFRawStream): PDFRawStream {
  const dict = PDFDict.fromMapWithContext(new Map(stream.dict.asMap()), stream.dict.context);
  for (const key of ["Filter", "DecodeParms"]) dict.delete(PDFName.of(key));
  return PDFRawStream.of(dict, new Uint8Array());
}

/** One of the old encodings taken off; null when nothing of it can be read. */
function decodeOld(bytes: Uint8Array, { name, parms }: Filter): Uint8Array | "too-much" | null {
  const dict = dictOf(PDFContext.create(), { Filter: PDFName.of(name), DecodeParms: parms });
  try {
    const found = decodePDFRawStream(PDFRawStream.of(dict, bytes)).getBytes(mostBytes + 1);
    return found.length > mostBytes ? "too-much" : Uint8Array.from(found);
  } catch {
    return null;
  }
}

/** Unpacks zlib data, as far as it goes when it is cut or broken. */
function unpack(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly damaged: boolean } {
  try {
    return { bytes: inflateSync(bytes, { maxOutputLength: mostBytes }), damaged: false };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
      return { bytes, damaged: false };
  }
  return { bytes: salvage(bytes), damaged: true };
}

/** The longest beginning that can be unpacked: zlib tells of a fault only at its place, so the place is searched for. */
function salvage(bytes: Uint8Array): Uint8Array {
  const attempt = (length: number): Uint8Array | null => {
    for (const inflate of [inflateSync, inflateRawSync]) {
      try {
        const cut = bytes.subarray(inflate === inflateRawSync ? 2 : 0, length);
        return inflate(cut, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes });
      } catch {
        // The next way, or a shorter beginning.
      }
    }
    return null;
  };
  const whole = attempt(bytes.length);
  if (whole !== null) return whole;
  if (bytes.length > searchedBytes) return new Uint8Array();
  let [good, bad, best] = [0, bytes.length, new Uint8Array() as Uint8Array];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const found = attempt(middle);
    if (found === null) bad = middle;
    else [good, best] = [middle, found];
  }
  return best;
}

/** The bytes of a mended stream that is no picture; null when it has an encoding of pictures, or bursts. */
export function decoded(stream: PDFRawStream): Uint8Array | null {
  const filters = filtersOf(stream.dict);
  if (filters.length === 0) return stream.contents;
  const [only] = filters;
  if (filters.length === 1 && only?.name === "FlateDecode" && !predicted(only.parms))
    return unpack(stream.contents).bytes;
  return filters.reduce<Uint8Array | null>(
    (bytes, filter) => (bytes === null ? null : unpackedOnce(bytes, filter)),
    stream.contents,
  );
}

/** Content that is packed twice, or with a predictor, as hardly any is. */
function unpackedOnce(bytes: Uint8Array, filter: Filter): Uint8Array | null {
  if (filter.name !== "FlateDecode") return null;
  if (predicted(filter.parms)) {
    const found = decodeOld(bytes, filter);
    return found === "too-much" ? null : found;
  }
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
