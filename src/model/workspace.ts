/** The workspace (工作目录): what goes in, once it has been read. */
import type { Reference } from "./reference.ts";
import type { Evidence, Item } from "./evidence.ts";
import type { Block } from "./document.ts";
import type { Round } from "./findings.ts";
import type { Fund } from "./funds.ts";
import type { DepartmentId, IndicatorCode } from "./ids.ts";
import type { Lock } from "./lock.ts";
import type { IndicatorMap, Language } from "./map.ts";
import type { RowSubject } from "./register.ts";
import type { SeverityChoice } from "./severity.ts";
import type { Period, SourceRef } from "./source.ts";
import type { Survey } from "./surveys.ts";
import type { Unit } from "./unit.ts";
import type { TextLine } from "./words.ts";

export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  /** Folder below `evidence/`. */
  readonly folder: string;
  /** Is there such a folder? */
  readonly hasFolder: boolean;
  readonly contact: string;
  readonly group: string;
  readonly at: SourceRef;
}

export interface Stage extends Period {
  readonly title: string;
  readonly output: string;
  /** What was done in it; a line break parts paragraphs. Empty while nobody has told. */
  readonly done: string;
  /** Sections, indicators or requirements that are due by its end; `all` for whatever no other stage names. */
  readonly due: readonly string[] | "all";
  readonly at: SourceRef;
}

export interface Waiver {
  readonly indicator: IndicatorCode;
  /** Key of one requirement; null for all of the indicator. */
  readonly requirement: string | null;
  readonly notApplicable: boolean;
  readonly reason: string;
  readonly approver: string;
  /** Last day on which it counts. */
  readonly until: string | null;
  readonly at: SourceRef;
}

export interface SelfScore {
  readonly value: string | number;
  readonly reason: string;
  readonly at: SourceRef;
}

/** Scores that others gave to an indicator, beside its self score. */
export interface ExpertScores {
  /** Of the pre-evaluation (预评估). */
  readonly pre: ExpertScore | null;
  /** Of the panel (专家组). */
  readonly panel: ExpertScore | null;
  readonly at: SourceRef;
}

export interface ExpertScore {
  readonly value: string | number;
  readonly reason: string;
  readonly date: string | null;
  readonly at: SourceRef;
}

/** A paper that something rests on, as the user named it: number of an exhibit, or title. */
export interface NamedItem {
  readonly text: string;
  readonly at: SourceRef;
}

/** A named figure. `value` is null while it is not known, and when its formula could not be computed. */
export interface Fact {
  readonly id: string;
  readonly title: string;
  readonly value: number | null;
  readonly formula: string | null;
  readonly unit: string;
  /** What `unit` means; of a formula without one, what came out. Null when nobody told. */
  readonly measure: Unit | null;
  /** A formula that the figure must agree with (`equals`), and what it gives in the same unit. */
  readonly claim: FactClaim | null;
  readonly asOf: string | null;
  readonly source: DepartmentId | null;
  readonly item: string;
  readonly base: string;
  readonly group: string;
  readonly at: SourceRef;
}

export interface FactClaim {
  readonly formula: string;
  readonly value: number | null;
  readonly at: SourceRef;
}

/** A table of towns, schools … (`tables/`): one row each, figures in columns. */
export interface FactTable {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** Columns of figures, by the name under which formulas know them. */
  readonly columns: ReadonlyMap<string, TableColumn>;
  readonly at: SourceRef;
}

export interface TableRow {
  readonly name: string;
  readonly at: SourceRef;
}

export interface TableColumn {
  readonly unit: Unit | null;
  /** One for each row; null where nothing, or no number, stands. */
  readonly values: readonly (number | null)[];
  readonly at: SourceRef;
}

/** How many photos may share a page (domain: one, unless the district asks for more). */
export type PhotosPerPage = 1 | 2 | 4 | 6;

/** How the appendix is parted into volumes (分册). */
export interface VolumeSettings {
  /** What stands together in a volume; `one` is all of it. */
  readonly by: "one" | "section" | "indicator" | "department" | "year";
  /** The most pages of a volume, its own sheets among them; null for any number. */
  readonly maxPages: number | null;
  readonly maxBytes: number | null;
  /** `volume`: printed numbers begin anew in each; `global`: they go on from one to the next. */
  readonly numbering: "volume" | "global";
}

/** The sheets on which exhibits are printed. */
export interface SheetSettings {
  /** `a4`: every page is fitted to A4; `original`: each keeps its size. */
  readonly page: "a4" | "original";
  /** `right`: dividers and exhibits begin on a right-hand (odd) page, after a blank one where needed. */
  readonly start: "next" | "right";
}

/** Where the page number stands on a page as it is seen; `outer`: right on odd pages, left on even ones. */
export interface StampPlace {
  readonly position: "outer" | "left" | "center" | "right";
  readonly at: "foot" | "head";
}

/** The number that is printed on each page of the appendix. */
export interface StampSettings extends StampPlace {
  /** On pages of exhibits: `{exhibit}`, `{n}`, `{volume}`; null for the usual words. */
  readonly form: string | null;
  /** On all other pages: `{n}`, `{volume}`; null for the usual words. */
  readonly plain: string | null;
}

/** How the appendix is made up, besides its volumes and its sheets. */
export interface AppendixSettings {
  readonly stamp: StampSettings;
  /** Has each volume a cover, a divider (隔页) for each indicator, and a closing sheet (备考表)? */
  readonly sheets: OwnSheets;
  /** Columns of the index: the usual ones, or those of archives. */
  readonly index: "default" | "archive";
  /** What the appendix in Word has: its index, or every page as a picture too, of so many dots per inch. */
  readonly docx: { readonly type: "index" } | { readonly type: "full"; readonly dpi: number };
  /** Labels for the spines (脊背标签), and their width in mm; null for none. */
  readonly spines: { readonly width: number } | null;
}

