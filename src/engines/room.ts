/** Memory for one file after the other: large files would else lie about in it until somebody sweeps. */
import { withFileNow } from "../world.ts";

const smallest = 1 << 20;

export class Room {
  #bytes = Buffer.alloc(smallest);

  /** The bytes of a file, which are there until the next is read; null when it cannot be read. Other threads do not help. */
  read(file: string): Promise<Buffer | null> {
    return withFileNow(file, ({ size, readInto }) => {
      // What one huge file has taken is given back after it; the least that there is serves every small one.
      const wanted = Math.max(size, smallest);
      if (wanted > this.#bytes.length || wanted < this.#bytes.length / 8) this.#bytes = Buffer.alloc(wanted);
      const bytes = this.#bytes.subarray(0, size);
      return Promise.resolve(readInto(bytes, 0) === size ? bytes : null);
    });
  }
}
