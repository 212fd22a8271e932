/** The files of a new workspace: configuration with comments, figures to fill in, a text for every indicator. */
import { safeName } from "../assemble/assign/names.ts";
import { parseFormula } from "../engines/formula/parse.ts";
import type { Indicator, IndicatorMap } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import { initWords } from "./init-words.ts";

/** Paths relative to the workspace, with their texts. */
export function newWorkspace(map: IndicatorMap, asOf: string | null, mapName: string): ReadonlyMap<string, string> {
  const words = initWords[map.language];
  const leaves = leavesOf(map).map((leaf) => leaf.indicator);
  const files = new Map<string, string>([
    ["evipack.yaml", configuration(map, leaves, asOf, mapName)],
    ["facts.yaml", figures(map, leaves)],
    ["narrative/overview.md", words.overview],
    ["narrative/problems.md", words.problems],
    [".gitignore", "/pack/\n/pack-kept-*/\n/.pack.*\n/draft/\n/.draft.*\n/assign/\n/chase/\n/reports/\n"],
    [".gitattributes", "evipack.history.yaml merge=union\n"],
  ]);
  for (const [index, leaf] of leaves.entries()) {
    files.set(
      `narrative/${leaf.code}.md`,
      index === 0 ? words.example(leaf.code, leaf.title) : words.stub(leaf.code, leaf.title),
    );
  }
  for (const name of map.departments.values()) files.set(`evidence/${safeName(name)}/.gitkeep`, "");
  return files;
}

const quoted = (text: string): string => JSON.stringify(text);

function configuration(map: IndicatorMap, leaves: readonly Indicator[], asOf: string | null, mapName: string): string {
  const words = initWords[map.language].config;
  const departments = [...map.departments].flatMap(([id, name]) => {
    const folder = safeName(name);
    return [`  ${id}: { name: ${quoted(name)}${folder === name ? "" : `, folder: ${quoted(folder)}`} }`];
  });
  const scored = leaves.filter((leaf) => leaf.scoring.type !== "narrative" && leaf.scoring.type !== "threshold");
  const day = asOf ?? map.window?.to ?? "2026-12-31";
  return [
    "# yaml-language-server: $schema=.evipack/workspace.schema.json",
    ...words.head,
    `title: ${quoted(words.title(map.title))}`,
    `applicant: ${quoted(words.applicant)}`,
    `office: ${quoted(words.office)}`,
    `map: ${mapName}`,
    `as_of: ${quoted(day)} ${words.asOf}`,
    `declaration: true ${words.declaration}`,
    ...(map.window === null ? [] : [`# window: { from: ${map.window.from}, to: ${map.window.to} } ${words.window}`]),
    "",
    ...words.departments,
    "departments:",
    ...departments,
    "",
    ...words.stages,
    "",
    ...words.scores,
    ...(scored[0] === undefined
      ? []
      : [`# scores:`, `#   ${scored[0].code}: { self: ${exampleScore(scored[0])}, reason: ${quoted(words.reason)} }`]),
    "",
    ...words.waivers(leaves.at(-1)?.code ?? ""),
    "",
    ...words.reportData,
    "",
    ...words.settings,
    "",
  ].join("\n");
}

function exampleScore({ scoring }: Indicator): string {
  switch (scoring.type) {
    case "gate":
      return "pass";
    case "points":
    case "ordinal":
      return String(scoring.max);
    case "grade":
      return scoring.ladder.at(-1)?.grade ?? "A";
    case "met":
    case "threshold":
    case "narrative":
      return "met";
  }
}

/** Every figure that a formula of the map asks for, still without a value. */
function figures(map: IndicatorMap, leaves: readonly Indicator[]): string {
  const words = initWords[map.language].facts;
  const names = new Map<string, string[]>();
  const leads = new Map<string, Set<string>>();
  for (const { scoring, code, lead } of leaves) {
    if (scoring.type !== "threshold") continue;
    const formula = parseFormula(scoring.formula);
    for (const name of formula.ok ? formula.names : []) {
      names.set(name, [...(names.get(name) ?? []), code]);
      const department = lead === null ? undefined : map.departments.get(lead);
      if (department !== undefined) leads.set(name, new Set([...(leads.get(name) ?? []), department]));
    }
  }
  return [
    "# yaml-language-server: $schema=.evipack/facts.schema.json",
    ...words.head,
    ...[...names].flatMap(([name, codes]) => {
      const asked = map.facts.get(name);
      const optional = (key: string, value: string | undefined): string[] =>
        value === undefined || value === "" ? [] : [`  ${key}: ${quoted(value)}`];
      return [
        `${name}: # ${words.usedBy(codes, [...(leads.get(name) ?? [])])}`,
        `  title: ${quoted(asked?.title ?? name.replaceAll("_", " "))}`,
        `  value: ${words.value}`,
        `  item: "" ${words.item}`,
        ...optional("unit", asked?.unit),
        ...optional("base", asked?.base),
        `  group: ${quoted(asked?.group || words.group)}`,
      ];
    }),
    "",
  ].join("\n");
}
