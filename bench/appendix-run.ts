/**
 * Binds the appendix of a workspace (first argument) into a folder (second): its PDFs are made ready, pages numbered,
 * volumes bound. Report, page pictures and the offline page are left out. Tells what each stage took.
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
import { lookAtStrips } from "../src/write/strips.ts";
import { planAppendix } from "../src/write/typeset.ts";
import { writeVolumes } from "../src/write/volumes.ts";

let [since, used] = [performance.now(), process.cpuUsage()];
/** Tells what a stage took, in wall seconds and in seconds of all processors. */
function tell(stage: string): void {
  const { user, system } = process.cpuUsage(used);
  const wall = (performance.now() - since) / 1000;
  console.log(`${stage}: ${wall.toFixed(2)} s, processors ${((user + system) / 1e6).toFixed(2)} s`);
  [since, used] = [performance.now(), process.cpuUsage()];
}

const [root = "", folder = ""] = process.argv.slice(2);
// What the check found out about the files is known from the round before.
const cache = path.join(root, ".evipack", "cache");
const options = { root, cache, asOf: null, language: null, quiet: true, color: false };
const workspace = await loadWorkspace(options, nodeWorld());
const looks = await loadLooks(root, workspace.value);
const checked = check(workspace.value, linkEvidence(workspace.value), workspace.diagnostics);

tell("checked");
const pack = assemble(checked, { looks, draft: null, only: null });
tell("assembled");
const scratch = path.join(folder, "scratch");
mkdirSync(scratch, { recursive: true });
const { files: rendered } = await renderEvidence(pack.exhibits, {
  root,
  scratch,
  photosPerPage: workspace.value.photosPerPage,
  passwords: [],
  converter: workspace.value.converter,
  cache: null,
  made: null,
  onConverter: () => undefined,
  onFile: () => undefined,
});
tell("made ready");
const planning = planAppendix(pack, rendered, looks, null);
const strips = await lookAtStrips(pack, rendered, new Map(), planning);
const { plan, sheets } = (await planning).value;
tell("planned, strips looked at");
let pages = 0;
const writing = { earlier: null, onFile: () => undefined, pictures: false };
for await (const { volume } of writeVolumes(folder, { pack, plan, sheets, rendered, strips, looks }, writing))
  pages += volume.pages;
rmSync(scratch, { recursive: true });
tell(`bound: ${String(plan.volumes.length)} volumes, ${String(pages)} pages`);
