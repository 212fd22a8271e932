/** The only importer of globby: which files below a folder a pattern means. */
import { globby } from "globby";

/**
 * Files that the patterns mean together (a `!` takes away again), POSIX paths relative to `folder`, in the spelling of
 * the disk; hidden ones too, and links as themselves. Unsorted.
 */
export async function filesMatching(folder: string, patterns: readonly string[]): Promise<string[]> {
  const options = { cwd: folder, dot: true, onlyFiles: false, followSymbolicLinks: false, objectMode: true } as const;
  const found = await globby(patterns, options);
  return found.filter(({ dirent }) => !dirent.isDirectory()).map((each) => each.path);
}
