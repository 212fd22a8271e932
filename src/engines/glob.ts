/** The only importer of globby: which files below a folder a pattern means. */
import { globby } from "globby";

/**
 * Files that the patterns mean together (a `!` takes away again), POSIX paths relative to `folder`, in the spelling of
 * the disk; hidden ones too, and links as themselves. Unsorted.
 */
export const filesMatching = (folder: string, patterns: readonly string[]): Promise<string[]> =>
  globby(patterns, { cwd: folder, dot: true, onlyFiles: false, markDirectories: false, followSymbolicLinks: false });
