/** A PDF written object by object, so that what has been written need not be in memory (ISO 32000-1, 7.5). */
import { PDFRawStream } from "pdf-lib";
import type { PDFContext, PDFDict, PDFObject, PDFRef } from "pdf-lib";

/** Takes the next bytes of a file; they may be used again after it has settled. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Small objects are gathered up to so many bytes. */
const gathered = 1 << 20;

export class ObjectFile {
  readonly #context: PDFContext;
  readonly #sink: Sink;
  /** Where each object begins, by its number; 0 for what has not been written. */
  readonly #offsets: number[] = [0];
  readonly #buffer = Buffer.alloc(gathered);
  #filled = 0;
  #written = 0;

  constructor(context: PDFContext, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
  }

  static async begin(context: PDFContext, sink: Sink): Promise<ObjectFile> {
    const file = new ObjectFile(context, sink);
    const { header } = context;
    await file.#add(header.sizeInBytes(), (buffer, at) => header.copyBytesInto(buffer, at));
    await file.#text("\n\n");
    return file;
  }

  /** Writes all objects of the context but those `kept`, and takes them out of it; they can still be referred to. */
  async flush(kept: ReadonlySet<PDFRef>): Promise<void> {
    for (const [ref, object] of this.#context.enumerateIndirectObjects()) {
      if (kept.has(ref)) continue;
      await this.#object(ref, object);
      this.#context.delete(ref);
    }
  }

  /** Writes the rest, and the table of all objects. */
  async finish(): Promise<void> {
    await this.flush(new Set());
    const start = this.#written + this.#filled;
    const count = this.#offsets.length;
    await this.#text(`xref\n0 ${String(count)}\n0000000000 65535 f \n`);
    for (let number = 1; number < count; number += 1) {
      const offset = this.#offsets[number] ?? 0;
      // What nothing was written for is free (7.5.4).
      await this.#text(offset === 0 ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`);
    }
    const { Root, Info } = this.#context.trailerInfo;
    const trailer = this.#context.obj({ Size: count, Root, ...(Info === undefined ? {} : { Info }) }).toString();
    await this.#text(`trailer\n${trailer}\n\nstartxref\n${String(start)}\n%%EOF\n`);
    await this.#drain();
  }

  async #object(ref: PDFRef, object: PDFObject): Promise<void> {
    this.#offsets[ref.objectNumber] = this.#written + this.#filled;
    await this.#text(`${String(ref.objectNumber)} ${String(ref.generationNumber)} obj\n`);
    if (object instanceof PDFRawStream) await this.#stream(object);
    else await this.#add(object.sizeInBytes(), (buffer, at) => object.copyBytesInto(buffer, at));
    await this.#text("\nendobj\n\n");
  }

  async #stream(stream: PDFRawStream): Promise<void> {
    stream.updateDict();
    const dict: PDFDict = stream.dict;
    await this.#add(dict.sizeInBytes(), (buffer, at) => dict.copyBytesInto(buffer, at));
    await this.#text("\nstream\n");
    await this.#bytes(stream.contents);
    await this.#text("\nendstream");
  }

  async #text(text: string): Promise<void> {
    await this.#add(text.length, (buffer, at) => buffer.write(text, at, "latin1"));
  }

  async #bytes(bytes: Uint8Array): Promise<void> {
    if (bytes.length < gathered / 4) {
      await this.#add(bytes.length, (buffer, at) => {
        buffer.set(bytes, at);
      });
      return;
    }
    await this.#drain();
    await this.#sink(bytes);
    this.#written += bytes.length;
  }

  /** Lets `put` write so many bytes at a place of a buffer. */
  async #add(size: number, put: (buffer: Buffer, at: number) => unknown): Promise<void> {
    if (this.#filled + size > gathered) await this.#drain();
    if (size > gathered) {
      const own = Buffer.alloc(size);
      put(own, 0);
      await this.#sink(own);
      this.#written += size;
      return;
    }
    put(this.#buffer, this.#filled);
    this.#filled += size;
  }

  async #drain(): Promise<void> {
    if (this.#filled === 0) return;
    await this.#sink(this.#buffer.subarray(0, this.#filled));
    this.#written += this.#filled;
    this.#filled = 0;
  }
}
