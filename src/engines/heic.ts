/** The only importer of libheif-js (LGPL, WebAssembly, loaded when the first HEIC picture comes): phone photos. */
import type libheif from "libheif-js/wasm-bundle.js";
import { rasterLimit } from "./raster.ts";
import type { PixelSize, Raster } from "./raster.ts";

type Library = typeof libheif;
type Handle = Parameters<Library["heif_image_handle_release"]>[0];

let loaded: Promise<Library> | null = null;

// The face of the library that its own manual shows prints its failures to standard output; the functions under it do not.
const library = (): Promise<Library> =>
  (loaded ??= import("libheif-js/wasm-bundle.js").then((module) => module.default));

async function withPrimary<T>(
  bytes: Uint8Array,
  use: (heif: Library, handle: Handle) => T | Promise<T>,
): Promise<T | null> {
  const heif = await library();
  const context = heif.heif_context_alloc();
  try {
    const { code } = heif.heif_context_read_from_memory(context, bytes);
    if (code !== heif.heif_error_code.heif_error_Ok) return null;
    const handle = heif.heif_js_context_get_primary_image_handle(context);
    if ("code" in handle) return null;
    try {
      return await use(heif, handle);
    } finally {
      heif.heif_image_handle_release(handle);
    }
  } catch {
    return null;
  } finally {
    heif.heif_context_free(context);
  }
}

/** Size of the main picture as its header claims it, after turning; null when the file cannot be parsed. */
export const heicSize = (bytes: Uint8Array): Promise<PixelSize | null> =>
  withPrimary(bytes, (heif, handle) => ({
    width: heif.heif_image_handle_get_width(handle),
    height: heif.heif_image_handle_get_height(handle),
  }));

/**
 * The main picture, turned and mirrored as the file says (the decoder does it, so EXIF must not do it again); null when
 * it cannot be decoded or has more than 100 million pixels.
 */
export const decodeHeic = (bytes: Uint8Array): Promise<Raster | null> =>
  withPrimary(bytes, async (heif, handle) => {
    if (heif.heif_image_handle_get_width(handle) * heif.heif_image_handle_get_height(handle) > rasterLimit) return null;
    const space = heif.heif_colorspace.heif_colorspace_RGB;
    const decoded = await heif.heif_js_decode_image2(handle, space, heif.heif_chroma.heif_chroma_interleaved_RGBA);
    if ("code" in decoded) return null;
    const [plane] = decoded.channels;
    heif.heif_image_release(decoded.image);
    return plane === undefined ? null : packed(plane);
  });

/** Rows without the filling at their ends. */
function packed({ width, height, stride, data }: Raster & { readonly stride: number }): Raster {
  if (stride === width * 4) return { width, height, data };
  const tight = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    tight.set(data.subarray(row * stride, row * stride + width * 4), row * width * 4);
  }
  return { width, height, data: tight };
}

/** The colour profile (ICC) in the file's `colr` box (ISO/IEC 14496-12, 12.1.5); null when it has none. */
export function heicProfile(bytes: Buffer): Buffer | null {
  for (const type of ["colrprof", "colrrICC"]) {
    const at = bytes.subarray(0, 1024 * 1024).indexOf(type, 0, "latin1");
    const length = at < 4 ? 0 : bytes.readUInt32BE(at - 4);
    if (length > 12 + 128 && at - 4 + length <= bytes.length) return bytes.subarray(at + 8, at - 4 + length);
  }
  return null;
}
