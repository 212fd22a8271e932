/** The only importer of Typst: a template and its data → PDF pages. Data is passed as JSON, never as markup. */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFiles, renameFamily } from "./fonts.ts";
import type { OwnFont, PdfStandard } from "../schema/looks.ts";
import { dependencyFile, packageRoot, readFile } from "../world.ts";
import path from "node:path";

export interface TypesetOptions {
  /** What a PDF that stands alone keeps to; null for plain pages without tags, for the binder. */
  readonly standard: PdfStandard | null;
  /** Pictures by the names under which the data speaks of them, such as `/pictures/1.svg`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Fonts besides those of the program; the same list for the same fonts. */
  readonly fonts?: readonly OwnFont[];
}

/** What a template reports of itself besides its pages. */
export interface Measured {
  /** Values of the metadata under the label that was asked for. */
  readonly marks: readonly unknown[];
  /** Characters that no font has; the page shows 〓 in their place. */
  readonly missing: readonly string[];
}

export interface Typeset extends Measured {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const templates = path.join(packageRoot, "templates");

/** One for each list of the user's own fonts: nearly always one. */
const compilers = new Map<readonly OwnFont[], Promise<NodeCompiler>>();

/** Memory of the fonts, about 80 MB, is held once a process. */
async function start(own: readonly OwnFont[]): Promise<NodeCompiler> {
  const ours: Buffer[] = [];
  // One by one: read, renamed and taken over at once they would be three times as large.
  for (const { file, family } of fontFiles) {
    const read = await readFile(dependencyFile(file));
    if (!read.ok) throw new Error(`font ${file}: ${read.cause}`);
    ours.push(renameFamily(read.bytes, family));
  }
  const theirs = own.map(({ family, bytes }) => renameFamily(Buffer.from(bytes), family));
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: [...theirs, ...ours] }] });
}

const none: readonly OwnFont[] = [];

function typst(fonts: readonly OwnFont[] = none): Promise<NodeCompiler> {
  const key = fonts.length === 0 ? none : fonts;
  const compiler = compilers.get(key) ?? start(key);
  compilers.set(key, compiler);
  return compiler;
}

/** Reads the fonts ahead of the first page. */
export async function warm(fonts: readonly OwnFont[]): Promise<void> {
  await typst(fonts);
}

/** Lays out without writing the PDF: enough to learn pages and marks. */
function layOut(engine: NodeCompiler, template: string, data: unknown): NodeTypstDocument {
  const result = engine.compile({
    mainFilePath: path.join(templates, template),
    inputs: { data: JSON.stringify(data) },
  });
  const document = result.result;
  if (document === null) {
    const fault = result.takeDiagnostics() ?? result.takeError();
    const details = fault === null ? [] : engine.fetchDiagnostics(fault);
    throw new Error(`${template}: ${JSON.stringify(details)}`);
  }
  return document;
}

function read(engine: NodeCompiler, document: NodeTypstDocument, label: string): Measured {
  const query = (name: string): unknown[] =>
    engine.query(document, { selector: `<${name}>`, field: "value" }) as unknown[];
  return { marks: query(label), missing: query("missing").flat().map(String) };
}

/** Draws `template` with `data`; `label` is the one whose metadata is read back. Throws on a broken template. */
export async function typeset(
  template: string,
  data: unknown,
  label: string,
  options: TypesetOptions,
): Promise<Typeset> {
  const engine = await typst(options.fonts);
  const pictures = [...(options.pictures ?? [])].map(([name, bytes]) => [path.join(templates, name), bytes] as const);
  for (const [file, bytes] of pictures) engine.mapShadow(file, Buffer.from(bytes));
  try {
    const document = layOut(engine, template, data);
    const pdf = engine.pdf(
      document,
      options.standard === null ? { pdfTags: false } : { pdfStandard: options.standard },
    );
    return { ...read(engine, document, label), pdf, pages: document.numOfPages };
  } finally {
    for (const [file] of pictures) engine.unmapShadow(file);
    // What it remembers of pages that are drawn is larger than they are.
    engine.evictCache(0);
  }
}

/** Whether a picture can be drawn as it is in a PDF that keeps to `standard`; `name` is that of `pictures`. */
export async function canDraw(name: string, bytes: Uint8Array, standard: PdfStandard): Promise<boolean> {
  try {
    await typeset("picture.typ", { picture: name }, "none", { standard, pictures: new Map([[name, bytes]]) });
    return true;
  } catch {
    return false;
  }
}
