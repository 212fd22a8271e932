/** The only importer of cli-progress: one line that tells how far a long piece of work has come. */
import { SingleBar } from "cli-progress";

export interface ProgressBar {
  /** `done` pieces are behind us, and the one called `name` is begun. */
  readonly begin: (done: number, name: string) => void;
  /** Takes the bar off the screen; needed once, since it holds a timer. */
  readonly stop: () => void;
}

export interface ProgressWords {
  /** The line, with the places `{bar}`, `{value}`, `{total}`, `{eta_formatted}` and `{name}`. */
  readonly line: string;
  /** Time in words; null while there is nothing to go by. */
  readonly time: (seconds: number | null) => string;
}

/** Opens a bar of `total` pieces on a terminal. */
export function openProgress(
  terminal: { readonly write: (text: string) => unknown },
  total: number,
  words: ProgressWords,
): ProgressBar {
  const bar = new SingleBar({
    stream: terminal as NodeJS.WritableStream,
    format: words.line,
    formatTime: (seconds) => words.time(Number.isFinite(seconds) ? seconds : null),
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    clearOnComplete: true,
    etaBuffer: 20,
    // Signals are the program's own business.
    gracefulExit: false,
  });
  bar.start(total, 0, { name: "" });
  return {
    begin: (done, name) => {
      bar.update(done, { name: name.replace(/\p{Cc}/gu, " ") });
    },
    stop: () => {
      bar.stop();
    },
  };
}
