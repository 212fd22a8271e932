/** This build of the program, told by what it consists of: what is kept of an earlier one is not used by a later. */
import path from "node:path";
import { fontFolder } from "../engines/fonts.ts";
import { compareNames } from "../model/order.ts";
import { packageRoot, readFile, sha256, walk } from "../world.ts";

/**
 * Programs and pages that were built, what they read, and which libraries and fonts they use, each by its version. What
 * the fonts were made of is said by these, and they are large.
 */
const parts = ["dist", "templates", "package.json"];
const isTold = (file: string): boolean => !file.endsWith(".map") && !file.startsWith(`${fontFolder}/`);

let known: Promise<string> | null = null;

/** The same for the same program, wherever it is installed. */
export const buildKey = (): Promise<string> => (known ??= keyOfParts());

async function keyOfParts(): Promise<string> {
  const sums: (readonly [file: string, sum: string])[] = [];
  for (const part of parts) {
    const files = (await walk(path.join(packageRoot, part)))?.map((each) => `${part}/${each.path}`) ?? [part];
    for (const file of files.filter(isTold).toSorted(compareNames)) {
      const read = await readFile(path.join(packageRoot, file));
      sums.push([file, read.ok ? sha256(read.bytes) : read.failure]);
    }
  }
  return sha256(JSON.stringify(sums));
}
