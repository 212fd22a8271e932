/** What a run tells of itself while it works: lines for machines (`--log json`), and where the time went (`--profile`). */
import { Fatal } from "../diagnostics/diagnostic.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { exit, isError } from "../diagnostics/severity.ts";
import { drawTable } from "../engines/table.ts";
import type { Language } from "../model/map.ts";
import { logVersion } from "../model/versions.ts";
import type { LogEvent, LogStage } from "../schema/log.ts";
import type { World } from "../world.ts";
import { stoppedBy } from "./fatal.ts";
import { logWords } from "./log-words.ts";
import { guessLanguage } from "./options.ts";
import type { LogOptions } from "./options.ts";

export interface Log {
  /** Sets the language, once the map is known, unless the user asked for one. */
  readonly speak: (language: Language) => void;
  /** A stage begins; the one before has ended. */
  readonly stage: (stage: LogStage) => void;
  /** Work on a file begins; `place` is how many are behind it, of how many. */
  readonly file: (file: string, place?: { readonly index: number; readonly total: number }) => void;
  /** Tells people something that belongs neither to the result nor to progress. */
  readonly note: (text: string) => void;
  readonly result: (result: CheckResult) => void;
  /** A signal ends the run; `text` is for people. */
  readonly interrupted: (text: string) => void;
}

/** An event without its time. */
type Told<E = LogEvent> = E extends LogEvent ? Omit<E, "ms"> : never;

/**
 * Runs a command with its log. With `--log json` stderr holds lines of JSON and nothing else: what stops the run, and a
 * fault of the program, are lines too, and their exit codes are given. Else what is thrown goes on.
 */
export async function logged(
  command: "check" | "compile",
  options: LogOptions & { readonly version: string },
  world: World,
  work: (log: Log) => Promise<number>,
): Promise<number> {
  const clock = clockOf(world);
  const tell = (event: Told): void => {
    if (options.log !== null) world.stderr.write(`${lineOf({ ...event, ms: clock.now() })}\n`);
  };
  let language = guessLanguage(options, world);
  const log = logOf(options, { world, clock, tell, speak: (spoken) => (language = options.language ?? spoken) });
  const end = (): void => {
    if (!options.profile) return;
    const profile = { stages: clock.stages(), memory: peakMemory() };
    if (options.log === null) world.stderr.write(`${profileTable({ ...profile, ms: clock.now() }, language)}\n`);
    else tell({ event: "profile", ...profile });
  };
  tell({ event: "start", schema: logVersion, command, version: options.version });
  let exitCode: number;
  try {
    exitCode = await work(log);
  } catch (error) {
    if (options.log === null) {
      end();
      throw error;
    }
    exitCode = await tellThrown(error, { language: options.language, otherwise: language, tell });
  }
  end();
  tell({ event: "end", exitCode });
  return exitCode;
}

/** The most memory that this process has held so far, in bytes. */
const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;

interface Clock {
  /** Milliseconds since the start; they never go back, even where the system's clock does. */
  readonly now: () => number;
  readonly begin: (stage: LogStage) => void;
  /** How long each stage took, all its turns together, in the order of their first; the last one ends now. */
  readonly stages: () => { readonly stage: LogStage; readonly took: number }[];
}

function clockOf(world: World): Clock {
  const begun = world.now();
  let last = 0;
  const now = (): number => (last = Math.max(last, Math.round(world.now() - begun)));
  const turns: (readonly [stage: LogStage, at: number])[] = [];
  return {
    now,
    begin: (stage) => turns.push([stage, now()]),
    stages: () => {
      const ended = now();
      const sums = new Map<LogStage, number>();
      for (const [index, [stage, at]] of turns.entries())
        sums.set(stage, (sums.get(stage) ?? 0) + (turns[index + 1]?.[1] ?? ended) - at);
      return [...sums].map(([stage, took]) => ({ stage, took }));
    },
  };
}

function logOf(
  options: LogOptions,
  {
    world,
    clock,
    tell,
    speak,
  }: {
    readonly world: World;
    readonly clock: Clock;
    readonly tell: (event: Told) => void;
    readonly speak: Log["speak"];
  },
): Log {
  let current: LogStage = "load";
  const note = (text: string): void => {
    if (options.log === null) world.stderr.write(`${text}\n`);
  };
  return {
    speak,
    stage: (stage) => {
      current = stage;
      clock.begin(stage);
      tell({ event: "stage", stage });
    },
    file: (file, place) => tell({ event: "file", stage: current, file, ...place }),
    note: (text) => {
      note(text);
      tell({ event: "note", text });
    },
    result: ({ total: { covered, applicable }, evidence, diagnostics }) => {
      const errors = diagnostics.filter(isError).length;
      const files = evidence.filter(({ state }) => state.type !== "ignored").length;
      tell({ event: "result", covered, applicable, files, errors, warnings: diagnostics.length - errors });
    },
    interrupted: (text) => {
      note(text);
      tell({ event: "interrupted" });
    },
  };
}

/** Tells machines what was thrown, as a line; gives the exit code. */
async function tellThrown(
  error: unknown,
  {
    language,
    otherwise,
    tell,
  }: { readonly language: Language | null; readonly otherwise: Language; readonly tell: (event: Told) => void },
): Promise<number> {
  if (error instanceof Fatal) {
    const { diagnosticsOutput } = await import("../diagnostics/print/json.ts");
    const { diagnostics, exitCode } = stoppedBy(error.diagnostics);
    const spoken = language ?? error.language ?? otherwise;
    tell({ event: "stopped", diagnostics: diagnosticsOutput(diagnostics, spoken) });
    return exitCode;
  }
  tell({ event: "fault", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return exit.fault;
}

/** JSON in one line for every reader of lines: what some take for a line break, and what moves a terminal, is spelled out. */
const lineOf = (event: LogEvent): string =>
  JSON.stringify(event).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );

type Profile = Omit<Extract<LogEvent, { readonly event: "profile" }>, "event">;

function profileTable({ stages, memory, ms }: Profile, language: Language): string {
  const words = logWords[language];
  const row = (name: string, took: number): string[] => [name, `${(took / 1000).toFixed(2)} s`];
  const rows = [...stages.map(({ stage, took }) => row(words.stages[stage], took)), row(words.total, ms)];
  const table = drawTable({ head: [words.stage, words.time], rows });
  return `${table}\n${words.memory((memory / 1024 / 1024).toFixed(0))}`;
}
