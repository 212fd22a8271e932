/** `{% table %}`: a Markdown table whose rows may come out of a loop, with a caption, widths and a side to be read from. */
import { Misuse } from "../../engines/liquid.ts";
import type { Column, Table } from "../../model/document.ts";
import type { Slots } from "./slots.ts";

/**
 * Lines that are empty do not end the table, for loops leave some. A first line `: …` is the caption, as pandoc has it.
 * `widths` are shares in any unit, one for each column.
 */
export function tableOf(body: string, widths: unknown, sideways: unknown, slots: Slots): Table {
  const lines = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const captioned = /^[:：](?!-)/u.test(lines[0] ?? "");
  const [head = "", rule = "", ...rows] = captioned ? lines.slice(1) : lines;
  const [titles, aligns] = [cellsOf(head), cellsOf(rule)];
  if (titles.length !== aligns.length || !aligns.every((each) => /^:?-+:?$/u.test(each))) wrong("table");
  const shares = sharesOf(widths, titles.length);
  return {
    type: "table",
    caption: captioned ? slots.words((lines[0] ?? "").slice(1).trim()) : null,
    columns: titles.map((title, index): Column => ({
      title: slots.plain(title),
      share: shares[index] ?? 0,
      align: alignOf(aligns[index] ?? ""),
    })),
    rows: rows.map((row) => {
      const cells = cellsOf(row);
      if (cells.length > titles.length) wrong("row");
      return titles.map((_, index) => slots.cell(cells[index] ?? ""));
    }),
    ...(sideways === true ? { sideways } : {}),
  };
}

function wrong(name: "table" | "row" | "widths"): never {
  throw new Misuse("value", { name });
}

function cellsOf(line: string): string[] {
  if (!line.startsWith("|")) wrong("table");
  return line
    .slice(1)
    .replace(/(?<!\\)\|$/u, "")
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll("\\|", "|").trim());
}

function alignOf(rule: string): Column["align"] {
  if (!rule.endsWith(":")) return "left";
  return rule.startsWith(":") ? "center" : "right";
}

function sharesOf(widths: unknown, count: number): number[] {
  if (widths === undefined) return Array.from({ length: count }, () => 1 / count);
  const numbers = typeof widths === "string" ? widths.trim().split(/\s+/u).map(Number) : [];
  if (numbers.length !== count || !numbers.every((each) => each > 0)) wrong("widths");
  const total = numbers.reduce((sum, each) => sum + each, 0);
  return numbers.map((each) => each / total);
}
