/** `compile --check-reproducible`: the same pack once more, from a cold cache and at another place, byte by byte. */
import path from "node:path";
import { sumOfFile } from "../digest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortedByName } from "../model/order.ts";
import { makeFolder, walk, withTemporaryFolder } from "../world.ts";
import type { Staging } from "../write/staging.ts";

/** Compiles into a folder that is thrown away afterwards; tells which files are not those of the pack in `target`. */
export async function compileAgain(
  target: string,
  compile: (staging: Staging) => Promise<unknown>,
): Promise<readonly Diagnostic[]> {
  return withTemporaryFolder(async (place) => {
    const folder = path.join(place, "pack");
    const scratch = path.join(place, "scratch");
    await compile({
      folder,
      scratch,
      begin: async () => {
        for (const each of [folder, scratch]) await makeFolder(each);
      },
      commit: () => Promise.resolve(null),
      discard: () => Promise.resolve(),
      abandon: () => false,
    });
    return differences(await sumsOf(target), await sumsOf(folder));
  });
}

type Sums = ReadonlyMap<string, string | null>;

async function sumsOf(folder: string): Promise<Sums> {
  const sums = new Map<string, string | null>();
  for (const { path: name } of (await walk(folder)) ?? []) {
    sums.set(name, await sumOfFile(path.join(folder, name)));
  }
  return sums;
}

function differences(first: Sums, second: Sums): readonly Diagnostic[] {
  const names = sortedByName([...new Set([...first.keys(), ...second.keys()])], (name) => name);
  return names.flatMap((file) => {
    const [one, other] = [first.get(file), second.get(file)];
    if (one !== undefined && one === other) return [];
    const reason = one === undefined ? "added" : other === undefined ? "gone" : "changed";
    return [diagnostic("not-reproducible", { file }, { reason })];
  });
}
