/** What every command is given: the options that all share, checked once. */
import path from "node:path";
import type { Detail } from "../diagnostics/print/detail.ts";
import type { Language } from "../model/map.ts";
import type { Severity } from "../model/severity.ts";
import type { World } from "../world.ts";
import type { AssignOptions } from "./assign.ts";
import type { CheckOptions } from "./check.ts";
import type { CompileOptions } from "./compile.ts";

/** What `evipack check --format` takes. */
export const checkFormats = ["human", "json", "junit", "sarif", "markdown", "github", "xlsx"] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** What `evipack compile --detail` takes: problems by their kinds, or each of them. */
export const compileDetails = ["summary", "full"] as const;

/** What `evipack verify --format` takes. */
export const packFormats = ["human", "json"] as const;

export type PackFormat = (typeof packFormats)[number];

/** What `evipack diff --format` takes. */
export const diffFormats = ["human", "json", "docx", "pdf"] as const;

export type DiffFormat = (typeof diffFormats)[number];

/** What `--log` takes. */
export const logFormats = ["json"] as const;

/** What `evipack cache` takes. */
export const cacheActions = ["clear"] as const;

/** What `evipack init --ci` takes. */
export const ciHosts = ["github", "gitlab"] as const;

/** What `evipack template` takes. */
export const templateNames = ["report", "briefing"] as const;

export interface CommonOptions {
  /** Folder of the workspace, absolute. */
  readonly root: string;
  /** The same as it was typed, or the name of the current folder. */
  readonly shown: string;
  /** Folder of its cache, absolute: `.evipack/cache`, or the one that EVIPACK_CACHE names; null with --no-cache. */
  readonly cache: string | null;
  /** Dates of files are not believed: what is remembered of a file holds only where its bytes are the same. */
  readonly paranoid: boolean;
  /** `YYYY-MM-DD`, `today`, or null for what evipack.yaml says. */
  readonly asOf: string | null;
  /** Null: the language of the map. */
  readonly language: Language | null;
  readonly quiet: boolean;
  readonly color: boolean;
}

export interface LogOptions extends CommonOptions {
  /** How progress is told; null: to people. */
  readonly log: (typeof logFormats)[number] | null;
  /** Ends with the time of each stage. */
  readonly profile: boolean;
  readonly detail: Detail;
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
  readonly paranoid?: boolean;
}

export function commonOptions(typed: TypedOptions, world: World): CommonOptions {
  const noColor = (world.env["NO_COLOR"] ?? "") !== "" || typed.color === false;
  const root = path.resolve(world.cwd, typed.directory ?? ".");
  return {
    root,
    shown: typed.directory ?? path.basename(root),
    cache: typed.cache === false ? null : cacheFolder(root, world),
    paranoid: typed.paranoid ?? false,
    asOf: typed.asOf ?? null,
    language: typed.lang ?? null,
    quiet: typed.quiet ?? false,
    color: !noColor && world.stdout.isTTY === true,
  };
}

interface TypedLog extends TypedOptions {
  readonly log?: (typeof logFormats)[number];
  readonly profile?: boolean;
  readonly detail?: Detail;
}

const logOptions = (typed: TypedLog, usual: Detail, world: World): LogOptions => ({
  ...commonOptions(typed, world),
  detail: typed.detail ?? usual,
  log: typed.log ?? null,
  profile: typed.profile ?? false,
});

export interface TypedCheck extends TypedLog {
  readonly accept?: true | readonly string[];
  readonly format?: CheckFormat;
  readonly output?: string;
  readonly department?: readonly string[];
  readonly section?: readonly string[];
  readonly since?: string;
  readonly failOn?: Severity;
}

export function checkOptions(typed: TypedCheck, world: World): CheckOptions {
  return {
    ...logOptions(typed, "full", world),
    format: typed.format ?? null,
    output: typed.output ?? null,
    departments: typed.department ?? [],
    sections: typed.section ?? [],
    since: typed.since ?? null,
    failOn: typed.failOn ?? "error",
    accept: typed.accept === true ? [] : (typed.accept ?? null),
  };
}

export interface TypedAssign extends TypedOptions {
  readonly chase?: boolean;
  readonly department?: readonly string[];
  readonly output?: string;
}

export const assignOptions = (typed: TypedAssign, world: World): AssignOptions => ({
  ...commonOptions(typed, world),
  chase: typed.chase ?? false,
  departments: typed.department ?? [],
  output: typed.output ?? null,
});

export interface TypedCompile extends TypedLog {
  readonly out?: string;
  readonly draft?: boolean;
  readonly draftNumber?: string;
  readonly since?: string | true;
  readonly comparison?: boolean;
  readonly only?: readonly string[];
  readonly requireComplete?: boolean;
  readonly outline?: boolean;
  readonly checkReproducible?: boolean;
  /** False with --no-site. */
  readonly site?: boolean;
}

/** A draft with a number is a draft, and so is what tells what changed. */
export function compileOptions(typed: TypedCompile, world: World): CompileOptions {
  const since = typed.since ?? (typed.comparison === true ? true : null);
  return {
    ...logOptions(typed, "summary", world),
    out: typed.out ?? null,
    draft: typed.draft ?? (typed.draftNumber !== undefined || since !== null),
    draftNumber: typed.draftNumber ?? null,
    since,
    comparison: typed.comparison ?? false,
    only: typed.only ?? [],
    requireComplete: typed.requireComplete ?? false,
    outline: typed.outline ?? false,
    checkReproducible: typed.checkReproducible ?? false,
    site: typed.site ?? true,
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
