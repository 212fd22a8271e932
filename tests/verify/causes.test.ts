/** In which order `evipack verify` tells faults: causes before what follows from them, whatever the files are called. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument } from "pdf-lib";
import { beforeAll, expect, it } from "vitest";
import { verifyOutput } from "../../src/schema/packs.ts";
import { run } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall, reseal } from "../support/small-pack.ts";
import type { SmallPack } from "../support/small-pack.ts";

const folder = tempFolder();
let pack: SmallPack;
beforeAll(async () => {
  pack = await compileSmall(folder);
});

/** Kinds of faults, each once. */
async function faults(place: string): Promise<readonly string[]> {
  const { out } = await run(["verify", place, "--format", "json"], folder);
  const { diagnostics } = verifyOutput.parse(JSON.parse(out));
  return [...new Set(diagnostics.map(({ code, file }) => `${code} ${file}`))];
}

it("a changed volume comes before the links that are dead for it", async () => {
  const copy = pack.copy();
  const before = readFileSync(path.join(copy, "manifest.json"));
  const appendix = path.join(copy, "支撑材料汇编.pdf");
  const pdf = await PDFDocument.load(readFileSync(appendix), { updateMetadata: false });
  pdf.removePage(pdf.getPageCount() - 1);
  writeFileSync(appendix, await pdf.save({ useObjectStreams: false }));
  // By their names the Word file stands before the PDF into which its links lead.
  const follows = ["page-count 支撑材料汇编.pdf", "dead-link 支撑材料汇编.docx"];
  const changed = ["file-changed 支撑材料汇编.pdf", ...follows];
  expect((await faults(copy)).slice(0, 3)).toEqual(changed);
  reseal(copy);
  expect((await faults(copy)).slice(0, 2)).toEqual(follows);
  writeFileSync(path.join(copy, "manifest.json"), before);
  expect((await faults(copy)).slice(0, 4)).toEqual(["manifest-changed manifest.json", ...changed]);
});
