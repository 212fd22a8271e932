/** Files that are written piece by piece. */
import { createHash } from "node:crypto";
import { open } from "../world.ts";

/** What a file is after it was written. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a file piece by piece, as `produce` hands them over, each in memory no longer than that takes. */
export async function writePieces(
  file: string,
  produce: (sink: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<Written> {
  const handle = await open(file, "w");
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await produce(async (piece) => {
      // While it is written, it is hashed.
      const writing = handle.writeFile(piece);
      hash.update(piece);
      await writing;
      bytes += piece.length;
    });
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}
