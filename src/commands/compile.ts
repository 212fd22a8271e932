/** `evipack compile`: load → link → check → assemble → render → paginate → write. */
import path from "node:path";
import { check } from "../check/check.ts";
import type { Checked } from "../check/check.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { exit, isError } from "../diagnostics/severity.ts";
import { foresee } from "../deliver/foresee.ts";
import { linkEvidence } from "../link/link.ts";
import { inputsOf, picturesOf } from "../load/inputs.ts";
import { converterOfEnvironment } from "../load/converter.ts";
import { loadLooks } from "../load/looks.ts";
import { loadWorkspace } from "../load/workspace.ts";
import type { Pack } from "../model/pack.ts";
import type { ConverterSettings, Workspace } from "../model/workspace.ts";
import type { Input } from "../schema/manifest.ts";
import type { Looks } from "../schema/looks.ts";
import { whichEngine } from "../render/convert/which.ts";
import { withFarewell } from "../processes.ts";
import type { World } from "../world.ts";
import { openStaging } from "../write/staging.ts";
import type { Staging } from "../write/staging.ts";
import { folderUp } from "./folder-up.ts";
import type { AppendixMemory } from "./appendix-memory.ts";
import { openDraft, otherNights, tonight } from "./drafting.ts";
import type { Drafting, DraftOptions } from "./drafting.ts";
import { lateFaults } from "./late.ts";
import { logged } from "./log.ts";
import type { Log } from "./log.ts";
import type { LogOptions } from "./options.ts";
import { resultOf } from "./result.ts";
import { compileReporter, silent, systemFault } from "./compile-report.ts";
import type { CompileReporter } from "./compile-report.ts";
import { compileAgain } from "./reproducible.ts";
import { seenStates, withStates } from "./seen.ts";
import { sectionsNamed } from "./selection.ts";
import { isLasting, manifestIn, standingPack } from "./standing.ts";
import type { WriteFacts } from "../write/pack.ts";
import type { Findings, StandingPack } from "./standing.ts";
import { version } from "./version.ts";

export interface CompileOptions extends LogOptions, DraftOptions {
  /** Folder of the pack, as typed; null for `pack` in the workspace. */
  readonly out: string | null;
  /** Sections that the report is to hold, by code or title; all when empty. */
  readonly only: readonly string[];
  readonly requireComplete: boolean;
  /** Prints the pack as plain text and writes nothing. */
  readonly outline: boolean;
  /** Compiles once more, without the cache and elsewhere, and compares. */
  readonly checkReproducible: boolean;
  /** Writes the offline page too, unless evipack.yaml leaves it out. */
  readonly site: boolean;
}

export const runCompile = async (options: CompileOptions, world: World): Promise<number> =>
  logged("compile", { ...options, version: await version() }, world, (log) => compile(options, log, world));

async function compile(options: CompileOptions, log: Log, world: World): Promise<number> {
  const target = options.out === null ? path.join(options.root, "pack") : path.resolve(world.cwd, options.out);
  const staging = await openStaging(target, options.out ?? "pack", options.root);
  const reporter = compileReporter(options, log, world);
  const farewell = (): boolean => {
    const left = staging.abandon();
    if (left) reporter.interrupted();
    return left;
  };
  try {
    const drafting = await openDraft(options, target, world);
    return await withFarewell(async () => {
      const first = await compileInto({ staging, target, reporter, drafting }, options, world);
      if (!options.checkReproducible || !first.written) return first.exitCode;
      log.stage("compare");
      const differing = await compileAgain(target, (other) =>
        compileInto({ staging: other, target, reporter: silent, drafting }, { ...options, cache: null }, world),
      );
      reporter.compared(differing);
      return differing.length === 0 ? first.exitCode : Math.max(first.exitCode, exit.gaps);
    }, farewell);
  } catch (error) {
    throw systemFault(error, options.out ?? "pack");
  } finally {
    await staging.discard();
  }
}