/** Width of a label in mm: that of the usual box, or of some 300 sheets. */
export const usualSpine = 30;

/** Which of its own sheets a volume has, besides its index. */
export interface OwnSheets {
  readonly cover: boolean;
  readonly dividers: boolean;
  readonly closing: boolean;
}

/** What turns Office files into PDF, and its bounds. */
export interface ConverterSettings {
  readonly engine: "embedded" | "soffice" | "none" | { readonly gotenberg: string };
  /** Seconds for one file. */
  readonly timeLimit: number;
  /** The most pages of one sheet or plain text. */
  readonly pageLimit: number;
}

/** A text file, and where it lies in the workspace. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

export interface ReportSettings {
  /** The user's own template; null for the one that comes with the program. */
  readonly template: TextFile | null;
  /** Is the short form (汇报稿) wanted too? */
  readonly briefing: boolean;
  readonly briefingTemplate: TextFile | null;
  /** What a Word file of the user lends the report in Word; null without one. */
  readonly reference: Reference | null;
  /** What the PDF keeps to: PDF/A-2a or PDF/UA-1. */
  readonly pdf: "a-2a" | "ua-1";
}

/** Self-assessment text; `about` is a leaf's code, or the name of a chapter of the report. */
export interface Narrative {
  readonly about: IndicatorCode | "overview" | "problems";
  readonly blocks: readonly Block[];
  /** The same words as they are typed. */
  readonly texts: readonly TextLine[];
  /** Files that it names as pictures, relative to the workspace; none in a Word file, which holds its own. */
  readonly pictures?: readonly string[];
  /** There is a file that could not be read, which was told: nothing else is to be said of it. */
  readonly unread?: true;
  readonly at: SourceRef;
}

/** Words of `package.leave_out`: formats and roles of outputs without which a delivery may go, and the originals. */
export const leavable = [
  "docx",
  "xlsx",
  "briefing",
  "appendix-index",
  "spines",
  "check",
  "gaps",
  "site",
  "originals",
] as const;

export type LeftOut = (typeof leavable)[number];

/** What the place takes to which a pack is delivered (`package` in evipack.yaml); null where nothing is limited. */
export interface DeliveryLimits {
  /** 1 MB is 1,048,576 bytes. */
  readonly maxFileMb: number | null;
  /** Extensions in small letters, without dot. */
  readonly allowedTypes: readonly string[] | null;
  /** Names of files are English, those of the pack too, whatever its language. */
  readonly asciiNames: boolean;
  /** What is not delivered, each once. */
  readonly leaveOut: readonly LeftOut[];
}

export interface Workspace {
  readonly title: string;
  /** The title with the line breaks that the user wants on the cover. */
  readonly coverTitle: string;
  readonly applicant: string;
  readonly office: string;
  /** Whom departments ask there; printed in reminders. */
  readonly contact: string;
  readonly language: Language;
  /** The day on which the evidence is judged. */
  readonly asOf: string;
  readonly map: IndicatorMap;
  readonly departments: readonly Department[];
  readonly stages: readonly Stage[];
  readonly waivers: readonly Waiver[];
  readonly scores: ReadonlyMap<string, SelfScore>;
  readonly expertScores: ReadonlyMap<string, ExpertScores>;
  /** The declaration that all is true (真实性承诺): its words, empty for the usual ones; null for none. */
  readonly declaration: string | null;
  readonly funds: readonly Fund[];
  readonly surveys: readonly Survey[];
  /** Rounds of assessment with what the experts found. */
  readonly rounds: readonly Round[];
  readonly facts: readonly Fact[];
  readonly tables: ReadonlyMap<string, FactTable>;
  readonly narratives: readonly Narrative[];
  /** Every file below the evidence folder, once, in the order of names. */
  readonly evidence: readonly Evidence[];
  /** What the files and the registers make up; every file is in exactly one item. */
  readonly items: readonly Item[];
  /** What each row of the registers is about. */
  readonly rows: readonly RowSubject[];
  /** What was reviewed, and the numbers given out; empty before the first acceptance. */
  readonly lock: Lock;
  /** Passwords that open encrypted PDFs and Office files; never to be printed or written. */
  readonly passwords: readonly string[];
  /** What the map and the workspace make of a problem, by its code; the workspace has the last word. */
  readonly severities: ReadonlyMap<string, SeverityChoice>;
  /** Name of a style profile of the program, or a YAML file of the workspace. */
  readonly style: string;
  readonly report: ReportSettings;
  /** Folder with fonts of the user's own, relative to the workspace; it need not be there. */
  readonly fonts: string;
  readonly photosPerPage: PhotosPerPage;
  /** Is the offline page wanted? */
  readonly site: boolean;
  readonly volumes: VolumeSettings;
  readonly sheets: SheetSettings;
  readonly appendix: AppendixSettings;
  readonly converter: ConverterSettings;
  readonly delivery: DeliveryLimits;
  readonly at: SourceRef;
}

/** The workspace with each file changed alike, in the list of files and in the items that they make up. */
export function changeFiles(workspace: Workspace, change: (file: Evidence) => Evidence): Workspace {
  const items = workspace.items.map((item): Item => {
    const [lead, ...others] = item.files;
    return { ...item, files: [change(lead), ...others.map(change)] };
  });
  return { ...workspace, evidence: workspace.evidence.map(change), items };
}
