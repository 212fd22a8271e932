/** Captions of tables and figures: numbered by a field of Word (SEQ), so that a table put in between moves the rest. */
import { type ParagraphChild, SimpleField } from "../../engines/docx.ts";
import type { Figure, Table } from "../../model/document.ts";
import { captionText } from "../marks.ts";
import { bookmark, textRuns } from "./inline.ts";
import type { Drawing } from "./drawing.ts";
import { cleanLine } from "./text.ts";

/** Label and number of a caption, e.g. 表3, and what stands behind them; null for one without a number. */
export function captionParts(
  block: Table | Figure,
  { captions }: Drawing["context"]["style"],
): { label: string; number: number; words: string } | null {
  const { number, caption } = block;
  const [label = "", after] = captions[block.type].split("{n}");
  if (number === undefined || number === null || caption === null || after === undefined) return null;
  return { label, number, words: after.replace("{caption}", () => caption) };
}

/** The children of a caption's paragraph; label and number stand in a bookmark to which references lead. */
export function captionRuns(drawing: Drawing, block: Table | Figure): ParagraphChild[] {
  const { style } = drawing.context;
  const parts = captionParts(block, style);
  if (parts === null) return bookmark(drawing, block.anchor, textRuns(drawing, captionText(block, style)));
  const { label, number, words } = parts;
  // The name by which Word counts: that of its own captions in this language.
  const name = cleanLine(label).replace(/[^\p{L}\p{N}_]/gu, "") || block.type;
  // The form may join the label to its number (表3): a space would be seen.
  const before = label === "" ? [] : textRuns(drawing, label);
  const field = new SimpleField(` SEQ ${name} \\* ARABIC `, String(number));
  return [...bookmark(drawing, block.anchor, [...before, field]), ...textRuns(drawing, words)];
}
