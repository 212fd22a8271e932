/**
 * Office files that are encrypted and yet need no password of anybody: Excel seals a workbook whose structure is
 * protected under a password of its own, and every program tries it ([MS-OFFCRYPTO] 2.3.4; [MS-XLS] 2.4.191).
 */
import { createDecipheriv, createHash } from "node:crypto";

const usualPassword = Buffer.from("VelvetSweatshop", "utf16le");

/** More rounds than this are not computed; Office writes 100,000. */
const mostRounds = 1_000_000;

/** Whether the usual password of Excel opens a package, by its `EncryptionInfo` stream; false when that is broken. */
export function opensByItself(info: Buffer): boolean {
  try {
    const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
    if (major === 4 && minor === 4) return agile(info.toString("utf8", 8));
    return minor === 2 && standard(info);
  } catch {
    return false;
  }
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function spun(algorithm: string, salt: Buffer, rounds: number): Buffer {
  const hash = (...parts: readonly Buffer[]): Buffer => createHash(algorithm).update(Buffer.concat(parts)).digest();
  let value = hash(salt, usualPassword);
  for (let round = 0; round < rounds; round += 1) value = hash(number(round), value);
  return value;
}

/** Agile encryption ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.13): the verifier of the password key. */
function agile(xml: string): boolean {
  const tag = /<(?:\w+:)?encryptedKey\b[^>]*>/u.exec(xml)?.[0] ?? "";
  const text = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
  const bytes = (name: string): Buffer => Buffer.from(text(name), "base64");
  const [rounds, bits, size] = [Number(text("spinCount")), Number(text("keyBits")), Number(text("hashSize"))];
  const algorithm = text("hashAlgorithm").replace("-", "").toLowerCase();
  if (text("cipherAlgorithm") !== "AES" || !(rounds <= mostRounds)) return false;
  const salt = bytes("saltValue");
  const base = spun(algorithm, salt, rounds);
  const open = (name: string, block: string): Buffer => {
    const derived = createHash(algorithm).update(base).update(Buffer.from(block, "hex")).digest();
    const key = Buffer.alloc(bits / 8, 0x36);
    derived.copy(key);
    const cipher = createDecipheriv(`aes-${String(bits)}-cbc`, key, salt.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(bytes(name)), cipher.final()]);
  };
  const verifier = open("encryptedVerifierHashInput", "fea7d2763b4b9e79").subarray(0, Number(text("saltSize")));
  const expected = open("encryptedVerifierHashValue", "d7aa0f6d3061344e").subarray(0, size);
  return createHash(algorithm).update(verifier).digest().equals(expected);
}

/** Standard encryption ([MS-OFFCRYPTO] 2.3.4.7 to 2.3.4.9): SHA-1, 50,000 rounds, AES in ECB mode. */
function standard(info: Buffer): boolean {
  const bits = info.readUInt32LE(12 + 16);
  const at = 12 + info.readUInt32LE(8);
  const salt = info.subarray(at + 4, at + 20);
  const sha1 = (...parts: readonly Buffer[]): Buffer => createHash("sha1").update(Buffer.concat(parts)).digest();
  const last = sha1(spun("sha1", salt, 50_000), number(0));
  const half = (pad: number): Buffer => {
    const block = Buffer.alloc(64, pad);
    for (const [index, byte] of last.entries()) block[index] = pad ^ byte;
    return sha1(block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, bits / 8);
  const open = (from: number, to: number): Buffer => {
    const cipher = createDecipheriv(`aes-${String(bits)}-ecb`, key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(info.subarray(from, to)), cipher.final()]);
  };
  const [verifier, expected] = [open(at + 20, at + 36), open(at + 40, at + 72)];
  return sha1(verifier).equals(expected.subarray(0, 20));
}
