/** A comparison as a person reads it on a terminal. */
import { styleText } from "node:util";
import { visible } from "../diagnostics/wording/wording.ts";
import { drawTable } from "../engines/table.ts";
import type { Language } from "../model/map.ts";
import { tell } from "./chapters.ts";
import type { PackDiff } from "./compare.ts";

export function comparisonText(diff: PackDiff, language: Language, color: boolean): string {
  const { title, lines, chapters } = tell(diff, language);
  const bold = (line: string): string => (color ? styleText("bold", line, { validateStream: false }) : line);
  return [
    [bold(title), ...lines.map(visible)].join("\n"),
    ...chapters.map((chapter) =>
      [
        bold(chapter.title),
        drawTable({ head: chapter.columns, rows: chapter.rows.map((row) => row.map(visible)), align: "left" }),
      ].join("\n"),
    ),
  ].join("\n\n");
}
