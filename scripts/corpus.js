/**
 * Compiles real files that nobody here wrote, one kind as one department, and tells what became of each:
 *   node scripts/corpus.js pdf|office|image [--sample N] [--page a4|original]
 * The files lie in `../shared/corpus` beside the project, or where EVIPACK_CORPUS says; without them it says so and
 * ends with 0. It ends with 1 when a file is missing from the manifest, too few are included, the run crashed, qpdf
 * or `evipack verify` complains, a process is left behind, or a page is not of A4 though all should be. `--sample N`
 * takes about so many files only; `--page` is what evipack.yaml would say of the sheets (usual: a4).
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const corpus = process.env.EVIPACK_CORPUS ?? path.join(root, "..", "shared", "corpus");

/** Share of the files that must come onto pages, of those that are named by `counted`. */
const kinds = {
  pdf: { least: 468 / 481, counted: () => true },
  office: { least: 0.96, counted: (name) => /\.(?:docx?|xlsx?|pptx?)$/iu.test(name) },
  image: { least: 0.9, counted: () => true },
};

const [kind, ...options] = process.argv.slice(2);
const valueOf = (option) => (options.includes(option) ? options[options.indexOf(option) + 1] : null);
const [number, page] = [valueOf("--sample"), valueOf("--page") ?? "a4"];
const asked = kinds[kind];
if (asked === undefined || !["a4", "original"].includes(page)) {
  console.error("usage: node scripts/corpus.js pdf|office|image [--sample N] [--page a4|original]");
  process.exit(2);
}
const source = path.join(corpus, kind);
if (!existsSync(source)) {
  console.log(`skipped: no corpus at ${path.relative(root, source)}`);
  process.exit(0);
}
const all = readdirSync(source).toSorted();
const every = number !== null ? Math.max(1, Math.ceil(all.length / Number(number))) : 1;
const names = all.filter((_, index) => index % every === 0);
/** What a user would write into evipack.yaml: the passwords that the authors of the files tell. */
const passwords = ["freedom", "hello", "pass", "password", "pwd123", "solrcell", "tika"];

const home = mkdtempSync(path.join(os.tmpdir(), "evipack-corpus-"));
const evidence = path.join(home, "evidence", "样例局", "1-1 样例材料");
mkdirSync(evidence, { recursive: true });
for (const name of names) cpSync(path.join(source, name), path.join(evidence, name));
writeFileSync(
  path.join(home, "evipack.yaml"),
  "title: 样例\napplicant: 样例区\nmap: indicators.yaml\nas_of: 2019-10-31\n" +
    `passwords: [${passwords.join(", ")}]\n` +
    `appendix: { page: ${page} }\n` +
    "departments:\n  sample: { name: 样例局 }\n",
);
writeFileSync(
  path.join(home, "indicators.yaml"),
  "id: sample\ntitle: 样例\nstatus: sample\nlanguage: zh-CN\nsections:\n  - code: '1'\n    title: 样例\n    indicators:\n" +
    "      - { code: 1-1, title: 样例, criterion: 样例, lead: sample, scoring: { type: met },\n" +
    "          requires: [{ key: sample, title: 样例材料, kind: document, min: 1 }] }\n",
);

const peaks = { own: 0, tree: 0 };
const started = performance.now();
const child = spawn(process.execPath, ["bin/evipack.js", "compile", "-C", home, "--no-cache"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
  // Whatever it starts inherits this, so that what is left behind can be found.
  env: { ...process.env, EVIPACK_CORPUS_RUN: home },
});
child.stdout.resume();
const watch = setInterval(() => {
  const { own, tree } = memoryOf(child.pid);
  peaks.own = Math.max(peaks.own, own);
  peaks.tree = Math.max(peaks.tree, tree);
}, 100);
const code = await new Promise((resolve) => child.once("exit", (value, signal) => resolve(value ?? signal)));
clearInterval(watch);
const seconds = (performance.now() - started) / 1000;
const left = processesOf(home);

