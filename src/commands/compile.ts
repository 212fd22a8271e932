/** `evipack compile`: load → link → check → assemble → render → paginate → write. */
import path from "node:path";
import { assemble } from "../assemble/assemble.ts";
import { sheetsOf } from "../assemble/sheets.ts";
import { check } from "../check/check.ts";
import type { Checked } from "../check/check.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import { exit, isError, reweigh } from "../diagnostics/severity.ts";
import { openCache } from "../engines/cache.ts";
import { linkEvidence } from "../link/link.ts";
import { converterOfEnvironment } from "../load/converter.ts";
import { placeGlyphs } from "../load/glyph-places.ts";
import { loadLooks, loadSiteWords } from "../load/looks.ts";
import { loadWorkspace } from "../load/workspace.ts";
import type { Evidence, FileState, Thumbnail } from "../model/evidence.ts";
import type { Night } from "../model/history.ts";
import type { Pack } from "../model/pack.ts";
import type { RenderedFile } from "../model/rendered.ts";
import { changeFiles } from "../model/workspace.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Looks } from "../schema/looks.ts";
import { renderEvidence } from "../render/render.ts";
import type { RenderedEvidence } from "../render/render.ts";
import { withFarewell } from "../processes.ts";
import type { World } from "../world.ts";
import { writeOutline } from "../write/outline.ts";
import { writePack } from "../write/pack.ts";
import type { SiteFacts } from "../write/site/write.ts";
import { openStaging } from "../write/staging.ts";
import type { Staging } from "../write/staging.ts";
import { paginatePack } from "../write/typeset.ts";
import { folderUp } from "./folder-up.ts";
import { keepNight, openDraft, tonight } from "./drafting.ts";
import type { Drafting, DraftOptions } from "./drafting.ts";
import { logged } from "./log.ts";
import type { Log } from "./log.ts";
import type { LogOptions } from "./options.ts";
import { resultOf } from "./result.ts";
import { compileReporter, silent, systemFault } from "./compile-report.ts";
import type { CompileReporter } from "./compile-report.ts";
import { compileAgain } from "./reproducible.ts";
import { sectionsNamed } from "./selection.ts";
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

async function compileInto(
  { staging, target, reporter, drafting }: Run,
  options: CompileOptions,
  world: World,
): Promise<Compiled> {
  const { root, draft } = options;
  const { scratch } = staging;

  const named = converterOfEnvironment(world.env);
  reporter.onStage("load");
  const workspace = await loadWorkspace(options, world);
  await staging.begin();
  reporter.speak(workspace.value.language);
  const looks = await loadLooks(root, workspace.value);
  const only = sectionsNamed(options.only, workspace.value.map, options.language ?? workspace.value.language);
  // link → check → assemble
  const judge = judging(reporter, { looks, draft: drafting, only });
  const first = judge(workspace);
  const { photosPerPage, passwords, converter, severities } = workspace.value;
  reporter.onStage("render");
  const rendered = await renderEvidence(first.pack.exhibits, {
    root,
    scratch,
    photosPerPage,
    passwords,
    converter: named === null ? converter : { ...converter, engine: named },
    cache: options.cache === null ? null : openCache(options.cache),
    onConverter: reporter.onConverter,
    onFile: reporter.onEvidence,
  }).finally(reporter.clear);
  // What cannot be read, and what a picture shows, is perhaps seen only now: the verdict must know.
  const seen = withSeen(workspace, rendered);
  const { checked, pack } = seen === workspace ? first : judge(seen);
  reporter.onStage("paginate");
  const standing = resultOf(checked, { draft });
  const night = await tonight(root, { drafting, pack, rendered: rendered.files, result: standing });
  const paged = await paginatePack(pack, rendered.files, looks, night.added);
  const placed = await placeGlyphs(paged.diagnostics, { root, workspace: workspace.value });
  const facts = {
    ...paged.value,
    rendered: rendered.files,
    looks,
    workspace: folderUp(target, root),
    result: resultOf(checked, { more: [...night.diagnostics, ...rendered.diagnostics, ...placed], draft }),
  };

  const { result } = facts;
  if (options.outline) reporter.print(writeOutline(facts));
  else if (options.requireComplete && result.diagnostics.some(isError)) {
    reporter.refuse(result);
    return { exitCode: result.state, written: false };
  } else {
    const site =
      options.site && workspace.value.site ? await siteFacts(checked, { pack, looks, nights: night.all }) : null;
    const more = { site, version: await version(), onFile: reporter.onFile };
    reporter.onStage("write");
    const manifest = await writePack(staging.folder, { ...facts, ...more });
    const kept = await staging.commit();
    const late = draft ? reweigh(await keepNight(root, night.own, workspace.value.language), severities) : [];
    reporter.finish(result, { manifest, target, kept, late, unfrozen: draft ? 0 : unfrozen(checked) });
  }
  return { exitCode: result.exitCode, written: !options.outline };
}

interface Judged {
  readonly checked: Checked;
  readonly pack: Pack;
}

/** A workspace → what it comes to: link, check, assemble. */
const judging =
  ({ onStage }: CompileReporter, about: Parameters<typeof assemble>[1]) =>
  ({ value, diagnostics }: Staged<Workspace>): Judged => {
    onStage("link");
    const links = linkEvidence(value);
    onStage("check");
    const checked = check(value, links, diagnostics);
    onStage("assemble");
    return { checked, pack: assemble(checked, about) };
  };

/** What the offline page tells beside the pack. */
const siteFacts = async (
  checked: Checked,
  { pack, looks, nights }: { readonly pack: Pack; readonly looks: Looks; readonly nights: readonly Night[] },
): Promise<SiteFacts> => ({
  words: await loadSiteWords(checked.workspace),
  sheets: sheetsOf(checked, pack, looks.words),
  stages: checked.workspace.stages,
  nights: nights.map(({ day, number, covered, applicable }) => ({ day, number, covered, applicable })),
});

/** Exhibits with a number that may still move, in a workspace that keeps numbers at all. */
function unfrozen({ workspace: { lock }, numbering }: Checked): number {
  const given = new Set(lock.map((entry) => entry.number));
  return lock.length === 0 ? 0 : [...numbering.numbers.values()].filter((number) => !given.has(number)).length;
}

/** The workspace with what rendering found out about its files; the same one when that is nothing. */
function withSeen(workspace: Staged<Workspace>, rendered: RenderedEvidence): Staged<Workspace> {
  let found = false;
  const see = (each: Evidence): Evidence => {
    const state = seenState(each, rendered);
    found ||= state !== each.state;
    return state === each.state ? each : { ...each, state };
  };
  const value = changeFiles(workspace.value, see);
  return found ? { ...workspace, value } : workspace;
}

function seenState({ path: source, state }: Evidence, rendered: RenderedEvidence): FileState {
  if (state.type === "unreadable") return rendered.inPart.has(source) ? { ...state, inPart: true } : state;
  if (state.type === "ignored") return state;
  const reason = rendered.unreadable.get(source);
  if (reason !== undefined) return { type: "unreadable", reason, format: state.format };
  const thumbnail = thumbnailOf(rendered.files.get(source));
  return thumbnail === undefined ? state : { ...state, thumbnail };
}

/** Of a picture with several pages none: it is a scan. */
function thumbnailOf(file: RenderedFile | undefined): Thumbnail | undefined {
  const [part, ...others] = file?.parts ?? [];
  return part?.type === "picture" && others.length === 0 ? part.thumbnail : undefined;
}
