/** `evipack watch`: checks again whenever something changes, and shows how things stand. */
import { isLockName, isSystemName } from "../model/left-behind.ts";
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { printAgain } from "../diagnostics/print/again.ts";
import { printHuman } from "../diagnostics/print/human.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { watchFolder } from "../engines/watch.ts";
import type { Watching } from "../engines/watch.ts";
import { historyName } from "../load/history.ts";
import { configFile } from "../load/config.ts";
import { withFarewell } from "../processes.ts";
import { causeOf, entryType, stampOf } from "../world.ts";
import type { World } from "../world.ts";
import { gatherChanges } from "./changes.ts";
import type { Changes } from "./changes.ts";
import { judge } from "./check.ts";
import type { CheckOptions } from "./check.ts";
import { tellFatal } from "./fatal.ts";
import { guessLanguage } from "./options.ts";
import { watchWords } from "./watch-words.ts";
import type { WatchWords } from "./watch-words.ts";

export interface WatchOptions extends CheckOptions {
  /** Seconds between two looks, as typed; `true` for the usual ones; null to be told by the system. */
  readonly poll: string | true | null;
}

/** Seconds between two looks at a folder that tells nothing by itself. */
const usualPoll = 5;

/** Ends by a signal only, or when nobody reads any more. */
export async function runWatch(options: WatchOptions, world: World): Promise<number> {
  const poll = pollOf(options.poll);
  // A folder may go and come later; one that is not there from the beginning is a slip.
  if ((await entryType(options.root)) !== "folder")
    throw new Fatal([diagnostic("no-workspace", { file: configFile }, { folder: options.shown, exists: false })]);
  const words = watchWords[guessLanguage(options, world)];
  const farewell = (): boolean => {
    world.stdout.write(`${words.ended}\n`);
    return true;
  };
  return withFarewell(() => watching(options, poll, world), farewell);
}

/** Milliseconds. Throws Fatal for what is no number of seconds. */
function pollOf(typed: WatchOptions["poll"]): number | null {
  if (typed === null) return null;
  const seconds = typed === true ? usualPoll : Number(typed);
  if (seconds >= 0.1 && seconds <= 3600) return seconds * 1000;
  const facts = { option: "--poll", value: String(typed), expected: "0.1–3600" };
  throw new Fatal([diagnostic("bad-option", { file: "" }, facts)]);
}

