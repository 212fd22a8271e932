/** Packages that Excel seals under its own password, sealed here by the book ([MS-OFFCRYPTO] 2.3.4). */
import { createCipheriv, createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { opensByItself } from "../../src/engines/sealed.ts";
import { noise } from "../cases/bytes.ts";

const usual = "VelvetSweatshop";
const salt = noise(16);
const verifier = noise(32).subarray(16);

const hash = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash(algorithm).update(Buffer.concat(parts)).digest();

const count = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);

function spin(algorithm: string, password: string, rounds: number): Buffer {
  let value = hash(algorithm, salt, Buffer.from(password, "utf16le"));
  for (let round = 0; round < rounds; round += 1) value = hash(algorithm, count(round), value);
  return value;
}

function seal(cipher: string, key: Buffer, iv: Buffer | null, plain: Buffer): Buffer {
  const sealing = createCipheriv(cipher, key, iv).setAutoPadding(false);
  return Buffer.concat([sealing.update(plain), sealing.final()]);
}

/** `EncryptionInfo` of agile encryption: SHA-512, AES-256. */
function agile(password: string): Buffer {
  const base = spin("sha512", password, 1000);
  const sealed = (block: string, plain: Buffer): string => {
    const key = hash("sha512", base, Buffer.from(block, "hex")).subarray(0, 32);
    return seal("aes-256-cbc", key, salt, plain).toString("base64");
  };
  const facts = `spinCount="1000" saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`;
  const input = sealed("fea7d2763b4b9e79", verifier);
  const value = sealed("d7aa0f6d3061344e", hash("sha512", verifier));
  const key = `<p:encryptedKey ${facts} saltValue="${salt.toString("base64")}" encryptedVerifierHashInput="${input}" encryptedVerifierHashValue="${value}"/>`;
  return Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(`<encryption>${key}</encryption>`)]);
}

/** `EncryptionInfo` of standard encryption: SHA-1, AES-128. */
function standard(password: string): Buffer {
  const last = hash("sha1", spin("sha1", password, 50_000), count(0));
  const block = Buffer.alloc(64, 0x36).map((byte, index) => byte ^ (last[index] ?? 0));
  const key = hash("sha1", block).subarray(0, 16);
  const header = Buffer.alloc(32);
  header.writeUInt32LE(128, 16);
  const digest = Buffer.concat([hash("sha1", verifier), Buffer.alloc(12)]);
  return Buffer.concat([
    Buffer.from([3, 0, 2, 0, 0x24, 0, 0, 0, 32, 0, 0, 0]),
    header,
    Buffer.from([16, 0, 0, 0]),
    salt,
    seal("aes-128-ecb", key, null, verifier),
    Buffer.from([20, 0, 0, 0]),
    seal("aes-128-ecb", key, null, digest),
  ]);
}

describe("sealed packages", () => {
  it.each([
    ["agile", agile(usual), true],
    ["agile, with a password of somebody", agile("sample"), false],
    ["standard", standard(usual), true],
    ["standard, with a password of somebody", standard("sample"), false],
    ["agile, cut short", agile(usual).subarray(0, 200), false],
    ["standard, cut short", standard(usual).subarray(0, 60), false],
    [
      "more rounds than anybody waits for",
      Buffer.from(agile(usual).toString("latin1").replace("1000", "99999999"), "latin1"),
      false,
    ],
    ["noise", noise(500), false],
    ["nothing", Buffer.alloc(0), false],
  ])("%s opens by itself: %s", (_, info, opens) => {
    expect(opensByItself(info)).toBe(opens);
  });
});
