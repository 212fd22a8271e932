/** A folder → the workspace: every file in it read, every fault told at once. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { exit, exitCode } from "../diagnostics/severity.ts";
import type { Codes } from "../link/codes.ts";
import { stemOf } from "../model/exhibit-number.ts";
import type { Indicator, IndicatorMap, Language } from "../model/map.ts";
import { leavesOf, requirementsOf } from "../model/map.ts";
import type { Workspace } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import type { World } from "../world.ts";
import { configFile, mapIn, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { readDepartments } from "./departments.ts";
import { evidenceFolder } from "./evidence.ts";
import { readHandedIn } from "./handed-in.ts";
import { setAside } from "./set-aside.ts";
import { converterSettings } from "./converter.ts";
import { badDay, beforeWindow, resolveDay } from "./day.ts";
import { factsFile, loadFigures } from "./figures.ts";
import { frontOf } from "./front.ts";
import { styleFaults } from "./style-names.ts";
import { judgementsOf } from "./judgements.ts";
import { readLock } from "./lock.ts";
import { findMap, isOutside } from "./map-source.ts";
import { checkNames } from "./names.ts";
import type { Stamps } from "./memory.ts";
import { readNarratives } from "./narratives.ts";
import { openReadings } from "./readings.ts";
import { printingOf } from "./printing.ts";
import { readReportSettings } from "./report-settings.ts";
import { loadReportData } from "./report-data/read.ts";
import { readSeverities } from "./severities.ts";
import type { Checked } from "../model/places.ts";

export interface LoadOptions {
  /** Folder of the workspace, absolute. */
  readonly root: string;
  /** The same as it was typed; its own name when left out. */
  readonly shown?: string;
  /** `YYYY-MM-DD` or `today`; wins over evipack.yaml. */
  readonly asOf: string | null;
  /** Folder of the cache; null when nothing shall be recalled from it or kept in it. */
  readonly cache: string | null;
  /** What is recalled of a file holds only where its bytes are the same, whatever its dates say. */
  readonly paranoid?: boolean;
  /** What was asked for a moment ago. */
  readonly stamps?: Stamps | undefined;
}

/**
 * Reads a workspace. Faults in evidence come back as diagnostics beside it. When the configuration or the map is wrong,
 * Fatal tells all that is wrong there, and what was handed in waits: held against such a map, sound files would be told
 * as faults. When there is nothing to evaluate, Fatal tells all that was found.
 */
export async function loadWorkspace(options: LoadOptions, world: World): Promise<Staged<Workspace>> {
  const { root } = options;
  const readings = await openReadings(options.cache);
  const config = await readConfig(root, readings, options.shown);
  const found: Diagnostic[] = [];
  const asOf = asOfDay(options.asOf, config, world, found);
  const source = await findMap(root, config.value.map, config.at(["map"]), config.language);
  const window = config.value.window ?? null;
  const map = await readings.recall(["map", source.file, window], source.bytes, () => mapIn(source, window));
  const figures = await loadFigures(root, readings);
  found.push(...map.diagnostics, ...figures.diagnostics);
  found.push(...beforeWindow(asOf, map.value, options.asOf === null ? config.at(["as_of"]) : { file: "" }));
  const settings = await readSettings(root, config, map.value?.language ?? config.language, found);
  if (map.value === null) {
    throw new Fatal([...found, ...(await loadReportData(root, null, readings)).diagnostics], config.language);
  }

  const departments = await readDepartments(root, config, map.value, found);
  const judgements = judgementsOf(config);
  const factsKnown = !found.some((each) => each.at.file === factsFile);
  const known = { map: map.value, departments, ...figures.value, factsKnown };
  const reportData = await loadReportData(root, known, readings);
  const named = [...checkNames({ ...known, ...judgements.value }), ...reportData.diagnostics];
  found.push(...judgements.diagnostics, ...(map.diagnostics.some(hidesCodes) ? named.filter(isSound) : named));
  const lock = await readLock(root, map.value, found);
  if (requirementsOf(map.value).length === 0) found.push(diagnostic("no-requirements", map.value.at, {}));
  if (asOf === null || exitCode(found) === exit.config) throw new Fatal(found, map.value.language);

  const passwords = [config.value.passwords ?? []].flat();
  const narratives = await readNarratives(root, map.value, passwords);
  const { cache, paranoid = false, stamps } = options;
  const given = { root, cache, paranoid, stamps, passwords, now: world.now, readings, aside: settings.aside };
  const handed = await readHandedIn({ ...given, map: map.value, departments, codes: codesOf(map.value) });
  found.push(...narratives.diagnostics, ...handed.diagnostics);
  if (handed.value === null || endsHere(found)) throw new Fatal(found, map.value.language);

  const workspace: Workspace = {
    ...settings.front,
    language: map.value.language,
    asOf,
    map: map.value,
    departments,
    ...judgements.value,
    ...reportData.value,
    ...figures.value,
    narratives: narratives.value,
    ...handed.value,
    lock,
    passwords,
    severities: new Map([...map.value.severities, ...settings.severities]),
    style: settings.style,
    report: settings.report,
    ...printingOf(config.value),
    converter: settings.converter,
    at: config.at([]),
  };
  return { value: workspace, diagnostics: found };
}

