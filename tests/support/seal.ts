/** Seals Office files under a password, by the book ([MS-OFFCRYPTO] 2.3). */
import { createCipheriv, createHash } from "node:crypto";
import { noise } from "../cases/bytes.ts";
import { ole } from "./handed-in.ts";

const salt = noise(16);
const verifier = noise(32).subarray(16);

const hash = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash(algorithm).update(Buffer.concat(parts)).digest();

export const u32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

const wide = (password: string): Buffer => Buffer.from(password, "utf16le");

function spin(algorithm: string, password: string, rounds: number): Buffer {
  let value = hash(algorithm, salt, wide(password));
  for (let round = 0; round < rounds; round += 1) value = hash(algorithm, u32(round), value);
  return value;
}

function seal(cipher: string, key: Buffer, iv: Buffer | null, plain: Uint8Array): Buffer {
  const sealing = createCipheriv(cipher, key, iv).setAutoPadding(false);
  const filled = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)]);
  return Buffer.concat([sealing.update(filled), sealing.final()]);
}

const sizeOf = (bytes: Uint8Array): Buffer => u32(bytes.length, 0);

/** Agile encryption: SHA-512, AES-256, in pieces of 4096 bytes. `rounds` is what it declares. */
export function sealAgile(bytes: Uint8Array, password: string, rounds = 1000): Buffer {
  const base = spin("sha512", password, 1000);
  const secret = noise(48).subarray(16);
  const sealed = (block: string, plain: Buffer): string => {
    const key = hash("sha512", base, Buffer.from(block, "hex")).subarray(0, 32);
    return seal("aes-256-cbc", key, salt, plain).toString("base64");
  };
  const facts = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${salt.toString("base64")}"`;
  const values = [
    `encryptedVerifierHashInput="${sealed("fea7d2763b4b9e79", verifier)}"`,
    `encryptedVerifierHashValue="${sealed("d7aa0f6d3061344e", hash("sha512", verifier))}"`,
    `encryptedKeyValue="${sealed("146e0be7abacd0d6", secret)}"`,
  ];
  const xml = `<encryption><keyData ${facts}/><p:encryptedKey spinCount="${String(rounds)}" ${facts} ${values.join(" ")}/></encryption>`;
  const pieces = Array.from({ length: Math.ceil(bytes.length / 4096) }, (_, index) => {
    const iv = hash("sha512", salt, u32(index)).subarray(0, 16);
    return seal("aes-256-cbc", secret, iv, bytes.subarray(index * 4096, (index + 1) * 4096));
  });
  return ole({
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]),
    EncryptedPackage: Buffer.concat([sizeOf(bytes), ...pieces]),
  });
}

/** Standard encryption: SHA-1, AES-128. */
export function sealStandard(bytes: Uint8Array, password: string): Buffer {
  const last = hash("sha1", spin("sha1", password, 50_000), u32(0));
  const block = Buffer.alloc(64, 0x36).map((byte, index) => byte ^ (last[index] ?? 0));
  const key = hash("sha1", block).subarray(0, 16);
  const info = [
    Buffer.from([3, 0, 2, 0]),
    u32(0x24, 32, 0, 0, 0, 0, 128, 0, 0, 0, 16),
    salt,
    seal("aes-128-ecb", key, null, verifier),
    u32(20),
    seal("aes-128-ecb", key, null, hash("sha1", verifier)),
  ];
  return ole({
    EncryptionInfo: Buffer.concat(info),
    EncryptedPackage: Buffer.concat([sizeOf(bytes), seal("aes-128-ecb", key, null, bytes)]),
  });
}

/** The 16 or 5 bytes of a key that a block of an older file has, and the header that lets it be checked. */
export interface OldKeys {
  readonly keyOf: (block: number) => Buffer;
  readonly header: Buffer;
}

type Cipher = (key: Uint8Array, bytes: Uint8Array) => Buffer;

/** RC4 of Office 97 (2.3.6). */
export function plainKeys(password: string, rc4: Cipher): OldKeys {
  const start = Buffer.concat([hash("md5", wide(password)).subarray(0, 5), salt]);
  const base = hash("md5", Buffer.concat(Array.from({ length: 16 }, () => start))).subarray(0, 5);
  const keyOf = (block: number): Buffer => hash("md5", base, u32(block));
  const sealed = rc4(keyOf(0), Buffer.concat([verifier, hash("md5", verifier)]));
  return { keyOf, header: Buffer.concat([Buffer.from([1, 0, 1, 0]), salt, sealed]) };
}

/** RC4 of Office XP, by CryptoAPI (2.3.5). */
export function apiKeys(password: string, bits: 40 | 128, rc4: Cipher): OldKeys {
  const base = hash("sha1", salt, wide(password));
  const keyOf = (block: number): Buffer => {
    const key = hash("sha1", base, u32(block)).subarray(0, bits / 8);
    return Buffer.concat([key, Buffer.alloc(16 - key.length)]);
  };
  const sealed = rc4(keyOf(0), Buffer.concat([verifier, hash("sha1", verifier)]));
  const head = u32(4, 32, 0, 0, 0x6801, 0x8004, bits, 1, 0, 0, 16);
  const check = [salt, sealed.subarray(0, 16), u32(20), sealed.subarray(16)];
  return { keyOf, header: Buffer.concat([Buffer.from([2, 0, 2, 0]), head, ...check]) };
}