const faults = [];
if (![0, 1, 3].includes(code)) faults.push(`the run ended with ${code}`);
if (left.length > 0) faults.push(`left running: ${left.join(", ")}`);
const manifest = JSON.parse(readFileSync(path.join(home, "pack", "manifest.json"), "utf8"));
const told = new Map(manifest.evidence.map((each) => [path.basename(each.source), each]));
const missing = names.filter((name) => !told.has(name));
if (missing.length > 0 || manifest.evidence.length !== names.length) faults.push(`not in the manifest: ${missing}`);
const counted = names.filter(asked.counted);
// The same bytes twice are printed once; the twin is on those pages too.
const shown = (name) => told.get(name)?.state === "included" || told.get(name)?.reason === "duplicate";
const included = counted.filter(shown);
const share = included.length / counted.length;
// A sample may by chance hold more of the hopeless ones.
if (every === 1 && share < asked.least) faults.push(`only ${(share * 100).toFixed(1)} % included`);
const clean = qpdf(path.join(home, "pack", "支撑材料汇编.pdf"));
if (clean !== "clean" && clean !== "skipped") faults.push(`qpdf: ${clean}`);

const verified = await ended("verify", path.join(home, "pack"));
if (verified !== 0) faults.push(`verify of the new pack ended with ${verified}`);

const sizes = page === "a4" ? sizesIn(path.join(home, "pack", "支撑材料汇编.pdf")) : [];
const odd = sizes.filter(([short, long]) => Math.abs(short - 595.28) > 3 || Math.abs(long - 841.89) > 3);
if (odd.length > 0) faults.push(`${odd.length} pages are not of A4, such as ${odd[0].join(" × ")}`);

for (const name of names) {
  const { state, reason } = told.get(name) ?? {};
  if (state !== "included" || reason !== null) console.log(`  ${state} ${reason}: ${name}`);
}
console.log(
  [
    `${kind}: ${names.length} files, ${included.length} of ${counted.length} included (${(share * 100).toFixed(1)} %)`,
    `${seconds.toFixed(0)} s`,
    `peak ${mb(peaks.own)} own, ${mb(peaks.tree)} with children`,
    `qpdf ${clean}`,
    `verify ${verified}`,
    page === "a4" ? `${sizes.length} pages, ${odd.length} not of A4` : "sizes kept",
    `exit ${code}`,
  ].join("; "),
);
if (process.env.EVIPACK_KEEP === undefined) rmSync(home, { recursive: true, force: true });
else console.log(`kept: ${home}`);
for (const fault of faults) console.error(`FAULT ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** The exit code of a command of ours. */
function ended(...argv) {
  const run = spawn(process.execPath, ["bin/evipack.js", ...argv], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve) => run.once("exit", (value, signal) => resolve(value ?? signal)));
}

function mb(kilobytes) {
  return kilobytes === 0 ? "?" : `${(kilobytes / 1024).toFixed(0)} MB`;
}

/** Resident memory in kilobytes, of a process and of all below it; 0 where /proc is not. */
function memoryOf(pid) {
  const rss = (id) => Number(/^VmRSS:\s+(\d+)/mu.exec(readProc(id, "status"))?.[1] ?? 0);
  const below = (id) =>
    readProc(id, `task/${id}/children`)
      .split(" ")
      .filter((each) => each.trim() !== "");
  const tree = (id) => rss(id) + below(id).reduce((sum, each) => sum + tree(each), 0);
  return { own: rss(pid), tree: tree(pid) };
}

function readProc(id, file) {
  try {
    return readFileSync(`/proc/${id}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** Processes that still name our folder in their command line or environment. */
function processesOf(folder) {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc").filter(
    (id) =>
      /^\d+$/u.test(id) &&
      Number(id) !== process.pid &&
      (readProc(id, "cmdline").includes(folder) || readProc(id, "environ").includes(folder)),
  );
}

/** Short and long side of each page in points, as pdfinfo tells them; none where it is not installed. */
function sizesIn(file) {
  try {
    const told = execFileSync("pdfinfo", ["-f", "1", "-l", "100000", file], { encoding: "utf8", maxBuffer: 1 << 28 });
    return [...told.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gu)].map(([, a, b]) =>
      [Number(a), Number(b)].toSorted((one, other) => one - other),
    );
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

function qpdf(file) {
  try {
    execFileSync("qpdf", ["--check", file], { stdio: "pipe" });
    return "clean";
  } catch (error) {
    if (error.code === "ENOENT") return "skipped";
    return `${error.stdout}${error.stderr}`.split("\n").slice(0, 3).join(" | ");
  }
}
