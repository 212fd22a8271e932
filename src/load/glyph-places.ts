/** Where the characters stand that no font has: what a writer of the pack tells of its own file is told of the source. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import type { SourceRef } from "../model/source.ts";
import type { Workspace } from "../model/workspace.ts";
import { factsFile } from "./figures.ts";
import { readInside } from "./inside.ts";
import { configFile } from "./config.ts";

/**
 * The findings with `missing-glyphs` at the first place of each character: in a narrative, a YAML file of the workspace,
 * a file's name or its title in a register. One that stands in none of them stays told of the output.
 */
export async function placeGlyphs(
  found: readonly Diagnostic[],
  { root, workspace }: { readonly root: string; readonly workspace: Workspace },
): Promise<Diagnostic[]> {
  if (!found.some(({ code }) => code === "missing-glyphs")) return [...found];
  const sources = await sourcesOf(root, workspace);
  const placed = new Map<string, { readonly at: SourceRef; readonly characters: Set<string> }>();
  const left = found.flatMap((each): Diagnostic[] => {
    if (each.code !== "missing-glyphs") return [each];
    const unplaced = each.facts.characters.filter((character) => {
      const at = placeIn(sources, character);
      if (at === null) return true;
      const key = JSON.stringify(at);
      placed.set(key, placed.get(key) ?? { at, characters: new Set() });
      placed.get(key)?.characters.add(character);
      return false;
    });
    return unplaced.length === 0 ? [] : [diagnostic("missing-glyphs", each.at, { characters: unplaced })];
  });
  const told = [...placed.values()].map(({ at, characters }) =>
    diagnostic("missing-glyphs", at, { characters: [...characters].toSorted() }),
  );
  return [...left, ...told];
}

interface Source {
  readonly text: string;
  readonly at: SourceRef;
}

async function sourcesOf(root: string, { narratives, map, items }: Workspace): Promise<readonly Source[]> {
  const yaml = await Promise.all(
    [configFile, factsFile, map.at.file].map(async (file): Promise<Source[]> => {
      const read = await readInside(root, file);
      const lines = read.ok ? (decodeText(read.bytes) ?? "").split("\n") : [];
      return lines.map((text, index) => ({ text, at: { file, line: index + 1 } }));
    }),
  );
  const names = items.flatMap((item) => item.files.map(({ path }) => ({ text: path, at: { file: path } })));
  const rows = items.flatMap(({ title, registered }) =>
    registered === null ? [] : [{ text: title, at: registered.at }],
  );
  return [...narratives.flatMap(({ texts }) => texts), ...yaml.flat(), ...names, ...rows];
}

const placeIn = (sources: readonly Source[], character: string): SourceRef | null =>
  sources.find(({ text }) => text.includes(character))?.at ?? null;
