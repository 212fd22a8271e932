/** `evipack init --ci HOST`: the nightly job as a file of the repository in which the workspace lies. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { causeOf, entryType, makeFolder, packageRoot, readFile, writeFile } from "../world.ts";
import type { ciHosts } from "./options.ts";

export type CiHost = (typeof ciHosts)[number];

/** Where a host looks for jobs; the second when somebody has a file there already that may name others. */
const files: Readonly<Record<CiHost, readonly string[]>> = {
  github: [".github/workflows/evipack.yml"],
  gitlab: [".gitlab-ci.yml", ".gitlab/evipack.yml"],
};

export interface WrittenJob {
  /** As it is told: from the folder of the workspace. */
  readonly file: string;
  /** The file of the host must name this one; null when the host finds it by itself. */
  readonly include: string | null;
}

/** Writes the job for the workspace in `root`; nothing that is there is overwritten. Throws Fatal when it cannot be written. */
export async function writeJob(host: CiHost, root: string): Promise<WrittenJob> {
  const repository = await repositoryOf(root);
  const known = files[host];
  let name = known.at(-1) ?? "";
  for (const each of known.toReversed()) if ((await entryType(path.join(repository, each))) === null) name = each;
  const target = path.join(repository, name);
  const file = posix(path.relative(root, target));
  if ((await entryType(target)) !== null)
    throw new Fatal([diagnostic("not-empty", { file }, { folder: file, isFile: true })]);
  const read = await readFile(path.join(packageRoot, "templates", "ci", `${host}.yml`));
  if (!read.ok) throw new Error(`templates/ci/${host}.yml: ${read.cause}`);
  const workspace = JSON.stringify(posix(path.relative(repository, root)) || ".");
  try {
    await makeFolder(path.dirname(target));
    await writeFile(
      target,
      read.bytes.toString("utf8").replace("{{workspace}}", () => workspace),
    );
  } catch (error) {
    throw new Fatal([diagnostic("cannot-write", { file }, { folder: file, cause: causeOf(error) })]);
  }
  return { file, include: name === known[0] ? null : name };
}

const posix = (name: string): string => name.split(path.sep).join("/");

/** The folder above that git keeps; the workspace itself when none does. */
async function repositoryOf(root: string): Promise<string> {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if ((await entryType(path.join(folder, ".git"))) !== null) return folder;
    if (folder === path.dirname(folder)) return root;
  }
}
