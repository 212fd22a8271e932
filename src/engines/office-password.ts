/** Whether an Office file that does not open asks for a password. */

const sector = 512;

const wide = (text: string): Buffer => Buffer.from(text, "utf16le");

/**
 * Looks for the marks of protection: the encrypted package of OOXML ([MS-OFFCRYPTO] 2.3.1), fEncrypted in the header
 * of a DOC ([MS-DOC] 2.5.1), FilePass among the first records of an XLS ([MS-XLS] 2.4.117), the token of an encrypted
 * PPT ([MS-PPT] 2.3.2) and encryption data in the manifest of ODF (ODF 1.2 part 3, 4.4). Streams of OLE files begin
 * at sectors, so their beginnings are found without following the chains.
 */
export function asksForPassword(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const isOle = bytes.length > sector && bytes.readUInt32BE(0) === 0xd0cf11e0;
  if (!isOle) return bytes.includes("manifest:encryption-data");
  if (bytes.includes(wide("EncryptedPackage")) || bytes.includes(wide("EncryptedSummary"))) return true;
  for (let at = sector; at + 64 < bytes.length; at += 64) {
    if (isProtectedWord(bytes, at) || isProtectedSlides(bytes, at)) return true;
    if (at % sector === 0 && isProtectedSheet(bytes, at)) return true;
  }
  return false;
}

const isProtectedWord = (bytes: Buffer, at: number): boolean =>
  bytes.readUInt16LE(at) === 0xa5ec && (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;

/** CurrentUserAtom, whose token says whether the document is encrypted. */
const isProtectedSlides = (bytes: Buffer, at: number): boolean =>
  bytes.readUInt16LE(at + 2) === 0x0ff6 && bytes.readUInt32LE(at + 12) === 0xf3d1c4df;

function isProtectedSheet(bytes: Buffer, start: number): boolean {
  const [bof, filePass] = [0x0809, 0x002f];
  if (bytes.readUInt16LE(start) !== bof || bytes.readUInt16LE(start + 2) > 32) return false;
  let at = start;
  for (let record = 0; record < 12 && at + 4 <= bytes.length; record += 1) {
    if (bytes.readUInt16LE(at) === filePass) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}
