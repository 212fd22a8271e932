/** How long a report takes as it grows, as PDF and as both PDF and DOCX. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { inTurns } from "./measure.ts";
import type { Measured } from "./measure.ts";

const root = path.join(import.meta.dirname, "..");

/** Compiled beside the program and in its way: what reads the sources would take memory that the program does not. */
const program = path.join(root, "dist", "report-run.js");

function compileProgram(): void {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    readonly dependencies: object;
  };
  buildSync({
    entryPoints: [path.join(import.meta.dirname, "report-run.ts")],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    external: Object.keys(dependencies).filter((name) => name !== "zod"),
  });
}

const sizes = [50, 150, 300, 600];

/**
 * The ratio is what a further page costs, between the smallest report and this one, as a multiple of what it costs
 * between the two smallest: about 1 as long as time grows with the pages and not faster.
 */
export async function report(): Promise<readonly Measured[]> {
  compileProgram();
  const all: Measured[] = [];
  for (const forms of [["pdf"], ["pdf", "docx"]]) {
    const measured = await inTurns(
      sizes.map((pages) => ({
        name: `${forms.join(" and ")}, ${String(pages)} pages`,
        argv: [program, String(pages), ...forms],
      })),
      3,
    );
    const cost = (at: number): number =>
      ((measured[at]?.milliseconds ?? 0) - (measured[0]?.milliseconds ?? 0)) / ((sizes[at] ?? 0) - (sizes[0] ?? 0));
    all.push(...measured.map((each, at) => ({ ...each, ratio: at === 0 ? 1 : cost(at) / cost(1) })));
  }
  return all;
}
