/** The evidence folder → items: found, hashed, identified by content. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { fitsExtension, usualExtension } from "../engines/formats.ts";
import { nearest } from "../engines/nearest.ts";
import { readName } from "../link/name-parts.ts";
import type { Codes } from "../link/codes.ts";
import { isHidden, isLockName, isSystemName } from "../model/left-behind.ts";
import type { Evidence, FileState, IgnoredReason } from "../model/evidence.ts";
import { sourcePath } from "../model/ids.ts";
import { sortedByName } from "../model/order.ts";
import type { Department } from "../model/workspace.ts";
import { entryType, hashFile, sizeOf, walk } from "../world.ts";
import type { Found } from "../world.ts";
import { isInside } from "./inside.ts";
import { isRegisterName, isTaskListName } from "./register/read.ts";
import { inspectFile } from "./inspect.ts";
import type { Memory } from "./memory.ts";
import type { Inspected } from "./inspect.ts";

export const evidenceFolder = "evidence";

/** How many files are open at once; more gains nothing on two cores and costs memory. */
const atOnce = 4;

export interface EvidenceOptions {
  readonly departments: readonly Department[];
  readonly codes: Codes;
  /** Tried on encrypted files. */
  readonly passwords: readonly string[];
  readonly memory: Memory;
  /** Paths below the evidence folder that the office sets aside. */
  readonly aside: ReadonlySet<string>;
}

/** Finds every file below `evidence/`. Null when there is no such folder. */
export async function readEvidence(
  root: string,
  options: EvidenceOptions,
): Promise<Staged<readonly Evidence[] | null>> {
  const entries = await walk(path.join(root, evidenceFolder));
  if (entries === null) {
    return {
      value: null,
      diagnostics: [diagnostic("no-evidence-folder", { file: evidenceFolder }, { folder: evidenceFolder })],
    };
  }
  if (!(await isInside(root, evidenceFolder))) {
    const outside = diagnostic("path-outside", { file: evidenceFolder }, { path: evidenceFolder });
    return { value: null, diagnostics: [outside] };
  }
  const files = sortedByName(entries, (entry) => entry.path);
  const homeOf = homesIn(options.departments);
  const items: (Evidence | undefined)[] = files.map(() => undefined);
  const found: Diagnostic[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) continue;
      const { value, diagnostics } = await readItem(root, file, homeOf(file.path), options);
      items[index] = value;
      found.push(...diagnostics);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const evidence = items.filter((item) => item !== undefined);
  return { value: evidence, diagnostics: [...found, ...unknownFolders(evidence, options.departments)] };
}

async function readItem(
  root: string,
  entry: Found,
  home: Home | null,
  { codes, passwords, memory, aside }: EvidenceOptions,
): Promise<Staged<Evidence>> {
  const file = `${evidenceFolder}/${entry.path}`;
  const segments = entry.path.split("/");
  const name = segments.at(-1) ?? entry.path;
  const folders = segments.slice(home?.depth ?? 1, -1).map((each) => each.normalize("NFC"));
  const reading = readName(name, folders, codes);
  const coded = reading.claim?.from === "file";
  const registerOf = folders.length === 0 ? (home?.department.name ?? "") : null;
  const ignored = aside.has(entry.path)
    ? "set-aside"
    : entry.type === "link"
      ? await refusedLink(root, file)
      : ignoredReason(entry, name, { registerOf, coded });
  const { bytes, sha256, state, words } =
    entry.type === "bad-name" || entry.type === "closed-folder"
      ? unreachable(entry.type)
      : ignored === null
        ? await memory.recall(file, null, (full) => inspectFile(full, extensionOf(name), passwords))
        : await ignoredState(file, ignored, memory);
  // Field by field: of ten thousand files, spreading the readings takes longer than making them.
  const { title, docNumber, formed, period, claim, codeLike } = reading;
  const item: Evidence = {
    path: sourcePath(file),
    bytes,
    sha256,
    department: home?.department.id ?? null,
    folders,
    name,
    title,
    docNumber,
    formed,
    period,
    claim,
    codeLike,
    state,
    ...(words === null ? undefined : { words }),
  };
  return { value: item, diagnostics: faultsOf(item, file) };
}

const unreachable = (type: "bad-name" | "closed-folder"): Inspected => ({
  bytes: 0,
  sha256: null,
  state: { type: "unreadable", reason: type === "bad-name" ? "bad-name" : "no-permission", format: "" },
  words: null,
});