async function watching(options: WatchOptions, poll: number | null, world: World): Promise<number> {
  const { root } = options;
  const words = watchWords[guessLanguage(options, world)];
  const changes = gatherChanges();
  const say = (text: string): void => {
    world.stdout.write(`${text}\n`);
  };
  let watcher = await open(root, { poll, changes, say, words });
  let changed: readonly string[] = [];
  let before: CheckResult | null = null;
  try {
    for (let first = true; ; first = false) {
      const shown = await showCheck(options, { changed, before, first }, words, world);
      if (shown === null) changes.note(root);
      else before = shown.result;
      if (isUnread(world)) break;
      changed = await changes.next((file) => say(words.waiting(shownAs(root, file))));
      // A folder that was removed is watched no more, not even when it is made again.
      if (!watcher.lost) continue;
      await watcher.close();
      say(words.gone);
      while ((await entryType(root)) !== "folder") await pause(1000);
      watcher = await open(root, { poll, changes, say, words });
    }
  } finally {
    await watcher.close();
  }
  return 0;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Nobody reads what is printed: `evipack watch | head`. */
const isUnread = ({ stdout }: World): boolean => "destroyed" in stdout && stdout.destroyed === true;

const shownAs = (root: string, file: string): string => path.relative(root, file).split(path.sep).join("/") || ".";

interface Opened extends Watching {
  /** Whether the folder itself went. */
  readonly lost: boolean;
}

interface Opening {
  readonly poll: number | null;
  readonly changes: Changes;
  readonly say: (text: string) => void;
  readonly words: WatchWords;
}

/** Watches a workspace. Where the system refuses, it is looked at every few seconds. */
async function open(root: string, { poll, changes, say, words }: Opening): Promise<Opened> {
  const number = stampOf(root)?.number;
  let watcher: Watching | null = null;
  let polling = poll !== null;
  const begin = async (every: number | null): Promise<void> => {
    watcher = await watchFolder(root, {
      poll: every,
      ignored: (file) => isPassedOver(root, file),
      onChange: changes.note,
      onError: (error) => {
        if (polling || !["ENOSPC", "EMFILE", "ENOSYS"].includes(causeOf(error))) return;
        polling = true;
        say(words.refused(causeOf(error), usualPoll));
        void lookInstead();
      },
    });
  };
  const lookInstead = async (): Promise<void> => {
    await watcher?.close();
    await begin(usualPoll * 1000);
  };
  await begin(poll);
  return {
    get lost() {
      return stampOf(root)?.number !== number;
    },
    close: async () => watcher?.close(),
  };
}

/**
 * What no check reads: files of systems and Office's lock files, the program's own folders, and what it has written
 * into the workspace: packs, deliveries, tasks.
 */
function isPassedOver(root: string, file: string): boolean {
  const [top = "", ...below] = path.relative(root, file).split(path.sep);
  if (top === "" || top === "..") return false;
  const name = below.at(-1) ?? top;
  if (isSystemName(name) || isLockName(name)) return true;
  if (top.startsWith(".") || top === "node_modules" || top.startsWith(historyName)) return true;
  const marks = ["manifest.sha256", "bagit.txt", ".evipack-handout.json"];
  return (
    top !== "evidence" && top !== "narrative" && marks.some((mark) => stampOf(path.join(root, top, mark)) !== null)
  );
}

/** What came before a check: the files that changed, and how it stood. */
interface Before {
  readonly changed: readonly string[];
  readonly before: CheckResult | null;
  readonly first: boolean;
}

/** Checks and shows it; null when files were changing so much that it must be done again. */
async function showCheck(
  options: WatchOptions,
  { changed, before, first }: Before,
  words: WatchWords,
  world: World,
): Promise<Shown | null> {
  const shown = await checkOnce(options, { before, first }, world);
  if (shown === null) return null;
  const { stdout } = world;
  // Screen and what was scrolled off it; on a pipe each result follows the one before.
  if (stdout.isTTY === true) stdout.write("\u001b[2J\u001b[3J\u001b[H");
  const [file, ...others] = changed.map((each) => shownAs(options.root, each));
  const because = file === undefined ? "" : `${words.changed(file, others.length)}\n\n`;
  const time = new Date(world.now()).toTimeString().slice(0, 8);
  stdout.write(`${because}${shown.text.trimEnd()}\n${words.checked(time)}\n\n`);
  return shown;
}

/** What was typed is wrong, not what is in the workspace: no change of a file would mend it. */
const isTyped = ({ diagnostics }: Fatal): boolean => diagnostics.every(({ at }) => at.file === "");

interface Shown {
  readonly text: string;
  /** Null where the check could not go on. */
  readonly result: CheckResult | null;
}

/**
 * What a check says, or what stops it; null when a file went while it was read. The tables of departments are long, so
 * a check that follows another tells what changed in their place, unless more was asked for.
 */
async function checkOnce(
  options: WatchOptions,
  { before, first }: Omit<Before, "changed">,
  world: World,
): Promise<Shown | null> {
  const { color, detail, quiet } = options;
  const silent = { speak: () => undefined, stage: () => undefined, file: () => undefined };
  const log = { ...silent, note: () => undefined, result: () => undefined, interrupted: () => undefined };
  try {
    const { result, language } = await judge(options, "human", log, world);
    const isBrief = !quiet && detail === "summary" && before !== null;
    const text = isBrief
      ? printAgain(result, before, { language, color })
      : printHuman(result, { language, color, detail: quiet ? "verdict" : detail });
    return { text, result };
  } catch (error) {
    if (first && error instanceof Fatal && isTyped(error)) throw error;
    if (error instanceof Fatal) {
      const language = options.language ?? error.language ?? guessLanguage(options, world);
      let text = "";
      const stderr = { isTTY: world.stdout.isTTY, write: (said: string) => (text += said) };
      tellFatal(error, { language, color, quiet }, { ...world, stderr });
      return { text, result: null };
    }
    if (["ENOENT", "ENOTDIR", "EBUSY", "EACCES", "EPERM", "EIO", "ESTALE"].includes(causeOf(error))) return null;
    throw error;
  }
}
