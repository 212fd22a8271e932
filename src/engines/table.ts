/** The only importer of cli-table3: columns that line up when some characters are two wide. */
import Table from "cli-table3";

const none = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** Draws rows without rules; the first column reads from the left, the others are figures unless `align` says otherwise. */
export function drawTable({
  head,
  rows,
  align = "right",
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly align?: "left" | "right";
}): string {
  const table = new Table({
    chars: none,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colAligns: head.map((_, index) => (index === 0 ? "left" : align)),
  });
  table.push([...head], ...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
