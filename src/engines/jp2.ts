/**
 * JPEG 2000 through pdfium, which has a decoder for it: the picture as the only thing on a page of a PDF (filter JPXDecode,
 * ISO 32000-1, 7.4.9) of as many points as it has pixels.
 */
import { drawPages } from "./pdfium-draw.ts";
import { rasterLimit } from "./raster.ts";
import type { PixelSize, Raster } from "./raster.ts";

/** Size in the SIZ marker of the code stream (ITU-T T.800, A.5.1); null when there is none. */
export function jp2Size(bytes: Buffer): PixelSize | null {
  const at = bytes.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]));
  if (at < 0 || at + 24 > bytes.length) return null;
  const [right, bottom, left, top] = [8, 12, 16, 20].map((field) => bytes.readUInt32BE(at + field)) as [
    number,
    number,
    number,
    number,
  ];
  const size = { width: right - left, height: bottom - top };
  return size.width > 0 && size.height > 0 ? size : null;
}

/** The picture on white, shrunk to fit into `box` (pixels); null when it cannot be decoded. */
export async function decodeJp2(bytes: Buffer, box: PixelSize): Promise<Raster | null> {
  const size = jp2Size(bytes);
  if (size === null || size.width * size.height > rasterLimit) return null;
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  const [page] = (await drawPages(asPdf(bytes, size, colourSpace(bytes)), [0], 72 * scale)) ?? [];
  return page === undefined || page === null || isBlank(page) ? null : opaque(page);
}

/** Red, green and blue with a full alpha beside them. */
function opaque({ width, height, data }: Raster): Raster {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    pixels.set(data.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return { width, height, data: pixels };
}

/** Nothing drawn: pdfium leaves out what it cannot decode. */
const isBlank = ({ data }: { readonly data: Uint8Array }): boolean => data.every((byte) => byte === 255);

/** A bare code stream says how many components it has, not what they mean; a JP2 file says both itself. */
function colourSpace(bytes: Buffer): string {
  const isBare = bytes.readUInt32BE(0) === 0xff4fff51;
  return !isBare ? "" : bytes.readUInt16BE(40) < 3 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
}

function asPdf(bytes: Buffer, { width, height }: PixelSize, space: string): Buffer {
  const [w, h] = [String(width), String(height)];
  const content = `${w} 0 0 ${h} 0 0 cm /P Do`;
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
    Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`),
    Buffer.from(`<</Length ${String(content.length)}>>stream\n${content}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<</Type/XObject/Subtype/Image/Width ${w}/Height ${h}${space}/BitsPerComponent 8/Filter/JPXDecode/Length ${String(bytes.length)}>>stream\n`,
      ),
      bytes,
      Buffer.from("\nendstream"),
    ]),
  ];
  const parts = [Buffer.from("%PDF-1.5\n")];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const whole = Buffer.concat([Buffer.from(`${String(index + 1)} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    length += whole.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${String(length)}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
