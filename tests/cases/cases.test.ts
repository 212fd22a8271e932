/** Small workspaces, one oddity each: what `check` says of them is a golden, and `compile` keeps its promises. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { expectText } from "./golden.ts";
import { readManifest, run } from "./run.ts";
import type { Ran } from "./run.ts";
import { configurationCases } from "./table/configuration.ts";
import { draftCases } from "./table/drafts.ts";
import { evidenceCases } from "./table/evidence.ts";
import { figureCases } from "./table/figures.ts";
import { linkingCases } from "./table/linking.ts";
import { narrativeCases } from "./table/narratives.ts";
import { registerCases } from "./table/registers.ts";
import { reportDataCases } from "./table/report-data.ts";
import { reviewCases } from "./table/review.ts";
import { ruleCases } from "./table/rules.ts";
import { valueCases } from "./table/values.ts";
import { build } from "./workspace.ts";
import type { Case } from "./workspace.ts";

const cases = [
  ...configurationCases,
  ...valueCases,
  ...figureCases,
  ...evidenceCases,
  ...linkingCases,
  ...narrativeCases,
  ...registerCases,
  ...reviewCases,
  ...ruleCases,
  ...reportDataCases,
  ...draftCases,
];
const folder = tempFolder();
const usualRuns = [["check"], ["check", "--lang", "en"]];

/** What can be seen of a run; sizes and page counts of outputs are other tests' business. */
function spell(argv: readonly string[], { exitCode, out, err }: Ran): string {
  const parts = [`$ evipack ${argv.join(" ")}`, ...(out === "" ? [] : ["--- stdout", steady(out)])];
  return [...parts, ...(err === "" ? [] : ["--- stderr", steady(err)]), `--- exit code ${String(exitCode)}`, ""].join(
    "\n",
  );
}

const steady = (text: string): string =>
  text
    .trimEnd()
    .replace(/\d+ KB$/gmu, "… KB")
    .replace(/　\d+ 页　/gu, "　… 页　")
    .replace(/ {2}\d+ pages {2}/gu, "  … pages  ");

const skipped = (each: Case): boolean => each.notOnWindows === true && process.platform === "win32";

test.each(cases.map((each) => [each.name, each] as const))("%s", async (name, each) => {
  if (skipped(each)) return;
  const root = path.join(folder, name, "workspace");
  build(root, each);
  const all: Ran[] = [];
  const texts = [`# ${each.about}\n`];
  for (const argv of each.runs ?? usualRuns) {
    const ran = await run(argv, root, each.env);
    all.push(ran);
    texts.push(spell(argv, ran));
  }
  expectText(path.join(import.meta.dirname, name, "expected.txt"), texts.join("\n"));

  const out = path.join(root, "..", "out");
  const checked = (each.runs === undefined ? all[0] : null) ?? (await run(["check"], root, each.env));
  shareContent(root);
  const compiled = await run(["compile", "--out", out], root, each.env);
  expect(compiled).toMatchObject({ exitCode: checked.exitCode });
  expect([...all, checked, compiled].flatMap(faultsOf)).toEqual([]);
  expect(existsSync(out)).toBe(![2, 4].includes(checked.exitCode));
  expect(existsSync(out) ? brokenPromises(root, out, compiled) : []).toEqual([]);
});

/** What is kept by its content is kept once for all cases: most of them print the same sheets of the same base. */
function shareContent(root: string): void {
  const [shared, own] = [path.join(folder, "content"), path.join(root, ".evipack/cache/content-v2")];
  if (existsSync(own)) return;
  mkdirSync(shared, { recursive: true });
  mkdirSync(path.dirname(own), { recursive: true });
  symlinkSync(shared, own, "junction");
}

/** Signs of a fault of the program. */
const faultsOf = ({ exitCode, out, err }: Ran): string[] =>
  exitCode === 70 || /\n\s+at .*[/\\:]\d+/u.test(`${out}${err}`) ? [`${out}${err}`] : [];

/** Every file below evidence/ once in the manifest, every output named, names legal on Windows, paths with `/`. */
function brokenPromises(root: string, out: string, compiled: Ran): string[] {
  const manifest = readManifest(out);
  const handedIn = filesBelow(path.join(root, "evidence")).map((file) => `evidence/${file}`);
  // An address in a register goes by its cell and has no bytes; it is listed besides the files.
  const addresses = /\.(?:xlsx|yaml)#[^/]+$/u;
  const listed = manifest.evidence
    .filter(({ source, sha256 }) => sha256 !== null || !addresses.test(source))
    .map((item) => item.source)
    .toSorted();
  const names = filesBelow(out).filter((file) => !file.startsWith("manifest."));
  const outputs = manifest.outputs.map((output) => output.path).toSorted();
  const said = `${readFileSync(path.join(out, "manifest.json"), "utf8")}${compiled.out}${compiled.err}`;
  const mayHaveBackslash = handedIn.some((file) => /[\\\n"]/u.test(file));
  return [
    ...(JSON.stringify(listed) === JSON.stringify(handedIn)
      ? []
      : [`evidence: ${JSON.stringify({ listed, handedIn })}`]),
    ...(JSON.stringify(outputs) === JSON.stringify(names.toSorted()) ? [] : [`outputs: ${names.join(", ")}`]),
    ...(manifest.exitCode === compiled.exitCode ? [] : [`exit code: ${String(manifest.exitCode)}`]),
    ...names.filter((name) => !name.split("/").every(isLegalOnWindows)).map((name) => `name: ${name}`),
    ...(mayHaveBackslash || !said.includes("\\") ? [] : ["a backslash in what was said"]),
  ];
}

function isLegalOnWindows(name: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const odd = /[<>:"/\\|?*\u0000-\u001f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
  return !odd.test(name) && name.length <= 120;
}

test("every golden belongs to a case, and every case has its own name", () => {
  const names = cases.map((each) => each.name);
  expect(new Set(names).size).toBe(names.length);
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "table")
    .map((entry) => entry.name);
  expect(folders.toSorted()).toEqual(names.toSorted());
});
