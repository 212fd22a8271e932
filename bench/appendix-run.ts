/** Binds the appendix of a workspace (first argument) into a folder (second), without report and the rest of a pack. */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { assemble } from "../src/assemble/assemble.ts";
import { check } from "../src/check/check.ts";
import { linkEvidence } from "../src/link/link.ts";
import { loadLooks } from "../src/load/looks.ts";
import { loadWorkspace } from "../src/load/workspace.ts";
import { renderEvidence } from "../src/render/render.ts";
import { nodeWorld, writePieces } from "../src/world.ts";
import { writeVolumePdf } from "../src/write/appendix-pdf.ts";
import { planAppendix } from "../src/write/typeset.ts";
import { volumeFile } from "../src/write/volume-names.ts";

const [root = "", folder = ""] = process.argv.slice(2);
const T0 = performance.now();
const tick = (s: string) => console.log(s, ((performance.now() - T0) / 1000).toFixed(2), (process.cpuUsage().user / 1e6).toFixed(2), (process.resourceUsage().maxRSS / 1024).toFixed(0));
const workspace = await loadWorkspace({ root, asOf: null, cache: null, language: null } as never, nodeWorld());
tick("load");
const looks = await loadLooks(root, workspace.value);
const checked = check(workspace.value, linkEvidence(workspace.value), workspace.diagnostics);
tick("check");
const pack = assemble(checked, { looks, draft: null, only: null });
tick("assemble");
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
tick("render");
const { plan } = (await planAppendix(pack, rendered, looks)).value;
tick("plan");
for (const volume of plan.volumes) {
  const file = path.join(folder, volumeFile(volume, plan, looks.words));
  await writePieces(file, (sink) => writeVolumePdf({ pack, plan, rendered, looks }, volume, sink));
  console.log(`${path.basename(file)}: ${String(volume.pages)} pages`);
  tick("bind");
}
rmSync(scratch, { recursive: true });
