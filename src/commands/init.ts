/** `evipack init DIR --map ID`: a workspace that checks clean but for the evidence that is still to come; `--ci`: its nightly job. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { badDay, resolveDay } from "../load/day.ts";
import { builtInMap, builtInMaps } from "../load/map-source.ts";
import { readMap } from "../load/indicator-map.ts";
import { nearest } from "../engines/nearest.ts";
import type { IndicatorMap } from "../model/map.ts";
import { jsonSchema } from "../schema/json-schema.ts";
import { causeOf, entryType, makeFolder, readdir, readFile, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import { configFile } from "../load/config.ts";
import { writeJob } from "./init-ci.ts";
import type { CiHost } from "./init-ci.ts";
import { newWorkspace } from "./init-files.ts";
import type { CommonOptions } from "./options.ts";
import { commandWords } from "./words.ts";

export interface InitOptions extends CommonOptions {
  /** Folder to make, or that of a workspace, as typed. */
  readonly folder: string;
  /** Null when the workspace is there already. */
  readonly map: string | null;
  /** Whose nightly job is to be written; null for none. */
  readonly ci: CiHost | null;
}

export async function runInit(options: InitOptions, world: World): Promise<number> {
  const target = path.resolve(options.root, options.folder);
  if (options.map !== null) await makeWorkspace({ ...options, map: options.map }, target, world);
  if (options.ci !== null) await makeJob({ ...options, ci: options.ci }, target, world);
  return 0;
}

/** The nightly job, for a workspace that is there. */
async function makeJob(
  { ci, folder, language, quiet }: InitOptions & { readonly ci: CiHost },
  target: string,
  world: World,
): Promise<void> {
  const config = await readFile(path.join(target, configFile));
  if (!config.ok) {
    const exists = (await entryType(target)) === "folder";
    throw new Fatal([diagnostic("no-workspace", { file: configFile }, { folder: folder, exists })]);
  }
  const written = /\p{Script=Han}/u.test(config.bytes.toString("utf8")) ? "zh-CN" : "en";
  const { file, include } = await writeJob(ci, target);
  const words = commandWords[language ?? written].init;
  world.stdout.write(`${words.job(path.posix.join(folder, file))}\n`);
  if (include !== null) world.stdout.write(`${words.include(include)}\n`);
  if (!quiet) world.stdout.write(`${words.jobNext[ci]}\n`);
}

async function makeWorkspace(
  options: InitOptions & { readonly map: string },
  target: string,
  world: World,
): Promise<void> {
  const { map, own } = await mapToStart(options, world);
  if ((await entryType(target)) !== null) {
    const names = await readdir(target).catch(() => [""]);
    if (names.length > 0)
      throw new Fatal([diagnostic("not-empty", { file: options.folder }, { folder: options.folder })]);
  }
  const asOf = options.asOf === null ? null : resolveDay(options.asOf, world);
  if (options.asOf !== null && asOf === null) throw new Fatal([badDay(options.asOf)], map.language);
  const files = newWorkspace(map, asOf, own === null ? map.id : ownMap);
  try {
    for (const [name, text] of files) {
      const file = path.join(target, name);
      await makeFolder(path.dirname(file));
      await writeFile(file, text);
    }
    if (own !== null) await writeFile(path.join(target, ownMap), own);
    for (const name of ["workspace", "facts", "funds", "surveys", "findings", "map"] as const) {
      await makeFolder(path.join(target, ".evipack"));
      await writeFile(path.join(target, ".evipack", `${name}.schema.json`), jsonSchema(name));
    }
  } catch (error) {
    throw new Fatal([
      diagnostic("cannot-write", { file: options.folder }, { folder: options.folder, cause: causeOf(error) }),
    ]);
  }
  const words = commandWords[options.language ?? map.language].init;
  world.stdout.write(`${words.done(options.folder, map.departments.size)}\n`);
  if (!options.quiet) world.stdout.write(`${words.next(options.folder)}\n`);
}

/** Name under which a map of the user's own lies in the workspace. */
const ownMap = "indicators.yaml";

/** A built-in map by its id, or a YAML file, which is copied into the workspace. */
async function mapToStart(
  { map: name, root }: InitOptions & { readonly map: string },
  world: World,
): Promise<{ readonly map: IndicatorMap; readonly own: Buffer | null }> {
  const isFile = /\.ya?ml$/iu.test(name);
  const source = isFile ? await readFile(path.resolve(world.cwd, name)) : null;
  const builtIn = source === null ? await builtInMap(name) : null;
  const bytes = source?.ok === true ? source.bytes : (builtIn?.bytes ?? null);
  if (bytes === null) {
    const known = await builtInMaps();
    throw new Fatal([diagnostic("no-map", { file: "" }, { name, known, own: [], nearest: nearest(name, known) })]);
  }
  const read = readMap(builtIn?.file ?? path.relative(root, path.resolve(world.cwd, name)), bytes, null);
  if (read.value === null || read.diagnostics.length > 0) throw new Fatal(read.diagnostics);
  return { map: read.value, own: isFile ? bytes : null };
}
