/** How long an appendix of PDFs takes beside programs that only put them one behind the other, and as it grows. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { laidTogether } from "./laid-together.ts";
import { inTurns } from "./measure.ts";
import type { Case, Measured } from "./measure.ts";
import { heavyPapers, papers } from "./papers.ts";

const kept = path.join(os.tmpdir(), "evipack-bench");
const out = path.join(kept, "appendix");

/** `EVIPACK_BENCH_ROUNDS` and `EVIPACK_BENCH_PAGES` name other numbers, to try the bench out. */
const rounds = Number(process.env["EVIPACK_BENCH_ROUNDS"] ?? 3);
const sizes = (process.env["EVIPACK_BENCH_PAGES"] ?? "1000,5000,20000").split(",").map(Number);

/** Many small papers: 2,000 PDFs with 7,000 pages. */
export const appendix = async (): Promise<readonly Measured[]> =>
  beside(await papers(kept, { files: 2000, pages: 7000 }));

/** The many small papers again, after one of them was changed; everything else is remembered. */
export async function changed(): Promise<readonly Measured[]> {
  const root = await papers(kept, { files: 2000, pages: 7000 });
  built();
  const before = path.join(kept, "appendix-before");
  const [first] = pdfsOf(root);
  if (first === undefined) throw new Error("no PDF to be changed");
  const bytes = readFileSync(first);
  const again = (): void => {
    clear();
    rmSync(before, { recursive: true, force: true });
    mkdirSync(before, { recursive: true });
    writeFileSync(first, bytes);
    rmSync(path.join(root, ".evipack"), { recursive: true, force: true });
    spawnSync(process.execPath, [program, root, before, before]);
    // A comment behind the end: other bytes, the same pages.
    writeFileSync(first, Buffer.concat([bytes, Buffer.from("\n% changed\n")]));
  };
  try {
    const cases = [
      evipack("from nothing", root),
      { name: "one file changed", argv: [program, root, out, before], before: again },
    ];
    return await inTurns(cases, rounds);
  } finally {
    writeFileSync(first, bytes);
    rmSync(before, { recursive: true, force: true });
  }
}

/** Few large ones: 60 PDFs of 25 MB that do not compress. */
export const heavy = async (): Promise<readonly Measured[]> =>
  beside(await heavyPapers(kept, { files: 60, bytes: 25_000_000 }));

/** From 1,000 to 20,000 pages: what a thousand pages cost. */
export async function growth(): Promise<readonly Measured[]> {
  built();
  const measured: Measured[] = [];
  for (const pages of sizes) {
    const root = await papers(kept, { files: Math.round(pages / 3.5), pages });
    measured.push(...(await inTurns([{ ...evipack(`${String(pages)} pages`, root), files: pages }], 1)));
  }
  const [first] = measured;
  return measured.map((each) => ({ ...each, ratio: (each.perThousand ?? 0) / (first?.perThousand ?? 1) }));
}

const program = path.join(import.meta.dirname, "..", "tmp", "appendix-run.js");

/** The bench as the program is built: what loads sources, or all libraries at once, would be measured too. */
const built = (): void => laidTogether("bench/appendix-run.ts");

const evipack = (name: string, root: string): Case => ({ name, argv: [program, root, out], before: clear });

function clear(): void {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
}

const pdfsOf = (root: string): readonly string[] =>
  readdirSync(path.join(root, "evidence"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".pdf"))
    .toSorted()
    .map((file) => path.join(root, "evidence", file));

/** Programs that join PDFs; those that are not installed are told and left out. */
async function beside(root: string): Promise<readonly Measured[]> {
  clear();
  built();
  const list = path.join(kept, "list.txt");
  writeFileSync(list, `${pdfsOf(root).join("\n")}\n`);
  const joined = path.join(out, "joined.pdf");
  const shell = (command: string): readonly string[] => ["-c", `ulimit -n 65536; ${command}`, list, joined];
  const all = `xargs -s 2000000 -d '\\n' -a "$0" sh -c`;
  const peers = [
    {
      program: "qpdf",
      does: `${all} 'out=$1; shift; qpdf --empty --stream-data=preserve --pages "$@" -- "$out"' _ "$1"`,
    },
    { program: "mutool", does: `${all} 'out=$1; shift; mutool merge -o "$out" "$@"' _ "$1"` },
    { program: "pdfunite", does: `${all} 'out=$1; shift; pdfunite "$@" "$out"' _ "$1"` },
    { program: "pdftk", does: `${all} 'out=$1; shift; pdftk "$@" cat output "$out"' _ "$1"` },
  ];
  const there = peers.filter((peer) => {
    const found = spawnSync("sh", ["-c", `command -v ${peer.program}`]).status === 0;
    if (!found) console.log(`${peer.program} is not installed: left out`);
    return found;
  });
  const limit = `${all} 'out=$1; shift; cat "$@" | tee "$out" | sha256sum > /dev/null' _ "$1"`;
  return inTurns(
    [
      ...there.map((peer) => ({ name: peer.program, program: "sh", argv: shell(peer.does) })),
      { name: "read, hash, write", program: "sh", argv: shell(limit) },
      evipack("evipack", root),
    ],
    rounds,
  );
}
