/** The only importer of uqr: text → QR code. */
import { encode } from "uqr";

/** Rows of modules, true for dark, without the quiet zone; level M (ISO/IEC 18004). Null when the text is too long. */
export function qrMatrix(text: string): readonly (readonly boolean[])[] | null {
  try {
    return encode(text, { ecc: "M", border: 0 }).data;
  } catch {
    return null;
  }
}
