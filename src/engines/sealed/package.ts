/** Encrypted packages: DOCX, XLSX and PPTX as streams of an OLE file ([MS-OFFCRYPTO] 2.3.4). */
import { createDecipheriv } from "node:crypto";
import { fourBytes, hashed } from "./rc4.ts";

/** More rounds than this are not computed; Office writes 100,000. */
const mostRounds = 1_000_000;

/**
 * The package inside, by the streams `EncryptionInfo` and `EncryptedPackage`; null when the password is wrong or the
 * way of encryption is another one. May throw when a stream is broken.
 */
export function openPackage(info: Buffer, sealed: Buffer, password: string): Buffer | null {
  const text = Buffer.from(password, "utf16le");
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  const open =
    major === 4 && minor === 4 ? agile(info.toString("utf8", 8), text) : minor === 2 ? standard(info, text) : null;
  return open === null ? null : open(sealed.subarray(8)).subarray(0, sealed.readUInt32LE(0));
}

type Open = (bytes: Buffer) => Buffer;

function spun(algorithm: string, start: readonly Buffer[], rounds: number): Buffer {
  let value = hashed(algorithm, ...start);
  for (let round = 0; round < rounds; round += 1) value = hashed(algorithm, fourBytes(round), value);
  return value;
}

function decrypted(mode: "cbc" | "ecb", key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${String(key.length * 8)}-${mode}`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

/** Cut off, or filled up with 0x36 (2.3.4.11, 2.3.4.12). */
function sized(bytes: Buffer, length: number): Buffer {
  const made = Buffer.alloc(length, 0x36);
  bytes.copy(made);
  return made;
}

/** What a start tag of the XML says; all that is read of it. */
function attributesOf(xml: string, name: string) {
  const tag = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, "u").exec(xml)?.[0] ?? "";
  const text = (key: string): string => new RegExp(`\\b${key}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
  return {
    bytes: (key: string): Buffer => Buffer.from(text(key), "base64"),
    number: (key: string): number => Number(text(key)),
    algorithm: text("hashAlgorithm").replace("-", "").toLowerCase(),
    known: text("cipherAlgorithm") === "AES" && text("cipherChaining") === "ChainingModeCBC",
  };
}

/** Length of the pieces that are encrypted one by one (2.3.4.15). */
const segment = 4096;

/** Agile encryption (2.3.4.10 to 2.3.4.15). */
function agile(xml: string, password: Buffer): Open | null {
  const [data, key] = [attributesOf(xml, "keyData"), attributesOf(xml, "encryptedKey")];
  const rounds = key.number("spinCount");
  if (!data.known || !key.known || !(rounds <= mostRounds)) return null;
  const salt = key.bytes("saltValue");
  const base = spun(key.algorithm, [salt, password], rounds);
  const open = (name: string, purpose: string): Buffer => {
    const derived = sized(hashed(key.algorithm, base, Buffer.from(purpose, "hex")), key.number("keyBits") / 8);
    return decrypted("cbc", derived, sized(salt, key.number("blockSize")), key.bytes(name));
  };
  const verifier = open("encryptedVerifierHashInput", "fea7d2763b4b9e79").subarray(0, key.number("saltSize"));
  const expected = open("encryptedVerifierHashValue", "d7aa0f6d3061344e").subarray(0, key.number("hashSize"));
  if (!hashed(key.algorithm, verifier).equals(expected)) return null;
  const secret = open("encryptedKeyValue", "146e0be7abacd0d6").subarray(0, data.number("keyBits") / 8);
  const [block, start] = [data.number("blockSize"), data.bytes("saltValue")];
  return (bytes) => {
    const pieces = Array.from({ length: Math.ceil(bytes.length / segment) }, (_, index) => {
      const iv = sized(hashed(data.algorithm, start, fourBytes(index)), block);
      return decrypted("cbc", secret, iv, whole(bytes.subarray(index * segment, (index + 1) * segment), block));
    });
    return Buffer.concat(pieces);
  };
}

/** Standard encryption (2.3.4.7 to 2.3.4.9): SHA-1, 50,000 rounds, AES in ECB mode. */
function standard(info: Buffer, password: Buffer): Open | null {
  const bits = info.readUInt32LE(12 + 16);
  const at = 12 + info.readUInt32LE(8);
  const last = hashed("sha1", spun("sha1", [info.subarray(at + 4, at + 20), password], 50_000), fourBytes(0));
  const half = (pad: number): Buffer => {
    const block = Buffer.alloc(64, pad);
    for (const [index, byte] of last.entries()) block[index] = pad ^ byte;
    return hashed("sha1", block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, bits / 8);
  const open: Open = (bytes) => decrypted("ecb", key, null, whole(bytes, 16));
  const [verifier, expected] = [open(info.subarray(at + 20, at + 36)), open(info.subarray(at + 40, at + 72))];
  return hashed("sha1", verifier).equals(expected.subarray(0, 20)) ? open : null;
}

/** Whole blocks only: some writers leave bytes behind the last one. */
const whole = (bytes: Buffer, block: number): Buffer => bytes.subarray(0, bytes.length - (bytes.length % block));
