/**
 * The only importer of @matbee/libreoffice-converter: LibreOffice as WebAssembly, in a process of its own.
 * Runs as a script. `{ start: true }` brings the engine up; each message `{ input, output, options, to }` is answered by one
 * message `{ done: true }` or `{ done: false, error }`; an engine that breaks down ends the process.
 *
 * The library's own classes are passed by: they load through a second process and hang when they are closed.
 * What is used is the compiled module itself, through the table of functions that LibreOfficeKit publishes
 * (LibreOfficeKit.h, structs _LibreOfficeKitClass and _LibreOfficeKitDocumentClass, 32-bit pointers).
 */
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { dieWithParent } from "../processes.ts";
import { readFile, writeFile } from "../world.ts";
import { officeFonts } from "./office-fonts.ts";

/** What is used of the module that Emscripten made. */
interface OfficeModule {
  readonly FS: {
    mkdir(path: string): void;
    writeFile(path: string, bytes: Uint8Array): void;
    readFile(path: string): Uint8Array;
    unlink(path: string): void;
  };
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly wasmTable: { get(index: number): (...args: number[]) => number };
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _libreofficekit_hook(program: number): number;
}

interface Loader {
  createModule(options: object): Promise<OfficeModule>;
  clearCache(): void;
}

/** What is asked of this process. Paths are absolute. */
export interface OfficeQuestion {
  readonly input: string;
  readonly output: string;
  /** Usual extension of the input, by which LibreOffice finds its filter. */
  readonly format: string;
  /** `pdf`, or `xlsx` to read another kind of sheet first. */
  readonly to: "pdf" | "xlsx";
  /** Options of the export filter, as JSON. */
  readonly options: string;
  /** What the clock shows, in milliseconds since 1970-01-01 UTC: a date that a file computes is that of this moment. */
  readonly clock: number;
}

export type OfficeAnswer = { readonly done: true } | { readonly done: false; readonly error: string };

/** Fields of the two structs, in pointers from their start. */
const kit = { getError: 3, documentLoadWithOptions: 4 } as const;
const document = { destroy: 1, saveAs: 2 } as const;
const pointer = 4;

/** A clock that stands still, so that the same file comes out the same on every day; the engine asks no other. */
function stopClock(moment: number): void {
  globalThis.Date = class extends RealDate {
    constructor(...given: readonly number[]) {
      super(...((given.length === 0 ? [moment] : given) as [number]));
    }
    static override now(): number {
      return moment;
    }
  } as DateConstructor;
}

const RealDate = Date;

/** A small text, converted first: whatever is loaded late is loaded before a file of the user waits for it. */
const warmUp = { name: "/tmp/in/warm-up.txt", bytes: Buffer.from("样例 sample\n") };

class Office {
  readonly #module: OfficeModule;
  readonly #office: number;

  private constructor(module: OfficeModule, office: number) {
    this.#module = module;
    this.#office = office;
  }

  /** Loads the engine and its fonts, and converts one small file. Throws when it does not start. */
  static async start(): Promise<Office> {
    // Only the first of V8's two compilers: with the second one the engine hangs now and then, and it takes longer to
    // start and more memory; most of its 147 MB of code runs too seldom to be worth it.
    setFlagsFromString("--liftoff-only");
    const loader = createRequire(import.meta.url)("@matbee/libreoffice-converter/wasm/loader") as Loader;
    // Without this the office's own main program starts in another thread, and the two wait for each other for ever.
    const module = await loader.createModule({ noInitialRun: true });
    loader.clearCache();
    for (const folder of ["/tmp", "/tmp/in", "/tmp/out"]) makeFolder(module, folder);
    for (const { path, bytes } of await officeFonts()) module.FS.writeFile(path, bytes);
    const office = new Office(
      module,
      withText(module, "/instdir/program", (path) => module._libreofficekit_hook(path)),
    );
    module.FS.writeFile(warmUp.name, warmUp.bytes);
    office.#convert(warmUp.name, "/tmp/out/warm-up.pdf", "pdf", "");
    return office;
  }

  async answer({ input, output, format, to, options, clock }: OfficeQuestion): Promise<OfficeAnswer> {
    const read = await readFile(input);
    if (!read.ok) return { done: false, error: read.cause };
    const [name, made] = [`/tmp/in/document.${format}`, `/tmp/out/document.${to}`];
    this.#module.FS.writeFile(name, read.bytes);
    stopClock(clock);
    const error = this.#convert(name, made, to, options);
    if (error !== null) return { done: false, error };
    await writeFile(output, this.#module.FS.readFile(made));
    for (const path of [name, made]) this.#module.FS.unlink(path);
    return { done: true };
  }

  /** Null when it went well. */
  #convert(input: string, output: string, to: string, options: string): string | null {
    const loaded = this.#text([`file://${input}`, "Language=zh-CN"], (url, language) =>
      this.#call(this.#office, kit.documentLoadWithOptions, url, language),
    );
    if (loaded === 0) return this.#error();
    const saved = this.#text([`file://${output}`, to, options], (url, format, settings) =>
      this.#call(loaded, document.saveAs, url, format, settings),
    );
    const error = saved === 0 ? this.#error() : null;
    this.#call(loaded, document.destroy);
    return error;
  }

  #error(): string {
    let at = this.#call(this.#office, kit.getError);
    const start = at;
    const heap = this.#module.HEAPU8;
    while (at !== 0 && heap[at] !== 0) at += 1;
    return Buffer.from(heap.slice(start, at)).toString("utf8") || "unknown";
  }

  /** Calls a method of an object whose first word points at its table of methods. */
  #call(object: number, method: number, ...args: number[]): number {
    const table = this.#word(object);
    return this.#module.wasmTable.get(this.#word(table + method * pointer))(object, ...args);
  }

  // The heap is asked anew each time: it is another one after it has grown.
  #word(at: number): number {
    return this.#module.HEAPU32[at / pointer] ?? 0;
  }

  #text<T extends readonly string[]>(texts: T, use: (...pointers: { [K in keyof T]: number }) => number): number {
    const pointers = texts.map((text) => allocate(this.#module, text));
    try {
      return use(...(pointers as { [K in keyof T]: number }));
    } finally {
      for (const each of pointers) this.#module._free(each);
    }
  }
}

function allocate(module: OfficeModule, text: string): number {
  const bytes = Buffer.from(`${text}\0`, "utf8");
  const at = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, at);
  return at;
}

function withText(module: OfficeModule, text: string, use: (pointer: number) => number): number {
  const at = allocate(module, text);
  try {
    return use(at);
  } finally {
    module._free(at);
  }
}

function makeFolder(module: OfficeModule, folder: string): void {
  try {
    module.FS.mkdir(folder);
  } catch {
    // It is there.
  }
}

function serve(): void {
  dieWithParent();
  // The zone of the machine must not show either.
  process.env["TZ"] = "UTC";
  let office: Promise<Office> | null = null;
  process.on("message", (question: OfficeQuestion | { readonly start: true }) => {
    office ??= Office.start();
    const answer =
      "start" in question ? office.then(() => ({ done: true })) : office.then((each) => each.answer(question));
    answer.then(
      (said) => process.send?.(said),
      // An exception out of the engine leaves it in no state to go on.
      () => process.kill(process.pid, "SIGKILL"),
    );
  });
}

serve();