/** What is ignored is hashed all the same, for the manifest; but for what leads elsewhere, or is no file. */
async function ignoredState(file: string, reason: IgnoredReason, memory: Memory): Promise<Inspected> {
  const state: FileState = { type: "ignored", reason };
  const mayRead = ["system-file", "office-lock-file", "register", "task-list", "set-aside"].includes(reason);
  if (!mayRead) return { bytes: 0, sha256: null, state, words: null };
  return memory.recall(file, reason, async (full) => {
    const hashed = await hashFile(full);
    return hashed.ok
      ? { bytes: hashed.bytes, sha256: hashed.sha256, state, words: null }
      : { bytes: await sizeOf(full), sha256: null, state, words: null };
  });
}

function faultsOf(item: Evidence, file: string): Diagnostic[] {
  const { state } = item;
  if (state.type === "ignored") {
    const refused =
      state.reason === "link-outside" || state.reason === "link-to-folder" || state.reason === "special-file";
    return refused ? [diagnostic("refused-link", { file }, { reason: state.reason })] : [];
  }
  if (state.type === "unreadable") return [];
  const extension = extensionOf(item.name);
  const { kind, format } = state;
  const found: Diagnostic[] = [];
  if (kind === "archive") found.push(diagnostic("archive-file", { file }, {}));
  if (kind === "unknown") found.push(diagnostic("unknown-kind", { file }, { extension, format }));
  if (state.flaw === "damaged") found.push(diagnostic("damaged-picture", { file }, {}));
  if (state.flaw === "active-content") found.push(diagnostic("svg-active-content", { file }, {}));
  if (format !== "" && !fitsExtension(extension, format)) {
    found.push(diagnostic("wrong-extension", { file }, { extension, content: usualExtension(format), kind }));
  }
  return found;
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? "";

/** Links are followed to files of the workspace only. */
async function refusedLink(root: string, file: string): Promise<IgnoredReason | null> {
  if (!(await isInside(root, file))) return "link-outside";
  const type = await entryType(path.join(root, file));
  return type === "file" ? null : type === "folder" ? "link-to-folder" : "special-file";
}

/**
 * `registerOf`: name of the department in whose own folder the file lies, where a register is looked for.
 * `coded`: the name begins with a code of the map, so that even a leading dot does not hide it.
 */
function ignoredReason(
  entry: Found,
  name: string,
  { registerOf, coded }: { readonly registerOf: string | null; readonly coded: boolean },
): IgnoredReason | null {
  if (entry.type === "special") return "special-file";
  const folder = entry.path.slice(0, entry.path.lastIndexOf("/") + 1);
  if (isHidden(coded ? folder : `${folder}${name}`) || isSystemName(name)) return "system-file";
  if (isLockName(name)) return "office-lock-file";
  if (registerOf === null || coded) return null;
  if (isTaskListName(name)) return "task-list";
  return isRegisterName(name, registerOf) ? "register" : null;
}

/** A department, and how many folders deep its own lies below `evidence/`. */
interface Home {
  readonly department: Department;
  readonly depth: number;
}

/** Finds the department whose folder a path is or lies in; the deepest one when folders are nested. */
export function homesIn(departments: readonly Department[]): (file: string) => Home | null {
  const homes = new Map<string, Home>();
  for (const department of departments) {
    const folder = department.folder.normalize("NFC");
    if (!homes.has(folder)) homes.set(folder, { department, depth: folder.split("/").length });
  }
  return (file) => {
    let place = file.normalize("NFC");
    while (place !== "" && !homes.has(place)) place = place.slice(0, Math.max(0, place.lastIndexOf("/")));
    return homes.get(place) ?? null;
  };
}

/** The longest known name that stands in a folder's, or in which the folder's stands: 教务处（新）, 学工部. */
const shortened = (folder: string, known: readonly string[]): string | null =>
  known
    .filter((each) => [...each].length > 1 && (folder.includes(each) || each.includes(folder)))
    .toSorted((a, b) => b.length - a.length)[0] ?? null;

function unknownFolders(evidence: readonly Evidence[], departments: readonly Department[]): Diagnostic[] {
  const inside = new Map<string, string[]>();
  for (const item of evidence) {
    if (item.department !== null || item.state.type === "ignored") continue;
    const [, folder, ...below] = item.path.split("/");
    if (folder === undefined) continue;
    const place = below.length === 0 ? "" : folder;
    inside.set(place, [...(inside.get(place) ?? []), item.name]);
  }
  const known = departments.map((each) => each.folder);
  return [...inside].map(([folder, names]) => {
    const place = folder === "" ? evidenceFolder : `${evidenceFolder}/${folder}`;
    const meant = folder === "" ? null : (nearest(folder, known) ?? shortened(folder, known));
    return diagnostic(
      "unknown-folder",
      { file: place },
      { folder, files: names.length, names: names.slice(0, 3), nearest: meant },
    );
  });
}
