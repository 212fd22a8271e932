/** Office files that are encrypted: opened here, before anything else reads them. */
import { identifyOle, readOle } from "../ole.ts";
import type { OleFile } from "../ole.ts";
import { openSheet, openWord } from "./documents.ts";
import { openPackage } from "./package.ts";
import { openSlides } from "./slides.ts";

/**
 * Excel seals a workbook whose structure is protected under a password of its own, and every program tries it
 * ([MS-XLS] 2.4.191); the file needs no password of anybody.
 */
const usualPassword = "VelvetSweatshop";

/**
 * An Office file as it is without its encryption: the bytes themselves when there is none, null when neither the usual
 * password of Excel nor one of `passwords` opens it. Knows DOC, XLS and PPT under RC4 and packages (DOCX, XLSX, PPTX)
 * under AES ([MS-OFFCRYPTO] 2.3); not OpenDocument, and not what is only obfuscated by XOR.
 */
export function openOffice(bytes: Buffer, passwords: readonly string[]): Buffer | null {
  const found = isOle(bytes) ? identifyOle(bytes, "", true) : null;
  if (found?.failure !== "encrypted") return bytes;
  const file = readOle(bytes);
  if (file === null) return null;
  for (const password of [usualPassword, ...passwords]) {
    const opened = openedBy(file, found.format, password);
    if (opened !== null) return opened;
  }
  return null;
}

const isOle = (bytes: Buffer): boolean => bytes.toString("hex", 0, 4) === "d0cf11e0";

function openedBy(file: OleFile, format: string, password: string): Buffer | null {
  try {
    const [info, sealed] = [file.read("encryptioninfo"), file.read("encryptedpackage")];
    if (info !== null && sealed !== null) return openPackage(info, sealed, password);
    const open = format === "doc" ? openWord : format === "xls" ? openSheet : openSlides;
    return open(file, password) ? file.bytes() : null;
  } catch {
    // A field that leads out of the file: broken, and nothing that a password opens.
    return null;
  }
}
