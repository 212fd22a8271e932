/** facts.yaml and tables/ of a workspace → its figures. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { Workspace } from "../model/workspace.ts";
import { readFacts } from "./facts.ts";
import { readInside } from "./inside.ts";
import { readTables } from "./tables/read.ts";

export const factsFile = "facts.yaml";

/** Both are optional. */
export async function loadFigures(root: string): Promise<Staged<Pick<Workspace, "facts" | "tables">>> {
  const tables = await readTables(root);
  const read = await readInside(root, factsFile);
  const found = [...tables.diagnostics];
  if (!read.ok) {
    if (read.failure !== "missing") found.push(diagnostic("cannot-read", { file: factsFile }, { cause: read.cause }));
    return { value: { facts: [], tables: tables.value }, diagnostics: found };
  }
  const facts = readFacts(factsFile, read.bytes, tables.value);
  return { value: { facts: facts.value, tables: tables.value }, diagnostics: [...found, ...facts.diagnostics] };
}
