/** Small models in memory: each helper fills in what a test does not care about. */
import { itemOf } from "../../src/link/items.ts";
import { readName } from "../../src/link/name-parts.ts";
import { departmentId, indicatorCode, requirementId, sourcePath } from "../../src/model/ids.ts";
import type { LinkedItem } from "../../src/model/coverage.ts";
import type { Evidence, FileState } from "../../src/model/evidence.ts";
import { usualPattern } from "../../src/model/exhibit-number.ts";
import { acceptedKinds, leavesOf } from "../../src/model/map.ts";
import type { Indicator, IndicatorMap, Requirement, Section } from "../../src/model/map.ts";
import type { Workspace } from "../../src/model/workspace.ts";

const at = { file: "indicators.yaml", line: 1, column: 1 };

export const education = departmentId("education");
export const finance = departmentId("finance");

type RequirementFacts = Partial<Omit<Requirement, "id" | "indicator">>;

export function requirement(indicator: string, key: string, facts: RequirementFacts = {}): Requirement {
  const code = indicatorCode(indicator);
  return {
    id: requirementId(code, key),
    indicator: code,
    key,
    title: key,
    aliases: [],
    kind: "document",
    accepts: acceptedKinds.document,
    onSite: false,
    min: 1,
    eachYear: false,
    docNumberRequired: false,
    max: null,
    sealRequired: false,
    originalRequired: false,
    bundle: [],
    window: { from: "2017-01-01", to: "2019-12-31" },
    lasting: false,
    optional: false,
    owner: education,
    at,
    ...facts,
  };
}

export function indicator(
  code: string,
  facts: Partial<Omit<Indicator, "code" | "requires">> = {},
  requires: Readonly<Record<string, RequirementFacts>> = {},
): Indicator {
  return {
    code: indicatorCode(code),
    title: `指标 ${code}`,
    criterion: "",
    lead: education,
    support: [],
    tags: [],
    data: [],
    weight: 1,
    veto: false,
    minShare: null,
    rollUp: null,
    scoring: { type: "narrative" },
    words: null,
    requires: Object.entries(requires).map(([key, each]) => requirement(code, key, each)),
    indicators: [],
    at,
    ...facts,
  };
}

export const section = (code: string, ...indicators: readonly Indicator[]): Section => ({
  code: indicatorCode(code),
  title: `部分 ${code}`,
  weight: 1,
  veto: false,
  minShare: null,
  rollUp: null,
  indicators,
  at,
});

export const mapOf = (...sections: readonly Section[]): IndicatorMap => ({
  id: "sample",
  title: "样例指标体系",
  status: "sample",
  language: "zh-CN",
  source: "",
  window: { from: "2017-01-01", to: "2019-12-31" },
  departments: new Map(),
  tags: new Map(),
  facts: new Map(),
  severities: new Map(),
  rollUp: null,
  minShare: null,
  bands: [],
  exhibitNumber: usualPattern,
  rules: { reuseLimit: null, photoLongSide: 1000, problemsShare: null },
  sections,
  sha256: "0".repeat(64),
  at,
});

const readable: FileState = { type: "readable", kind: "text", format: "txt", pages: null };

/** An item as loading would have made it; `path` is below `evidence/`, its first folder the department's. */
export function item(map: IndicatorMap, path: string, facts: Partial<Evidence> = {}): Evidence {
  const [, ...rest] = path.split("/");
  const name = rest.at(-1) ?? path;
  const folders = rest.slice(0, -1);
  const groups = (nodes: readonly Indicator[]): string[] =>
    nodes.flatMap((node) => (node.indicators.length === 0 ? [] : [node.code, ...groups(node.indicators)]));
  const codes = {
    leaves: leavesOf(map).map((leaf) => leaf.indicator.code as string),
    groups: map.sections.flatMap((each) => [each.code as string, ...groups(each.indicators)]),
  };
  return {
    ...readName(name, folders, codes),
    path: sourcePath(`evidence/${path}`),
    bytes: 10,
    sha256: path,
    department: path.startsWith("财政局/") ? finance : education,
    folders,
    name,
    state: readable,
    ...facts,
  };
}

/** A link to a requirement, past the linking stage. */
export function linkTo(
  map: IndicatorMap,
  wanted: Requirement,
  path: string,
  facts: Partial<Evidence> = {},
): LinkedItem {
  const leaf = leavesOf(map).find((each) => each.indicator.requires.includes(wanted));
  if (leaf === undefined) throw new Error(`${wanted.id} is not in the map`);
  const evidence = item(map, path, facts);
  const { indicator } = leaf;
  return {
    type: "linked",
    item: itemOf(evidence),
    indicator,
    requirement: wanted,
    serial: null,
    via: "code",
    role: "primary",
  };
}

export const workspaceOf = (map: IndicatorMap, facts: Partial<Workspace> = {}): Workspace => ({
  title: "样例",
  coverTitle: "样例",
  applicant: "样例区",
  office: "",
  contact: "",
  language: map.language,
  asOf: "2019-10-31",
  map,
  departments: [
    { id: education, name: "教育局", folder: "教育局", hasFolder: true, contact: "", group: "", at },
    { id: finance, name: "财政局", folder: "财政局", hasFolder: true, contact: "", group: "", at },
  ],
  stages: [],
  waivers: [],
  scores: new Map(),
  expertScores: new Map(),
  declaration: null,
  funds: [],
  surveys: [],
  rounds: [],
  facts: [],
  tables: new Map(),
  narratives: [],
  evidence: [],
  items: (facts.evidence ?? []).map(itemOf),
  rows: [],
  photosPerPage: 1,
  delivery: { maxFileMb: null, allowedTypes: null, asciiNames: false, leaveOut: [] },
  site: true,
  sheets: { page: "a4", start: "next" },
  appendix: {
    stamp: { position: "outer", at: "foot", form: null, plain: null },
    sheets: { cover: true, dividers: true, closing: false },
    index: "default",
    docx: { type: "index" },
    spines: null,
  },
  volumes: { by: "one", maxPages: null, maxBytes: null, numbering: "volume" },
  converter: { engine: "none", timeLimit: 30, pageLimit: 100 },
  lock: [],
  passwords: [],
  severities: new Map(),
  style: "gb9704",
  report: { template: null, briefing: false, briefingTemplate: null, pdf: "a-2a", reference: null },
  fonts: "fonts",
  at,
  ...facts,
});
