/** A file and, when it has lines or cells, the place inside it. Paths are POSIX, relative to the workspace. */
export interface SourceRef {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** `sheet!cell` of a workbook. */
  readonly cell?: string;
  /** Of a Word file: counted from 1, those with words only, in tables too. */
  readonly paragraph?: number;
}

/** A closed period of days, `YYYY-MM-DD` each. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
