/** Papers that departments are given: a table on sheets of their own, a register to be filled in, a letter. */
import type { Block, Table } from "./document.ts";

/** A table that is printed for itself, landscape: as DOCX and as XLSX. */
export interface Paper {
  /** What the sheet is called in a workbook. */
  readonly name: string;
  readonly title: string;
  /** Marks across the top: 样例. */
  readonly marks: readonly string[];
  /** Lines between title and table. */
  readonly lines: readonly string[];
  readonly table: Table;
  /** Lines below the table. */
  readonly notes: readonly string[];
}

export interface FormColumn {
  readonly title: string;
  /** Characters of a Latin font; Chinese ones are twice as wide. */
  readonly width: number;
  /** True when it is printed beforehand, false when it is to be filled in. */
  readonly given: boolean;
  readonly holds: "text" | "date";
  /** What may be chosen. A free choice may also be written otherwise. */
  readonly choice: { readonly from: readonly string[]; readonly free: boolean } | null;
  /** What is said when a cell is entered. */
  readonly prompt: string;
}

/** A register (登记表) ready to be filled in. */
export interface Form {
  readonly title: string;
  readonly marks: readonly string[];
  readonly hint: string;
  /** Names of the sheets. */
  readonly names: { readonly form: string; readonly guide: string; readonly choices: string };
  /** Title of the warning when something unusual is typed. */
  readonly refused: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Empty rows after these. */
  readonly spare: number;
  /** Days that a date is expected between. */
  readonly days: { readonly from: string; readonly to: string };
  /** The sheet on how to fill in: its title, then line by line. */
  readonly guide: readonly string[];
}

/** An official letter (函). */
export interface Letter {
  readonly title: string;
  readonly marks: readonly string[];
  readonly addressee: string;
  readonly blocks: readonly Block[];
  /** The last paragraphs; they stay on the page of the sender. */
  readonly closing: readonly string[];
  readonly issuer: string;
  readonly date: string;
  /** Whom to ask, below the date. */
  readonly note: string;
}
