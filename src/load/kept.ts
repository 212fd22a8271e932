/**
 * What one run keeps for the next: a file of the cache under a seal, that is who wrote it and the sum of what follows.
 * What another build of the program wrote, what is cut short and what somebody changed is as if it were not there.
 * Nothing that is kept can change a result, only how soon it comes.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { makeFolder, readFile, readdir, rename, rm, sha256, stampOf, writeFile } from "../world.ts";

/** Stands for this build of the program and for what else the kept data hang on. */
export const keyOf = (...more: readonly unknown[]): string =>
  sha256(JSON.stringify([stampOf(fileURLToPath(import.meta.url)), ...more]));

/** The sum finds accidents, as any would: who wants to deceive could make any. This one costs a check least. */
const sealOf = (key: string, body: Uint8Array): Buffer =>
  Buffer.from(`${key} ${crc32(body).toString(16).padStart(8, "0")}\n`);

const sealLength = sealOf("", Buffer.alloc(0)).length + keyOf().length;

/** What was kept under this key; null when there is nothing, or nothing to be trusted. */
export async function readKept(file: string, key: string): Promise<Buffer | null> {
  const read = await readFile(file);
  if (!read.ok) return null;
  const body = read.bytes.subarray(sealLength);
  return sealOf(key, body).equals(read.bytes.subarray(0, sealLength)) ? body : null;
}

/** Drops all that this and other builds keep in the folder of a cache, whole or half written; what else lies there stays. */
export async function forgetKept(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => /^(?:evidence|readings|verdict)\.(?:bin|json)(?:\.\d+)?$/u.test(each)))
    await rm(path.join(folder, name), { force: true });
}

/** Keeps data under a key in place of what was there; where that cannot be written, nothing is kept. */
export async function writeKept(file: string, key: string, body: Uint8Array): Promise<void> {
  const beside = `${file}.${String(process.pid)}`;
  try {
    await makeFolder(path.dirname(file));
    await writeFile(beside, Buffer.concat([sealOf(key, body), body]));
    await rename(beside, file);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}
