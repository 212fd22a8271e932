/** How a pack looks, in which words it speaks, and in which order its report says things. */
import type { Reference } from "../model/reference.ts";
import type { TextFile } from "../model/workspace.ts";
import type { Style } from "./style.ts";
import type { Words } from "./words.ts";

export interface Looks {
  readonly style: Style;
  readonly words: Words;
  /** What the PDF of the report keeps to. */
  readonly standard: PdfStandard;
  /** Markdown with Liquid: of the workspace, or `templates/report/…` of the program. */
  readonly report: TextFile;
  /** Null when no briefing is asked for. */
  readonly briefing: TextFile | null;
  /** Fonts of the user under the family names by which `style` asks for them. */
  readonly fonts: readonly OwnFont[];
  /** A Word file of the user that lends the report in Word its looks. */
  readonly reference: Reference | null;
}

export interface OwnFont {
  readonly family: string;
  /** TrueType or OpenType. */
  readonly bytes: Uint8Array;
}

/** PDF/A-2a for archives (ISO 19005-2), or PDF/UA-1 for readers of the screen (ISO 14289-1); both are tagged. */
export type PdfStandard = "a-2a" | "ua-1";
