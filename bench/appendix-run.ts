/**
 * Binds the appendix of a workspace (first argument) into a folder (second): its PDFs are made ready, pages numbered,
 * volumes bound. Report, page pictures and the offline page are left out. Tells the seconds since its evidence was known.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { assemble } from "../src/assemble/assemble.ts";
import { check } from "../src/check/check.ts";
import { linkEvidence } from "../src/link/link.ts";
import { loadLooks } from "../src/load/looks.ts";
import { loadWorkspace } from "../src/load/workspace.ts";
import { renderEvidence } from "../src/render/render.ts";
import { nodeWorld } from "../src/world.ts";
import { writeVolumePdf } from "../src/write/appendix-pdf.ts";
import { writePieces } from "../src/write/pieces.ts";
import { planAppendix } from "../src/write/typeset.ts";
import { volumeFile } from "../src/write/volume-names.ts";

const [root = "", folder = ""] = process.argv.slice(2);
// What the check found out about the files is known from the round before.
const cache = path.join(root, ".evipack", "cache");
const options = { root, cache, asOf: null, language: null, quiet: true, color: false };
const workspace = await loadWorkspace(options, nodeWorld());
const looks = await loadLooks(root, workspace.value);
const checked = check(workspace.value, linkEvidence(workspace.value), workspace.diagnostics);
const start = performance.now();
const pack = assemble(checked, { looks, draft: null, only: null });
const scratch = path.join(folder, "scratch");
mkdirSync(scratch, { recursive: true });
const { files: rendered } = await renderEvidence(pack.exhibits, {
  root,
  scratch,
  photosPerPage: workspace.value.photosPerPage,
  passwords: [],
  converter: workspace.value.converter,
  cache: null,
  onConverter: () => undefined,
  onFile: () => undefined,
});
const { plan, sheets } = (await planAppendix(pack, rendered, looks)).value;
for (const volume of plan.volumes) {
  const file = path.join(folder, volumeFile(volume, plan, looks.words));
  await writePieces(file, (sink) => writeVolumePdf({ pack, plan, sheets, rendered, looks }, volume, sink));
  console.log(`${path.basename(file)}: ${String(volume.pages)} pages`);
}
rmSync(scratch, { recursive: true });
console.log(`bound in ${((performance.now() - start) / 1000).toFixed(2)} s`);
