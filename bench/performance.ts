/** `npm run performance`: measures the appendix and writes docs/performance.md of what it found. */
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { appendix, changed, growth, heavy } from "./appendix.ts";
import type { Measured } from "./measure.ts";

const file = path.join(import.meta.dirname, "..", "docs", "performance.md");

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(row)].join("\n");
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
const megabytes = (peak: number | null): string => (peak === null ? "" : peak.toFixed(0));

const beside = (measured: readonly Measured[]): string =>
  tableOf(
    ["", `time ÷ ${measured[0]?.name ?? ""}`, "seconds", "peak memory, MB"],
    measured.map(({ name, ratio, milliseconds, peak }) => [
      name,
      ratio.toFixed(2),
      seconds(milliseconds),
      megabytes(peak),
    ]),
  );

const growing = (measured: readonly Measured[]): string =>
  tableOf(
    ["", "seconds", "seconds for a thousand pages", "÷ the first", "peak memory, MB"],
    measured.map(({ name, milliseconds, perThousand, ratio, peak }) => [
      name,
      seconds(milliseconds),
      seconds(perThousand ?? 0),
      ratio.toFixed(2),
      megabytes(peak),
    ]),
  );

const [many, large, again, grown] = [await appendix(), await heavy(), await changed(), await growth()];

writeFileSync(
  file,
  `# How fast the appendix is

Written by \`npm run performance\` (bench/performance.ts); nothing here is typed by hand. It was run on ${String(os.availableParallelism())} processors with Node ${process.versions.node.split(".")[0] ?? ""}. Seconds differ from machine to machine, so the first column is a ratio: all commands run by turns, each is divided by the first of the same round, and the median of the rounds stands here. Memory is that of a command and of all processes below it, looked at twenty times a second; the largest of all rounds.

evipack reads the workspace, with what an earlier check kept of it, makes every PDF ready, sets cover, indexes and dividers, and binds the volumes with numbers, bookmarks and links. The others put the same files one behind the other. \`read, hash, write\` is the least that can be done: \`cat\` of all files into one, and its SHA-256.

## Many small papers

2,000 PDFs with 7,000 pages, from the seed \`papers\`: text under a logo that all share, a font that one file in five embeds, some photos, some pages on their side. The appendix has a volume for each section, of at most 500 pages.

${beside(many)}

## Few large ones

60 PDFs of 25 MB that do not compress, from the seed \`heavy\`.

${beside(large)}

## After a change

The many small papers, after one of them was changed: its volume is bound again, the others are taken over from the pack that is replaced.

${beside(again)}

## As it grows

The same papers as above, more of them.

${growing(grown)}

## Again

\`\`\`sh
npm run performance
\`\`\`

Nothing else should be at work. The first run makes the papers, which takes some minutes and 8 GB in the folder for temporary files (\`evipack-bench\`); the same seed gives the same bytes. qpdf, mutool, pdfunite and pdftk take part when they are installed; qpdf keeps streams as they are (\`--stream-data=preserve\`), as all of them do. One table alone: \`npm run bench appendix\`, \`heavy\`, \`changed\` or \`growth\` ([benches](../bench/README.md)).
`,
);
console.log(`written: ${path.relative(process.cwd(), file)}`);
