/** What a workspace says beside its evidence, summed: by it a pack can be held against the workspace as it is now. */
import path from "node:path";
import { digestOf, sumOfFile } from "../digest.ts";
import { isLeftBehind } from "../model/left-behind.ts";
import { sortedByName } from "../model/order.ts";
import type { Workspace } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import type { Input } from "../schema/manifest.ts";
import { readdir, walk } from "../world.ts";
import { configFile, readConfig } from "./config.ts";
import { evidenceFolder } from "./evidence.ts";
import { factsFile } from "./figures.ts";
import { fontName } from "./fonts.ts";
import { isInside } from "./inside.ts";
import { lockName } from "./lock.ts";
import { findMap } from "./map-source.ts";
import { narrativeFolder } from "./narratives.ts";
import { noReadings } from "./readings.ts";
import { reportDataFiles } from "./report-data/read.ts";
import { tablesFolder } from "./tables/read.ts";

/**
 * Everything that decides, with the evidence, what stands in a pack of the workspace in `root`, in the order of names.
 * `more` are files that only the texts name. Of evipack.yaml what is not printed counts for nothing: `package`, and of
 * the passwords, of which not even a sum may be had, only how many there are. Throws Fatal where evipack.yaml is wrong.
 */
export async function inputsOf(root: string, more: Iterable<string> = []): Promise<readonly Input[]> {
  const config = await readConfig(root, noReadings);
  const { passwords = [], package: delivery, ...said } = config.value;
  const deciding = { ...said, ascii: delivery.ascii_names, passwords: [passwords].flat().length };
  const map = await findMap(root, said.map, config.at(["map"]), config.language);
  const named = [
    map.file,
    ...namedIn(config.value),
    ...(await below(root, narrativeFolder)),
    ...(await below(root, tablesFolder)),
    ...(await fontsIn(root, said.fonts)),
  ];
  const files = new Set([factsFile, ...reportDataFiles, lockName, ...named, ...more]);
  const inputs: Input[] = [{ path: configFile, sum: digestOf(deciding) }];
  for (const file of files) {
    if (file === configFile) continue;
    const sum = (await isInside(root, file)) ? await sumOfFile(path.join(root, file)) : null;
    if (sum !== null) inputs.push({ path: file, sum });
  }
  return sortedByName(inputs, (each) => each.path);
}

/** Inputs that are not as they were, that came and that went, by their names. */
export function changedInputs(then: readonly Input[], now: readonly Input[]): readonly string[] {
  const sums = (inputs: readonly Input[]): Map<string, string> => new Map(inputs.map((each) => [each.path, each.sum]));
  const [before, after] = [sums(then), sums(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return sortedByName(
    names.filter((name) => before.get(name) !== after.get(name)),
    (name) => name,
  );
}

/** Pictures that texts take from elsewhere; those among the evidence are told as evidence. */
export const picturesOf = ({ narratives }: Pick<Workspace, "narratives">): readonly string[] =>
  narratives.flatMap(({ pictures = [] }) => pictures).filter((file) => !file.startsWith(`${evidenceFolder}/`));

/** Files that evipack.yaml names beside the map; names of what comes with the program are no files here. */
const namedIn = ({ style = "", report }: WorkspaceFile): readonly string[] =>
  [style, report.template, report.briefing_template, report.reference].filter((name) => name !== undefined);

/** Everything in a folder but what systems and programs leave there. */
async function below(root: string, folder: string): Promise<readonly string[]> {
  const found = (await walk(path.join(root, folder))) ?? [];
  return found.map((each) => `${folder}/${each.path}`).filter((file) => !isLeftBehind(file));
}

async function fontsIn(root: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, folder)).catch(() => []);
  return names.filter((name) => fontName.test(name)).map((name) => path.posix.join(folder, name));
}