interface Run {
  readonly staging: Staging;
  /** Folder of the pack, absolute. */
  readonly target: string;
  readonly reporter: CompileReporter;
  readonly drafting: Drafting | null;
}

interface Compiled {
  readonly exitCode: number;
  /** False when a pack was neither asked for nor allowed. */
  readonly written: boolean;
}

/** load, and whether anything is to be made at all. */
async function compileInto(run: Run, options: CompileOptions, world: World): Promise<Compiled> {
  const { staging, target, reporter, drafting } = run;
  const { root } = options;
  const named = converterOfEnvironment(world.env);
  reporter.onStage("load");
  const workspace = await loadWorkspace(options, world);
  await staging.begin();
  reporter.speak(workspace.value.language);
  const looks = await loadLooks(root, workspace.value);
  const only = sectionsNamed(options.only, workspace.value.map, options.language ?? workspace.value.language);
  const converter = named === null ? workspace.value.converter : { ...workspace.value.converter, engine: named };
  const engine = await whichEngine(workspace.value.evidence, converter);
  const nights = await otherNights(root, workspace.value.asOf, drafting);
  // What may be delivered changes nothing in the pack.
  const given = { ...workspace, value: { ...workspace.value, delivery: null } };
  const inputs = await inputsOf(root, picturesOf(workspace.value));
  const deciding = { workspace: given, looks, only, drafting, nights, converter, engine, inputs };
  const standing = await standingPack(target, deciding, options);
  const stands = await standing.recall();
  if (stands !== null) return tellStanding(stands, run, workspace, options);
  return make(run, { workspace, looks, only, converter, inputs, standing }, options);
}

interface Loaded {
  readonly workspace: Staged<Workspace>;
  readonly looks: Looks;
  readonly only: ReadonlySet<string> | null;
  readonly converter: ConverterSettings;
  readonly inputs: readonly Input[];
  readonly standing: StandingPack;
}

/** link → check → assemble → render → paginate → write. */
async function make(run: Run, loaded: Loaded, options: CompileOptions): Promise<Compiled> {
  const { staging, target, reporter, drafting } = run;
  const { workspace, looks, only, converter } = loaded;
  const { root, draft } = options;
  const { photosPerPage, passwords } = workspace.value;
  // What follows needs heavy libraries; a pack that stands does not wait for them.
  const { assemble, openMemories, paginatePack } = await import("./stages.ts");
  const { placeGlyphs, renderEvidence, siteFacts, writeOutline } = await import("./stages.ts");

  const { cache, made, earlier } = await openMemories(target, options.cache);
  const judge = judging(reporter);
  const assembled = (checked: Checked): Pack => {
    reporter.onStage("assemble");
    return assemble(checked, { looks, draft: drafting, only });
  };
  const first = judge(workspace);
  const planned = assembled(first);
  reporter.onStage("render");
  let usedEngine: string | null = null;
  const rendered = await renderEvidence(planned.exhibits, {
    root,
    scratch: staging.scratch,
    photosPerPage,
    passwords,
    converter,
    withheld: first.withheld,
    cache,
    made,
    whole: earlier?.whole ?? new Map(),
    onConverter: (id) => {
      usedEngine = id;
      reporter.onConverter(id);
    },
    onFile: reporter.onEvidence,
  }).finally(reporter.clear);
  // What cannot be read, and what a picture shows, is perhaps seen only now: the verdict must know.
  const seen = seenStates(workspace.value, rendered);
  const checked = seen.size === 0 ? first : judge(withStates(workspace, seen));
  const pack = seen.size === 0 ? planned : assembled(checked);
  reporter.onStage("paginate");
  const night = await tonight(root, { drafting, pack, rendered: rendered.files, result: resultOf(checked, { draft }) });
  const known = options.outline ? null : (earlier?.strips ?? new Map());
  const paged = await paginatePack(pack, rendered.files, looks, { added: night.added, cache: made, strips: known });
  const placed = await placeGlyphs(paged.diagnostics, { root, workspace: workspace.value });
  const more = [...night.diagnostics, ...rendered.diagnostics, ...placed];
  const facts = {
    ...paged.value,
    rendered: rendered.files,
    looks,
    workspace: folderUp(target, root),
    result: resultOf(checked, { more, draft }),
  };

  if (options.outline) {
    reporter.print(writeOutline(facts));
    return { exitCode: facts.result.exitCode, written: false };
  }
  if (isRefused(facts.result, options)) return refused(facts.result, reporter);
  const findings = { seen, more, night: night.own, converter: usedEngine };
  const isKept = isLasting(pack.exhibits, rendered, converter);
  const site =
    options.site && workspace.value.site ? await siteFacts(checked, { pack, looks, nights: night.all }) : null;
  return put(run, { ...facts, site, earlier, checked, findings, isKept }, loaded, options);
}

