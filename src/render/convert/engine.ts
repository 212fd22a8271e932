/** What turns one prepared file into a PDF. There are three: embedded, soffice, Gotenberg. */

export interface ToPdf {
  /** Absolute, as prepared: text is UTF-8, nothing in it is loaded from elsewhere. */
  readonly input: string;
  readonly format: string;
  /** Absolute; written by the engine. */
  readonly output: string;
  /** Last page that is wanted; null for all. */
  readonly lastPage: number | null;
  /** Milliseconds since 1970-01-01 UTC: the engine's clock, where it can be set. */
  readonly clock: number;
}

/**
 * `crashed`: the engine itself broke down over it; `too-large`: more memory than it may have; `no-converter`: the engine
 * is not to be had.
 */
export type EngineFailure = "timed-out" | "corrupt" | "crashed" | "too-large" | "no-converter";

export interface Engine {
  readonly id: string;
  /** Null when the PDF was written. */
  toPdf(job: ToPdf): Promise<EngineFailure | null>;
  /** Reads an older kind of sheet and writes it as XLSX; engines that cannot leave it out. */
  readonly toXlsx?: (job: Omit<ToPdf, "lastPage">) => Promise<EngineFailure | null>;
  close(): Promise<void>;
}

/** Options of LibreOffice's PDF export as it reads them from JSON: pictures no finer than print needs, no tags. */
export function exportOptions(lastPage: number | null): string {
  const option = (type: string, value: unknown): object => ({ type, value });
  return JSON.stringify({
    ReduceImageResolution: option("boolean", true),
    MaxImageResolution: option("long", 300),
    Quality: option("long", 90),
    UseTaggedPDF: option("boolean", false),
    ExportBookmarks: option("boolean", false),
    ExportNotes: option("boolean", false),
    ...(lastPage === null ? {} : { PageRange: option("string", `1-${String(lastPage)}`) }),
  });
}
