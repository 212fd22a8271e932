/** facts.yaml and tables/ of a workspace → its figures. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { Workspace } from "../model/workspace.ts";
import { readFacts } from "./facts.ts";
import { readInside } from "./inside.ts";
import { readYaml } from "./kept-yaml.ts";
import type { Readings } from "./readings.ts";
import { readTables } from "./tables/read.ts";

export const factsFile = "facts.yaml";

/** Both are optional. */
export async function loadFigures(
  root: string,
  readings: Readings,
): Promise<Staged<Pick<Workspace, "facts" | "tables">>> {
  const tables = await readTables(root);
  const read = await readInside(root, factsFile);
  const found = [...tables.diagnostics];
  if (!read.ok) {
    if (read.failure !== "missing") found.push(diagnostic("cannot-read", { file: factsFile }, { cause: read.cause }));
    return { value: { facts: [], tables: tables.value }, diagnostics: found };
  }
  const schema = async () => (await import("../schema/workspace.ts")).factsFile;
  const checked = await readYaml(factsFile, read.bytes, schema, readings);
  found.push(...checked.diagnostics);
  if (checked.value === null) return { value: { facts: [], tables: tables.value }, diagnostics: found };
  const facts = readFacts(checked.value, tables.value);
  return { value: { facts: facts.value, tables: tables.value }, diagnostics: [...found, ...facts.diagnostics] };
}
