/** Data and files known again: by their content, and files by their stamp. */
import { hashFile, sha256 } from "./world.ts";
import type { Stamp } from "./world.ts";

/** SHA-256 of plain data: the same for the same content. Of bytes their own sum counts; functions are left out. */
export const digestOf = (data: unknown): string =>
  sha256(
    JSON.stringify([data], function (this: Record<string, unknown>, name, value: unknown) {
      // Some bytes turn themselves into long lists of numbers before they are handed over.
      const own = this[name];
      if (own instanceof Uint8Array) return ["bytes", sha256(own)];
      if (own instanceof Map) return ["map", ...own];
      return own instanceof Set ? ["set", ...own] : value;
    }),
  );

/** SHA-256 of a file; null when it cannot be read. */
export async function sumOfFile(file: string): Promise<string | null> {
  const sums = await hashFile(file);
  return sums.ok ? sums.sha256 : null;
}

/** Whether a file is seen to be as it was; `now` is null when it is gone. */
export const isSameStamp = (now: Stamp | null, { size, changed, renamed, number }: Stamp): boolean =>
  now !== null && now.size === size && now.changed === changed && now.renamed === renamed && now.number === number;
