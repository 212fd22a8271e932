/** What a PDF would do by itself: found, named, and not taken along. */
import { PDFArray, PDFDict, PDFName } from "pdf-lib";
import type { PDFObject } from "pdf-lib";
import { removedParts } from "../../model/removed.ts";
import type { RemovedPart } from "../../model/removed.ts";
import { dictIn, itemsOf, nameIn } from "./objects.ts";
import { namesIn } from "./open.ts";

/** Types of actions (ISO 32000-1, table 198) that only move within the file, or lead to an address that is kept. */
const harmless = new Set(["GoTo", "URI", "Named", "Thread"]);

const partOfAction: Readonly<Record<string, RemovedPart>> = {
  JavaScript: "javascript",
  Launch: "launch",
  SubmitForm: "submit-form",
  ImportData: "import-data",
  GoToR: "remote-link",
  GoToE: "remote-link",
  Sound: "media",
  Movie: "media",
  Rendition: "media",
  RichMediaExecute: "media",
  GoTo3DView: "media",
};

const partOfAnnotation: Readonly<Record<string, RemovedPart>> = {
  FileAttachment: "embedded-files",
  Sound: "media",
  Movie: "media",
  Screen: "media",
  "3D": "media",
  RichMedia: "media",
};

/** Gathers what is left out. */
export class Removed {
  readonly #parts = new Set<RemovedPart>();

  add(part: RemovedPart): void {
    this.#parts.add(part);
  }

  /** Each part once, in the order of their names. */
  get parts(): readonly RemovedPart[] {
    return removedParts.filter((each) => this.#parts.has(each));
  }

  /** An action and those that follow it. */
  addAction(action: PDFObject | undefined): void {
    for (const each of chained(action, "Next")) {
      const type = nameIn(each, "S");
      if (type !== null && !harmless.has(type)) this.add(partOfAction[type] ?? "other-action");
    }
  }

  /** The actions that a page, field or annotation starts on events: its /A and /AA. */
  addActionsOf(dict: PDFDict): void {
    this.addAction(dict.lookup(PDFName.of("A")));
    const events = dictIn(dict, "AA");
    for (const [key] of events?.entries() ?? []) this.addAction(events?.lookup(key));
  }

  addAnnotation(annotation: PDFDict): void {
    const part = partOfAnnotation[nameIn(annotation, "Subtype") ?? ""];
    if (part !== undefined) this.add(part);
    this.addActionsOf(annotation);
  }

  /** What stands outside of pages: scripts, attached files, and what starts when the file is opened. */
  addDocument(catalog: PDFDict): void {
    this.addActionsOf(catalog);
    if (namesIn(catalog, "JavaScript").size > 0) this.add("javascript");
    if (namesIn(catalog, "EmbeddedFiles").size > 0 || dictIn(catalog, "Collection") !== null) {
      this.add("embedded-files");
    }
    const opening = dictIn(catalog, "OpenAction");
    if (opening !== null && nameIn(opening, "S") !== "GoTo") {
      this.add("open-action");
      this.addAction(opening);
    }
  }

  /** The fields of a form, which carry scripts for calculation and format. */
  addFields(form: PDFDict | null): void {
    const fields = form === null ? undefined : form.lookup(PDFName.of("Fields"));
    for (const field of chained(fields, "Kids")) this.addActionsOf(field);
  }
}

/** The dictionaries that hang together by `key`, whether it holds one or a list; each once, though files may tie them in a ring. */
function* chained(start: PDFObject | undefined, key: string): Generator<PDFDict> {
  const seen = new Set<PDFObject>();
  const waiting = [start];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof PDFArray) waiting.push(...itemsOf(next));
    if (!(next instanceof PDFDict)) continue;
    yield next;
    waiting.push(next.lookup(PDFName.of(key)));
  }
}
