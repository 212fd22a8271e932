/** What `compile --draft` does besides: a number, a first page that tells what changed, a line in the history. */
import path from "node:path";
import type { Side } from "../compare/compare.ts";
import { readSide } from "../compare/read.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toOutput } from "../diagnostics/print/json.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { historyName, readHistory } from "../load/history.ts";
import { nightsOf, withNight } from "../model/history.ts";
import type { Night } from "../model/history.ts";
import type { Language } from "../model/map.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { causeOf, entryType } from "../world.ts";
import type { World } from "../world.ts";
import { historyText, writeHistory } from "../write/history.ts";
import { manifestFile, manifestOf } from "../write/manifest.ts";
import type { Added } from "../write/typeset.ts";
import { draftNumber } from "./draft-number.ts";

export interface DraftOptions {
  readonly draft: boolean;
  /** Running number of the draft, as typed; null without one. */
  readonly draftNumber: string | null;
  /** The earlier pack to compare with, as typed; `true` for the one that is about to be replaced; null for none. */
  readonly since: string | true | null;
  /** Does the report end with all that changed (修订对照)? */
  readonly comparison: boolean;
}

export interface Drafting {
  readonly number: number | null;
  /** Null when nothing is to be compared; the earlier pack is null for the first draft. */
  readonly since: { readonly pack: Side | null } | null;
  readonly comparison: boolean;
}

/**
 * What a draft is told about itself, and the earlier pack read before it is replaced; null for what is no draft.
 * Throws Fatal for a number that is none, and for an earlier pack that cannot be read.
 */
export async function openDraft(
  { draft, draftNumber: typed, since, comparison, out }: DraftOptions & { readonly out: string | null },
  target: string,
  world: World,
): Promise<Drafting | null> {
  if (!draft) return null;
  const number = draftNumber(typed, world.env);
  if (since === null) return { number, since, comparison };
  if (since !== true)
    return { number, since: { pack: await readSide(path.resolve(world.cwd, since), since) }, comparison };
  const isFirst = (await entryType(path.join(target, manifestFile))) === null;
  return { number, since: { pack: isFirst ? null : await readSide(target, out ?? "pack") }, comparison };
}

export interface NightFacts {
  /** Null for what is no draft: it has a place in the trend, but leaves no line. */
  readonly drafting: Drafting | null;
  readonly pack: Pack;
  readonly rendered: RenderedFiles;
  readonly result: CheckResult;
}

export interface Tonight {
  readonly own: Night;
  /** Earlier drafts and this one, the first first. */
  readonly all: readonly Night[];
  /** What the report opens and ends with once the pages are known; null for nothing. */
  readonly added: ((plan: PagePlan) => Added) | null;
  /** What is wrong with the history. */
  readonly diagnostics: readonly Diagnostic[];
}

/** This pack among the drafts of other nights, and what changed since the earlier pack when that was asked. */
export async function tonight(root: string, facts: NightFacts): Promise<Tonight> {
  const { drafting, pack, rendered, result } = facts;
  const history = await readHistory(root);
  const own = nightOf(result, pack, drafting?.number ?? null);
  const all = nightsOf(withNight(history.value, own));
  const told = { own, all, diagnostics: history.diagnostics };
  const since = drafting?.since ?? null;
  if (since === null) return { ...told, added: null };
  const { draftBlocks, draftComparison } = await import("../compare/draft.ts");
  const added = (plan: PagePlan): Added => {
    const { exitCode, map } = result;
    const manifest = manifestOf({ pack, map, plan, rendered, outputs: [], exitCode, inputs: [], version: "" });
    const outputs = plan.volumes.map(({ number: volume, numberedFrom }) => ({
      role: "appendix" as const,
      path: "",
      volume,
      numberedFrom,
    }));
    const to = { name: "", manifest: { ...manifest, outputs }, check: toOutput(result, pack.language) };
    const sides = { from: since.pack, to, nights: all };
    return {
      opening: draftBlocks(sides, pack.language),
      ending: drafting?.comparison === true ? draftComparison(sides, pack.language) : [],
    };
  };
  return { ...told, added };
}

/** Nights of the history beside the one that is being compiled, and what is wrong with it. */
export async function otherNights(root: string, day: string, drafting: Drafting | null): Promise<unknown> {
  const { value, diagnostics } = await readHistory(root);
  const number = drafting?.number ?? null;
  return { nights: nightsOf(value).filter((each) => each.day !== day || each.number !== number), diagnostics };
}

/** What a draft came to, as the history keeps it. */
function nightOf(result: CheckResult, pack: Pack, number: number | null): Night {
  const { asOf, total, sections, evidence, owed } = result;
  return {
    day: asOf,
    number,
    covered: total.covered,
    applicable: total.applicable,
    sections: new Map(sections.map(({ section, covered, applicable }) => [section.code, { covered, applicable }])),
    files: evidence.filter(({ state }) => state.type !== "ignored").length,
    exhibits: pack.exhibits.length,
    unreadable: evidence.filter(({ state }) => state.type === "unreadable").length,
    owed: owed.size,
  };
}

/**
 * Adds a night to the history of a workspace, which is read again for it: another run may have added one meanwhile. A
 * file that could not be read was told of already and stays as it is. Gives what went wrong.
 */
export async function keepNight(root: string, night: Night, language: Language): Promise<readonly Diagnostic[]> {
  const { value: history } = await readHistory(root);
  if (!history.writable) return [];
  try {
    await writeHistory(root, historyName, historyText(withNight(history, night), language));
    return [];
  } catch (error) {
    return [diagnostic("history-unwritten", { file: historyName }, { cause: causeOf(error) })];
  }
}