/** Is there nothing that could be gone on with? */
const endsHere = (found: readonly Diagnostic[]): boolean =>
  [exit.config, exit.nothing].some((code) => code === exitCode(found));

/** A fault for which a code that is written in the map may not be found there. */
const hidesCodes = ({ code }: Diagnostic): boolean =>
  code === "duplicate-code" || code === "duplicate-requirement" || code === "requires-on-group";

/** Not about a name that the map does not have, as far as can be seen. */
const isSound = ({ code }: Diagnostic): boolean => code !== "unknown-indicator" && code !== "unknown-requirement";

/** What evipack.yaml says by itself, whatever the map is; its faults are put into `found`. */
async function readSettings(root: string, config: Config, language: Language, found: Diagnostic[]) {
  const { value, at } = config;
  const style = await styleOf(root, config, language, found);
  const report = await readReportSettings(root, value.report, (key) => at(["report", key]));
  const converter = converterSettings(value.converter, at(["converter"]));
  const front = frontOf(config, language);
  found.push(...report.diagnostics, ...converter.diagnostics, ...front.diagnostics);
  const severities = readSeverities(value.severity, (code) => at(["severity", code]), found);
  const aside = await asideOf(root, config, found);
  return { front: front.value, style, report: report.value, converter: converter.value, severities, aside };
}

async function asideOf(
  root: string,
  { value, at }: Checked<WorkspaceFile>,
  found: Diagnostic[],
): Promise<ReadonlySet<string>> {
  const patterns = [value.ignore ?? []].flat();
  const aside = await setAside(path.join(root, evidenceFolder), patterns, (index) => at(["ignore", index]));
  found.push(...aside.diagnostics);
  return aside.value;
}

/** The style that evipack.yaml names, or the usual one of the language. */
async function styleOf(root: string, { value, at }: Config, language: Language, found: Diagnostic[]): Promise<string> {
  const style = value.style ?? (language === "en" ? "plain-en" : "gb9704");
  found.push(...(await styleFaults(root, style, at(["style"]))));
  if (isOutside(value.fonts)) found.push(diagnostic("path-outside", at(["fonts"]), { path: value.fonts }));
  return style;
}

/**
 * The day of judgement: option, evipack.yaml, SOURCE_DATE_EPOCH; the clock only when asked for "today". By an option
 * that is no day nothing can be judged: Fatal, so that it is told alone.
 */
function asOfDay(option: string | null, config: Config, world: World, found: Diagnostic[]): string | null {
  if (option !== null) {
    const resolved = resolveDay(option, world);
    if (resolved === null) throw new Fatal([badDay(option)], config.language);
    return resolved;
  }
  if (config.value.as_of !== undefined) return config.value.as_of;
  const epoch = Number(world.env["SOURCE_DATE_EPOCH"] ?? "");
  const lastSecond = 253_402_300_799;
  if (Number.isInteger(epoch) && epoch > 0 && epoch <= lastSecond)
    return new Date(epoch * 1000).toISOString().slice(0, 10);
  found.push(diagnostic("no-as-of", { file: configFile, line: 1 }, {}));
  return null;
}

function codesOf(map: IndicatorMap): Codes {
  const leaves = leavesOf(map).map((leaf) => leaf.indicator.code as string);
  const groups = (nodes: readonly Indicator[]): string[] =>
    nodes.flatMap((node) => (node.indicators.length === 0 ? [] : [node.code, ...groups(node.indicators)]));
  const pattern = map.exhibitNumber;
  const stems = leavesOf(map).map((leaf) => [stemOf(leaf, pattern, map), leaf.indicator.code] as const);
  return {
    leaves,
    groups: map.sections.flatMap((each) => [each.code, ...groups(each.indicators)]),
    ...(pattern.at === null ? {} : { numbers: { pattern, stems } }),
  };
}
