/** Papers that bring words of their own to the line of the printed number: verify reads the number all the same. */
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { line, pagePdf } from "../support/handmade-pdf.ts";
import { compileSmall, printed } from "../support/small-pack.ts";

const a4 = "/MediaBox [0 0 595 842]";

/** A number of its own in the middle, at the right and at the left of the foot, at one height or another. */
const ownNumber = (y: number): string => [300, 500, 60].map((x) => line("- 2 -", x, y, 10)).join(" ");

/** Letters that stand for Hebrew ones, as a text layer says it. */
const hebrew = {
  resources: "/Font << /F1 5 0 R /F2 6 0 R >>",
  more: [
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>",
    {
      dict: "",
      content:
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange " +
        "1 beginbfrange <41> <5A> <05D0> endbfrange endcmap",
    },
  ],
};
const hebrewLine = (x: number, y: number): string => line("ABC", x, y, 10).replace("/F1", "/F2");

/** A letter that a text layer says in three. */
const ligatures = {
  ...hebrew,
  more: [
    hebrew.more[0] ?? "",
    {
      dict: "",
      content:
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange " +
        "1 beginbfchar <41> <006600660069> endbfchar endcmap",
    },
  ],
};

const heights = [14, 16, 18, 20, 22, 24, 26];
const turns = [0, 90, 180, 270];

const papers: readonly Buffer[] = [
  ...heights.map((y) => pagePdf(ownNumber(y), { page: a4 })),
  ...turns.map((turn) => {
    const [x = 0, y = 0] = { 0: [300, 20], 90: [575, 421], 180: [300, 822], 270: [20, 421] }[turn] ?? [0, 0];
    return pagePdf(line("own", x, y, 10), { page: `${a4} /Rotate ${String(turn)}` });
  }),
  pagePdf(`${hebrewLine(300, 20)} ${hebrewLine(60, 22)}`, { ...hebrew, page: a4 }),
  pagePdf(`${hebrewLine(300, 400)} ${line("ABCABCABC", 60, 300).replace("/F1", "/F2")}`, { ...ligatures, page: a4 }),
];

it.each(["outer", "left", "center", "right"].flatMap((position) => [`${position}, at: foot`, `${position}, at: head`]))(
  "stamp: { position: %s }",
  async (stamp) => {
    const files = Object.fromEntries(
      papers.map((bytes, index) => [`evidence/财政局/2-1-1 拨款凭证2017-04-${String(index + 10)}.pdf`, bytes]),
    );
    const yaml = `${config}site: false\nappendix: { stamp: { position: ${stamp} } }\n`;
    const small = await compileSmall(tempFolder(), { ...printed, ...files, "evipack.yaml": yaml });
    const told = await run(["verify", path.join(small.root, "pack")], small.root);
    expect(told.out).toContain("结论：完好");
    expect(told.exitCode).toBe(0);
  },
);
