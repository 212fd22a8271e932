/** A bag against its own lists (RFC 8493, 3): complete, valid, and nothing beside. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { bagDeclaration, bagFiles, infoValue, oxumOf, payloadFolder, readSummedLines } from "../model/bagit.ts";
import { checkListed, checkUnlisted, extra } from "./files.ts";
import type { Files, Listed } from "./files.ts";

const tags = [bagFiles.declaration, bagFiles.info, bagFiles.manifest];

export async function checkBag(files: Files): Promise<Diagnostic[]> {
  const payload = await readList(files, bagFiles.manifest);
  const tag = await readList(files, bagFiles.tagmanifest);
  const found = [...payload.diagnostics, ...tag.diagnostics];
  const isPayload = (each: string): boolean => each.startsWith(`${payloadFolder}/`);
  // What the bag itself needs is looked for, whatever its list still says.
  const unnamed = tags.filter(
    (name) => !tag.isMissing && files.nameOf(name) !== null && !tag.listed.some((each) => each.path === name),
  );
  for (const file of unnamed) found.push(extra(file, bagFiles.tagmanifest));
  // That the list of the payload is missing has been told.
  const named = tag.listed.filter((each) => !(payload.isMissing && each.path === bagFiles.manifest));
  found.push(...(await checkListed(files, named, bagFiles.tagmanifest)));
  found.push(...(await checkListed(files, payload.listed, bagFiles.manifest)));
  const listed = payload.listed.map((each) => each.path);
  if (!payload.isMissing) found.push(...checkUnlisted(files, `${payloadFolder}/`, listed, bagFiles.manifest));
  const known = new Set<string>([...tag.listed.map((each) => each.path), ...tags, bagFiles.tagmanifest]);
  for (const file of [...files.all, ...files.empty].filter(
    (each) => !isPayload(each) && !known.has(each.normalize("NFC")),
  )) {
    found.push(extra(file, bagFiles.tagmanifest));
  }
  found.push(...(await checkForms(files)));
  return found;
}

interface ReadList {
  /** Then no file can be held against it. */
  readonly isMissing: boolean;
  readonly listed: readonly Listed[];
  readonly diagnostics: readonly Diagnostic[];
}

async function readList(files: Files, name: string): Promise<ReadList> {
  const text = (await files.bytes(name))?.toString("utf8") ?? null;
  if (text === null) {
    const missing = diagnostic("file-missing", { file: name }, { list: null, isList: true });
    return { isMissing: true, listed: [], diagnostics: [missing] };
  }
  const read = readSummedLines(text);
  return {
    isMissing: false,
    listed: read.files.map((each) => ({ ...each, bytes: null })),
    diagnostics: read.faults.map((line) => diagnostic("bag-form", { file: name, line }, { reason: "line" })),
  };
}

/** The declaration, and the count of bytes and files. */
async function checkForms(files: Files): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const declaration = (await files.bytes(bagFiles.declaration))?.toString("utf8") ?? null;
  if (declaration !== null && declaration !== bagDeclaration) {
    found.push(diagnostic("bag-form", { file: bagFiles.declaration }, { reason: "declaration" }));
  }
  const info = (await files.bytes(bagFiles.info))?.toString("utf8") ?? null;
  if (info === null) return found;
  const sizes: number[] = [];
  for (const each of files.all.filter((name) => name.startsWith(`${payloadFolder}/`))) {
    sizes.push((await files.sums(each))?.bytes ?? 0);
  }
  if (infoValue(info, "Payload-Oxum") !== oxumOf(sizes)) {
    found.push(diagnostic("bag-form", { file: bagFiles.info }, { reason: "oxum" }));
  }
  return found;
}
