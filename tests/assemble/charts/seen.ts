/** Blocks with charts as lines of text: caption and alternative text of a figure, cells of a table. */
import { expect } from "vitest";
import type { Block, Figure } from "../../../src/model/document.ts";
import { misplaced, readDrawing } from "../../support/drawing.ts";

export const seen = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    if (block.type === "figure") {
      expect(misplaced(readDrawing(block.picture))).toEqual([]);
      return `${block.caption ?? ""} | ${block.alt}`;
    }
    if (block.type !== "table") throw new Error(block.type);
    const cells = block.rows.map((row) => row.map((cell) => cell.map((each) => ("text" in each ? each.text : ""))));
    return [block.columns.map(({ title }) => title), ...cells].map((row) => row.join(" ")).join("\n");
  });

/** Texts of the picture. */
export const shown = (figure: Figure | undefined): string[] =>
  figure === undefined ? [] : readDrawing(figure.picture).texts.map(({ text }) => text);
