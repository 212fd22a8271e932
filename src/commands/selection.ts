/** Which part of a check was asked for: names as typed become departments, codes and an earlier check. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import type { DepartmentId, IndicatorCode } from "../model/ids.ts";
import type { Indicator, IndicatorMap, Language } from "../model/map.ts";
import type { Earlier, Selection } from "../model/selection.ts";
import type { Department, Workspace } from "../model/workspace.ts";
import { entryType } from "../world.ts";
import type { World } from "../world.ts";

export interface Asked {
  /** Ids, names or folders. */
  readonly departments: readonly string[];
  /** Codes of sections, groups or leaves. */
  readonly sections: readonly string[];
  /** The folder of a pack or of a delivery, a manifest.json, or a check as JSON. */
  readonly since: string | null;
}

/** Throws `Fatal` with every name that nothing goes by, each with the nearest one. */
export async function readSelection(
  asked: Asked,
  workspace: Workspace,
  language: Language,
  world: World,
): Promise<Selection> {
  const found: Diagnostic[] = [];
  const departments = unique(asked.departments.flatMap((name) => idsOf(departmentsWith(name, workspace, found))));
  const codes = unique(asked.sections.flatMap((name) => codeNamed(name, workspace, found)));
  if (found.length > 0) throw new Fatal(found, language);
  const { since } = asked;
  if (since === null) return { departments, codes, since };
  return { departments, codes, since: await earlierNamed(since, path.resolve(world.cwd, since), language) };
}

/** A pack may be named by its folder; throws `Fatal` when nothing to compare with goes by the name. */
async function earlierNamed(name: string, target: string, language: Language): Promise<Earlier> {
  const { readEarlier } = await import("../load/earlier.ts");
  if ((await entryType(target)) !== "folder") return readEarlier(name, target, language);
  const { manifestAt } = await import("../compare/read.ts");
  return readEarlier(name, (await manifestAt(target, name)).file, language);
}

/**
 * Codes of the sections that go by these codes or titles; null when none is asked for. Throws `Fatal` with every name
 * that no section goes by.
 */
export function sectionsNamed(
  names: readonly string[],
  { sections }: IndicatorMap,
  language: Language,
): ReadonlySet<string> | null {
  if (names.length === 0) return null;
  const found: Diagnostic[] = [];
  const codes = names.flatMap((name) => {
    const wanted = name.normalize("NFC").trim();
    const section = sections.find((each) => each.code === wanted || each.title === wanted);
    if (section !== undefined) return [section.code];
    const known = sections.map((each) => `${each.code} ${each.title}`);
    const near = nearest(
      wanted,
      sections.flatMap((each) => [each.code, each.title]),
    );
    found.push(diagnostic("unknown-name", { file: "" }, { what: "section", name, known, nearest: near }));
    return [];
  });
  if (found.length > 0) throw new Fatal(found, language);
  return new Set(codes);
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * The departments of these ids, names or folders; null where none is asked for. Throws `Fatal` with every name that
 * nothing goes by, each with the nearest one.
 */
export function departmentsNamed(names: readonly string[], workspace: Workspace): ReadonlySet<Department> | null {
  if (names.length === 0) return null;
  const found: Diagnostic[] = [];
  const departments = names.flatMap((name) => departmentsWith(name, workspace, found));
  if (found.length > 0) throw new Fatal(found, workspace.language);
  return new Set(departments);
}

const idsOf = (departments: readonly Department[]): DepartmentId[] => departments.map((each) => each.id);

function departmentsWith(name: string, { departments }: Workspace, found: Diagnostic[]): readonly Department[] {
  const wanted = name.normalize("NFC").trim();
  const names = (each: Department): string[] => [each.name, each.folder, each.id].map((one) => one.normalize("NFC"));
  const fitting = departments.filter((each) => names(each).includes(wanted));
  if (fitting.length > 0) return fitting;
  const known = departments.map((each) => each.name);
  const near = nearest(wanted, departments.flatMap(names));
  found.push(diagnostic("unknown-name", { file: "" }, { what: "department", name, known, nearest: near }));
  return [];
}

function codeNamed(name: string, { map }: Workspace, found: Diagnostic[]): IndicatorCode[] {
  const below = (nodes: readonly Indicator[]): IndicatorCode[] =>
    nodes.flatMap((node) => [node.code, ...below(node.indicators)]);
  const known = map.sections.flatMap((each) => [each.code, ...below(each.indicators)]);
  const wanted = name.trim();
  const code = known.find((each) => each === wanted);
  if (code !== undefined) return [code];
  const sections = map.sections.map((each) => each.code);
  const near = nearest(wanted, known);
  found.push(diagnostic("unknown-name", { file: "" }, { what: "indicator", name, known: sections, nearest: near }));
  return [];
}
