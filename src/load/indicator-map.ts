/** YAML of an indicator map → the map, with every name in it looked up. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { departmentId, indicatorCode, requirementId } from "../model/ids.ts";
import { acceptedKinds } from "../model/map.ts";
import type { Indicator, IndicatorMap, Requirement, Section, WordLimit } from "../model/map.ts";
import type { Period, SourceRef } from "../model/source.ts";
import { indicatorMap } from "../schema/map.ts";
import type { IndicatorFile, MapFile, RequirementFile } from "../schema/map.ts";
import type { Path } from "../model/places.ts";
import { sha256 } from "../world.ts";
import { patternFaults, readPattern } from "./exhibit-number.ts";
import { checkRollUps, readBand, readRollUp, readWeighing } from "./roll-up.ts";
import { readScoring } from "./scoring.ts";
import { readSeverities } from "./severities.ts";
import { checkYaml } from "./yaml-file.ts";
import type { Checked } from "../model/places.ts";

interface Reader {
  readonly at: Checked<MapFile>["at"];
  readonly window: Period | null;
  readonly tags: ReadonlySet<string>;
  readonly found: Diagnostic[];
  readonly codes: Map<string, SourceRef>;
}

/**
 * Reads a map; `window` of the workspace, when given, replaces the map's.
 * Null when the file has a fault that leaves no map to go on with.
 */
export function readMap(file: string, bytes: Uint8Array, window: Period | null): Staged<IndicatorMap | null> {
  const checked = checkYaml(file, bytes, indicatorMap);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const { value, at } = checked.value;
  const reader: Reader = {
    at,
    window: window ?? value.window ?? null,
    tags: new Set(Object.keys(value.tags)),
    found: [],
    codes: new Map(),
  };
  const words = wordsOf(value.words, null, at(["words"]), reader);
  const sections = value.sections.map((section, index): Section => {
    const path = ["sections", index];
    registerCode(section.code, path, reader);
    const indicators = section.indicators.map((node, child) =>
      readIndicator(node, [...path, "indicators", child], words, reader),
    );
    return {
      code: indicatorCode(section.code),
      title: section.title,
      ...readWeighing(section),
      indicators,
      at: at(path),
    };
  });
  const map: IndicatorMap = {
    id: value.id,
    title: value.title,
    status: value.status,
    language: value.language,
    source: value.source ?? "",
    window: reader.window,
    departments: new Map(Object.entries(value.departments)),
    tags: new Map(Object.entries(value.tags)),
    facts: new Map(
      Object.entries(value.facts).map(([id, { title, unit = "", base = "", group = "" }]) => [
        id,
        { title, unit, base, group },
      ]),
    ),
    severities: readSeverities(value.severity, (code) => at(["severity", code]), reader.found),
    rollUp: readRollUp(value.rollup),
    minShare: value.min_share ?? null,
    bands: value.bands.map(readBand),
    exhibitNumber: readPattern(value.exhibit_number, at(["exhibit_number"]), reader.found),
    rules: {
      reuseLimit: value.reuse_limit ?? null,
      photoLongSide: value.photos.min_long_side,
      problemsShare: value.problems?.min_share ?? null,
    },
    sections,
    sha256: sha256(bytes),
    at: { file },
  };
  reader.found.push(...patternFaults(map));
  reader.found.push(...checkRollUps(map, (band, key) => at(["bands", band, key], true)));
  return { value: map, diagnostics: reader.found };
}

function registerCode(code: string, path: Path, reader: Reader): void {
  const here = reader.at([...path, "code"]);
  const first = reader.codes.get(code);
  if (first === undefined) reader.codes.set(code, here);
  else reader.found.push(diagnostic("duplicate-code", here, { code, first }));
}

/** Bounds of a node's text: those that it sets itself win over those from above. */
function wordsOf(
  own: IndicatorFile["words"],
  above: WordLimit | null,
  at: SourceRef,
  reader: Reader,
): WordLimit | null {
  if (own === undefined) return above;
  tellReversed(own, at, reader);
  return { min: own.min ?? null, max: own.max ?? null };
}

/** An upper bound below the lower one. */
function tellReversed(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  at: SourceRef,
  reader: Reader,
): void {
  if (min === undefined || max === undefined || max >= min) return;
  reader.found.push(
    diagnostic("out-of-bounds", at, { key: "max", of: "number", bound: "min", limit: String(min), inclusive: true }),
  );
}

function readIndicator(node: IndicatorFile, path: Path, above: WordLimit | null, reader: Reader): Indicator {
  registerCode(node.code, path, reader);
  const { at, found, tags } = reader;
  for (const [index, tag] of node.tags.entries()) {
    if (tags.has(tag)) continue;
    found.push(diagnostic("unknown-tag", at([...path, "tags", index]), { id: tag, nearest: nearest(tag, tags) }));
  }
  const below = node.indicators ?? [];
  const words = wordsOf(node.words, above, reader.at([...path, "words"]), reader);
  if (below.length > 0 && node.requires !== undefined) {
    found.push(diagnostic("requires-on-group", at([...path, "requires"], true), { code: node.code }));
  }
  return {
    code: indicatorCode(node.code),
    title: node.title,
    criterion: node.criterion ?? "",
    lead: node.lead === undefined ? null : departmentId(node.lead),
    support: node.support.map(departmentId),
    tags: node.tags,
    data: node.data === undefined ? [] : [node.data].flat(),
    ...readWeighing(node),
    scoring: readScoring(node, path, reader),
    words,
    requires: readRequirements(node, path, reader),
    indicators: below.map((child, index) => readIndicator(child, [...path, "indicators", index], words, reader)),
    at: at(path),
  };
}

function readRequirements(node: IndicatorFile, path: Path, reader: Reader): Requirement[] {
  const first = new Map<string, SourceRef>();
  return (node.requires ?? []).map((file, index): Requirement => {
    const here = reader.at([...path, "requires", index]);
    const earlier = first.get(file.key);
    if (earlier === undefined) first.set(file.key, here);
    else {
      const facts = { key: file.key, indicator: indicatorCode(node.code), first: earlier };
      reader.found.push(diagnostic("duplicate-requirement", here, facts));
    }
    tellReversed(file, reader.at([...path, "requires", index, "max"]), reader);
    return readRequirement(file, node, here, reader.window);
  });
}

function readRequirement(
  file: RequirementFile,
  node: IndicatorFile,
  at: SourceRef,
  window: Period | null,
): Requirement {
  const indicator = indicatorCode(node.code);
  const owner = file.by ?? node.lead;
  return {
    id: requirementId(indicator, file.key),
    indicator,
    key: file.key,
    title: file.title,
    aliases: file.aliases,
    kind: file.kind,
    accepts: file.accepts ?? acceptedKinds[file.kind],
    onSite: file.on_site,
    min: file.min,
    eachYear: file.each === "year",
    docNumberRequired: file.doc_number === "required",
    max: file.max ?? null,
    sealRequired: file.seal === "required",
    originalRequired: file.original === "required",
    bundle: file.bundle,
    window: file.window ?? window,
    lasting: file.lasting,
    optional: file.optional,
    owner: owner === undefined ? null : departmentId(owner),
    at,
  };
}
