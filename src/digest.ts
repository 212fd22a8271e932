/** Plain data known again by its content. */
import { sha256 } from "./world.ts";

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
