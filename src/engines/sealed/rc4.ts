/** The two ways of RC4 by which DOC, XLS and PPT are encrypted ([MS-OFFCRYPTO] 2.3.5 and 2.3.6). */
import { hash } from "node:crypto";

/** Gives the key of a block; what a block is depends on the kind of file. */
export type KeyOf = (block: number) => Buffer;

/** A number as four bytes, lowest first. */
export const fourBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

export const hashed = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer =>
  hash(algorithm, Buffer.concat(parts), "buffer");

/** Encrypts and decrypts alike. Written out, since the cryptography of newer systems has given RC4 up. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (one: number, other: number): void => {
    const held = at(one);
    state[one] = at(other);
    state[other] = held;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  const made = Buffer.alloc(bytes.length);
  let [one, other] = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    one = (one + 1) & 255;
    other = (other + at(one)) & 255;
    swap(one, other);
    made[index] = byte ^ at(at(one) + at(other));
  }
  return made;
}

/** A stream that is cut into blocks of `size` bytes, each under its own key. */
export function rc4Blocks(keyOf: KeyOf, bytes: Uint8Array, size: number): Buffer {
  const blocks = Math.ceil(bytes.length / size);
  const made = Array.from({ length: blocks }, (_, block) =>
    rc4(keyOf(block), bytes.subarray(block * size, (block + 1) * size)),
  );
  return Buffer.concat(made);
}

/**
 * The keys that a password gives, by the header that begins with a version; null when the password is wrong or the way
 * is another one. Throws when the header is cut short.
 */
export function keysOf(header: Buffer, password: string): KeyOf | null {
  const [major, minor] = [header.readUInt16LE(0), header.readUInt16LE(2)];
  const text = Buffer.from(password, "utf16le");
  if (major === 1 && minor === 1) return plainKeys(header.subarray(4), text);
  return major >= 2 && major <= 4 && minor === 2 ? apiKeys(header, text) : null;
}

/** "Office binary document RC4" (2.3.6.2, 2.3.6.4). */
function plainKeys(header: Buffer, password: Buffer): KeyOf | null {
  const salt = header.subarray(0, 16);
  const start = Buffer.concat([hashed("md5", password).subarray(0, 5), salt]);
  const base = hashed("md5", ...Array.from({ length: 16 }, () => start)).subarray(0, 5);
  const keyOf: KeyOf = (block) => hashed("md5", base, fourBytes(block));
  const opened = rc4(keyOf(0), header.subarray(16, 48));
  return hashed("md5", opened.subarray(0, 16)).equals(opened.subarray(16)) ? keyOf : null;
}

/** "RC4 CryptoAPI" (2.3.5.2, 2.3.5.6). */
function apiKeys(header: Buffer, password: Buffer): KeyOf | null {
  const bits = header.readUInt32LE(12 + 16) || 40;
  const verifier = header.subarray(12 + header.readUInt32LE(8));
  const base = hashed("sha1", verifier.subarray(4, 20), password);
  const keyOf: KeyOf = (block) => {
    const key = hashed("sha1", base, fourBytes(block)).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const opened = rc4(keyOf(0), Buffer.concat([verifier.subarray(20, 36), verifier.subarray(40, 60)]));
  return hashed("sha1", opened.subarray(0, 16)).equals(opened.subarray(16)) ? keyOf : null;
}
