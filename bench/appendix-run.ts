/**
 * Binds the appendix of a workspace (first argument) into a folder (second): its PDFs are made ready, pages numbered,
 * volumes bound. Report, page pictures and the offline page are left out. Tells what each stage took. A third argument
 * is the folder where an earlier run bound it: as in a pack that is replaced, what is the same is taken from there, and
 * what this run made is remembered as if it lay there.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { assemble } from "../src/assemble/assemble.ts";
import { check } from "../src/check/check.ts";
import { appendixMemory } from "../src/commands/appendix-memory.ts";
import { linkEvidence } from "../src/link/link.ts";
import { buildKey } from "../src/load/build.ts";
import { loadLooks } from "../src/load/looks.ts";
import { loadWorkspace } from "../src/load/workspace.ts";
import { renderEvidence } from "../src/render/render.ts";
import type { Manifest } from "../src/schema/manifest.ts";
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

const [root = "", folder = "", kept = null] = process.argv.slice(2);
// What the check found out about the files is known from the round before.
const cache = path.join(root, ".evipack", "cache");
const options = { root, cache, asOf: null, language: null, quiet: true, color: false };
const workspace = await loadWorkspace(options, nodeWorld());
const looks = await loadLooks(root, workspace.value);
const checked = check(workspace.value, linkEvidence(workspace.value), workspace.diagnostics);

tell("checked");
const made = kept === null ? null : { folder: cache, build: await buildKey() };
const earlier = kept === null ? null : await appendixMemory(kept, cache);
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
  made,
  withheld: checked.withheld,
  whole: earlier?.whole ?? new Map(),
  onConverter: () => undefined,
  onFile: () => undefined,
});
tell("made ready");
const planning = planAppendix(pack, rendered, looks, made);
const strips = await lookAtStrips(pack, rendered, earlier?.strips ?? new Map(), planning);
const { plan, sheets } = (await planning).value;
tell("planned, strips looked at");
let pages = 0;
const facts = { pack, plan, sheets, rendered, strips, looks };
const outputs: Manifest["outputs"] = [];
for await (const { volume, name, bound } of writeVolumes(folder, facts, {
  earlier,
  onFile: () => undefined,
  pictures: false,
})) {
  pages += volume.pages;
  const { bytes, sha256 } = bound;
  const entry = { role: "appendix", format: "pdf", path: name, bytes, sha256, pages: volume.pages } as const;
  outputs.push({ ...entry, volume: volume.number, numberedFrom: volume.numberedFrom });
}
await earlier?.keep(facts, { manifest: { outputs }, firstPages: new Map() });
rmSync(scratch, { recursive: true });
tell(`bound: ${String(plan.volumes.length)} volumes, ${String(pages)} pages`);
