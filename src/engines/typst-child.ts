/**
 * The only importer of Typst: a template and its data → PDF pages. Runs as a script and answers each `TypstQuestion`
 * with one `TypstAnswer`. A process of its own, because Typst does not give back what it held for long documents.
 */
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { dieWithParent } from "../processes.ts";
import type { OwnFont, PdfStandard } from "../schema/looks.ts";
import { sweep } from "../threads.ts";
import { packageRoot, stampOf } from "../world.ts";
import { fontFolder, renameFamily } from "./fonts.ts";

export interface TypstQuestion {
  readonly template: string;
  /** JSON: data is never markup. */
  readonly data: string;
  /** The label whose metadata is read back. */
  readonly label: string;
  readonly standard: PdfStandard | null;
  readonly pictures: readonly (readonly [name: string, bytes: Uint8Array])[];
  /** Told with the first question. */
  readonly fonts: readonly OwnFont[];
}

/** What a template reports of itself besides its pages. */
interface Measured {
  /** Values of the metadata under the label that was asked for. */
  readonly marks: readonly unknown[];
  /** Characters that no font has; the page shows 〓 in their place. */
  readonly missing: readonly string[];
}

export interface Typeset extends Measured {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export type TypstAnswer = ({ readonly ok: true } & Typeset) | { readonly ok: false; readonly error: string };

const templates = path.join(packageRoot, "templates");

/** A font is read, and held as long as the process runs, once a document uses it: some 10 MB for a Chinese one. */
function start(own: readonly OwnFont[]): NodeCompiler {
  const fonts = path.join(packageRoot, fontFolder);
  if (stampOf(fonts) === null) throw new Error(`${fontFolder} is not there: the program was not built`);
  const fontBlobs = own.map(({ family, bytes }) => renameFamily(Buffer.from(bytes), family));
  const fontArgs = [...(own.length === 0 ? [] : [{ fontBlobs }]), { fontPaths: [fonts] }];
  return NodeCompiler.create({ workspace: templates, fontArgs });
}

/** Lays out without writing the PDF: enough to learn pages and marks. */
function layOut(engine: NodeCompiler, { template, data }: TypstQuestion): NodeTypstDocument {
  const result = engine.compile({ mainFilePath: path.join(templates, template), inputs: { data } });
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

function typeset(engine: NodeCompiler, question: TypstQuestion): Typeset {
  const { label, standard } = question;
  const pictures = question.pictures.map(([name, bytes]) => [path.join(templates, name), bytes] as const);
  for (const [file, bytes] of pictures) engine.mapShadow(file, Buffer.from(bytes));
  try {
    const document = layOut(engine, question);
    const pdf = engine.pdf(document, standard === null ? { pdfTags: false } : { pdfStandard: standard });
    return { ...read(engine, document, label), pdf, pages: document.numOfPages };
  } finally {
    for (const [file] of pictures) engine.unmapShadow(file);
    // What it remembers of pages that are drawn is larger than they are.
    engine.evictCache(0);
  }
}

function serve(): void {
  dieWithParent();
  let started: NodeCompiler | null = null;
  const answer = (question: TypstQuestion): TypstAnswer => {
    try {
      started ??= start(question.fonts);
      return { ok: true, ...typeset(started, question) };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };
  process.on("message", (question: TypstQuestion) => {
    process.send?.(answer(question));
    // A document that was drawn is freed together with the object that stood for it here.
    sweep();
  });
}

serve();
