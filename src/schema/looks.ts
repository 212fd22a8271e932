/** How a pack looks, in which words it speaks, and in which order its report says things. */
import type { TextFile } from "../model/workspace.ts";
import type { Style } from "./style.ts";
import type { Words } from "./words.ts";

export interface Looks {
  readonly style: Style;
  readonly words: Words;
  /** Markdown with Liquid: of the workspace, or `templates/report/…` of the program. */
  readonly report: TextFile;
  /** Null when no briefing is asked for. */
  readonly briefing: TextFile | null;
}