interface Made extends Omit<WriteFacts, "inputs" | "version" | "onFile"> {
  readonly earlier: AppendixMemory | null;
  readonly checked: Checked;
  readonly findings: Findings;
  /** The next run need not make it again where nothing changes. */
  readonly isKept: boolean;
}

/** write, and what is told of it. */
async function put(
  { staging, target, reporter }: Run,
  { checked, findings, isKept, ...facts }: Made,
  { workspace: { value: workspace }, inputs, standing }: Loaded,
  { root, draft }: CompileOptions,
): Promise<Compiled> {
  const { writePack } = await import("./stages.ts");
  reporter.onStage("write");
  const writing = { ...facts, inputs, version: await version(), onFile: reporter.onFile };
  const written = await writePack(staging.folder, writing);
  const { manifest } = written;
  const kept = await staging.commit();
  const late = await lateFaults({ root, draft }, findings.night, workspace, { manifest, result: facts.result });
  await facts.earlier?.keep(facts, written);
  if (isKept) await standing.keep(findings, manifest);
  const ahead = foresee(manifest, workspace.delivery, workspace.volumes);
  reporter.finish(facts.result, { manifest, target, kept, late, unfrozen: draft ? 0 : unfrozen(checked), ahead });
  return { exitCode: facts.result.exitCode, written: true };
}

/** What `compile` says where the pack that stands is the one that would be made. */
async function tellStanding(
  { seen, more, night, converter }: Findings,
  { target, reporter }: Run,
  workspace: Staged<Workspace>,
  options: CompileOptions,
): Promise<Compiled> {
  const { root, draft } = options;
  const checked = judging(reporter)(withStates(workspace, seen));
  const result = resultOf(checked, { more, draft });
  if (isRefused(result, options)) return refused(result, reporter);
  if (converter !== null) reporter.onConverter(converter);
  const manifest = await manifestIn(target);
  const late = await lateFaults({ root, draft }, night, workspace.value, { manifest, result });
  reporter.finish(result, {
    manifest,
    target,
    kept: null,
    late,
    unfrozen: draft ? 0 : unfrozen(checked),
    ahead: foresee(manifest, workspace.value.delivery, workspace.value.volumes),
    stands: true,
  });
  return { exitCode: result.exitCode, written: true };
}

const isRefused = ({ diagnostics }: CheckResult, { requireComplete }: CompileOptions): boolean =>
  requireComplete && diagnostics.some(isError);

function refused(result: CheckResult, reporter: CompileReporter): Compiled {
  reporter.refuse(result);
  return { exitCode: result.state, written: false };
}

/** A workspace → what is covered: link, check. */
const judging =
  ({ onStage }: CompileReporter) =>
  ({ value, diagnostics }: Staged<Workspace>): Checked => {
    onStage("link");
    const links = linkEvidence(value);
    onStage("check");
    return check(value, links, diagnostics);
  };

/** Exhibits with a number that may still move, in a workspace that keeps numbers at all. */
function unfrozen({ workspace: { lock }, numbering }: Checked): number {
  const given = new Set(lock.map((entry) => entry.number));
  return lock.length === 0 ? 0 : [...numbering.numbers.values()].filter((number) => !given.has(number)).length;
}
