/** The only importer of chokidar: tells when something below a folder changes. */
import { watch } from "chokidar";

export interface WatchOptions {
  /** Milliseconds between two looks, for folders that tell nothing by themselves; null to be told by the system. */
  readonly poll: number | null;
  /** Whether a path, absolute, is passed over with all that is below. */
  readonly ignored: (file: string) => boolean;
  /** Called with the absolute path of what came, went or changed. */
  readonly onChange: (file: string) => void;
  /** Called when the system refuses to watch. */
  readonly onError: (error: Error) => void;
}

export interface Watching {
  readonly close: () => Promise<void>;
}

/** Begins to watch; from then on, once it is given, no change goes by. Links are not followed. */
export async function watchFolder(
  folder: string,
  { poll, ignored, onChange, onError }: WatchOptions,
): Promise<Watching> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    // Files that come and go at once are waited for by whoever asks.
    atomic: false,
    usePolling: poll !== null,
    ...(poll === null ? {} : { interval: poll, binaryInterval: poll }),
    ignored: (file) => ignored(file),
  });
  watcher.on("all", (_, file) => onChange(file));
  watcher.on("error", (error) => onError(error instanceof Error ? error : new Error(String(error))));
  await new Promise<void>((resolve) => {
    watcher.once("ready", () => resolve());
  });
  return { close: () => watcher.close() };
}
