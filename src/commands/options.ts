/** What every command is given: the options that all share, checked once. */
import path from "node:path";
import type { Language } from "../model/map.ts";
import type { World } from "../world.ts";

/** What `evipack check --format` takes. */
export const checkFormats = ["human", "json", "junit", "sarif", "markdown", "github", "xlsx"] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** What `evipack verify --format` takes. */
export const packFormats = ["human", "json"] as const;

export type PackFormat = (typeof packFormats)[number];

/** What `evipack diff --format` takes. */
export const diffFormats = ["human", "json", "docx", "pdf"] as const;

export type DiffFormat = (typeof diffFormats)[number];

/** What `evipack cache` takes. */
export const cacheActions = ["clear"] as const;

export interface CommonOptions {
  /** Folder of the workspace, absolute. */
  readonly root: string;
  /** Folder of its cache, absolute: `.evipack/cache`, or the one that EVIPACK_CACHE names; null with --no-cache. */
  readonly cache: string | null;
  /** `YYYY-MM-DD`, `today`, or null for what evipack.yaml says. */
  readonly asOf: string | null;
  /** Null: the language of the map. */
  readonly language: Language | null;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** Options as they were typed. */
export interface TypedOptions {
  readonly directory?: string;
  readonly asOf?: string;
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly color?: boolean;
  /** False with --no-cache. */
  readonly cache?: boolean;
}

export function commonOptions(typed: TypedOptions, world: World): CommonOptions {
  const noColor = (world.env["NO_COLOR"] ?? "") !== "" || typed.color === false;
  const root = path.resolve(world.cwd, typed.directory ?? ".");
  return {
    root,
    cache: typed.cache === false ? null : cacheFolder(root, world),
    asOf: typed.asOf ?? null,
    language: typed.lang ?? null,
    quiet: typed.quiet ?? false,
    color: !noColor && world.stdout.isTTY === true,
  };
}

/** `.evipack/cache` in the workspace, or the folder that EVIPACK_CACHE names; absolute. */
export function cacheFolder(root: string, world: World): string {
  const named = world.env["EVIPACK_CACHE"] ?? "";
  return named === "" ? path.join(root, ".evipack", "cache") : path.resolve(world.cwd, named);
}

/** The language of messages before any map is known: English where the environment says so, else Chinese. */
export function guessLanguage(options: Pick<CommonOptions, "language">, world: World): Language {
  if (options.language !== null) return options.language;
  const locale = world.env["LC_ALL"] || world.env["LC_MESSAGES"] || world.env["LANG"] || "";
  return locale.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

/** Progress on stderr, and only on a terminal. */
export const showsProgress = (options: CommonOptions, world: World): boolean =>
  !options.quiet && world.stderr.isTTY === true;

export function progressLine(options: CommonOptions, world: World): (text: string) => void {
  if (!showsProgress(options, world)) return () => undefined;
  return (text) => {
    world.stderr.write(`\r\u001b[2K${text}`);
  };
}
