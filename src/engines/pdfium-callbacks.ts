/** Functions of ours that pdfium calls: one takes what it writes, one gives what it reads. */
import type { FileNow } from "../world.ts";

/** The part of WebAssembly that is used; the types of Node leave it to those of browsers. */
export const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly compile: (bytes: Uint8Array) => Promise<object>;
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (
      module: object,
      imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ) => { readonly exports: Readonly<Record<string, unknown>> };
  };
};

/** Bytes that come in many small pieces, in one buffer. */
export class Sink {
  #buffer = Buffer.alloc(0);
  #length = 0;

  /** Forgets what was written; `size` is a guess at what will be. */
  reset(size: number): void {
    this.#buffer = Buffer.allocUnsafe(size);
    this.#length = 0;
  }

  write(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.ceil(needed * 1.5));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = needed;
  }

  /** What was written; the sink is empty afterwards. */
  take(): Uint8Array {
    const bytes = this.#buffer.subarray(0, this.#length);
    this.reset(0);
    return bytes;
  }
}

/** The file that is read at the moment. */
export interface Well {
  file: FileNow | null;
}

/**
 * WebAssembly modules that pass a function of ours on as one of their own: only such functions may stand in a table.
 * Import "e"."f", export "f"; types (i32, i32, i32) → i32 and (i32, i32, i32, i32) → i32.
 */
const modules = {
  three: Buffer.from("0061736d0100000001080160037f7f7f017f02070101650166000007050101660000", "hex"),
  four: Buffer.from("0061736d0100000001090160047f7f7f7f017f02070101650166000007050101660000", "hex"),
};

const passedOn = (module: Uint8Array, f: (...numbers: readonly number[]) => number): unknown =>
  new wasm.Instance(new wasm.Module(module), { e: { f } }).exports["f"];

/** A function for FPDF_FILEWRITE (public/fpdf_save.h) that writes into the sink. */
export const writerInto = (sink: Sink, memory: () => Uint8Array): unknown =>
  passedOn(modules.three, (_place = 0, from = 0, size = 0) => {
    sink.write(memory().subarray(from, from + size));
    return 1;
  });

/** A function for FPDF_FILEACCESS (public/fpdfview.h) that reads from the file in the well; 0 when it cannot. */
export const readerFrom = (well: Well, memory: () => Uint8Array): unknown =>
  passedOn(modules.four, (_param = 0, position = 0, target = 0, size = 0) => {
    const room = memory().subarray(target, target + size);
    return well.file !== null && well.file.readInto(room, position >>> 0) === size ? 1 : 0;
  });
