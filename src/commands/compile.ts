/** `evipack compile`: load → link → check → assemble → render → paginate → write. */
import path from "node:path";
import { assemble } from "../assemble/assemble.ts";
import { check } from "../check/check.ts";
import { isError } from "../diagnostics/severity.ts";
import { linkEvidence } from "../link/link.ts";
import { loadLooks } from "../load/looks.ts";
import { loadWorkspace } from "../load/workspace.ts";
import { renderExhibits } from "../render/render.ts";
import type { World } from "../world.ts";
import { writeOutline } from "../write/outline.ts";
import { writePack } from "../write/pack.ts";
import { openStaging } from "../write/staging.ts";
import type { Staging } from "../write/staging.ts";
import { paginatePack } from "../write/typeset.ts";
import type { CommonOptions } from "./options.ts";
import { resultOf } from "./result.ts";
import { compileReporter, systemFault } from "./compile-report.ts";
import { version } from "./version.ts";

export interface CompileOptions extends CommonOptions {
  /** Folder of the pack, as typed; null for `pack` in the workspace. */
  readonly out: string | null;
  readonly draft: boolean;
  readonly requireComplete: boolean;
  /** Prints the pack as plain text and writes nothing. */
  readonly outline: boolean;
}

export async function runCompile(options: CompileOptions, world: World): Promise<number> {
  const target = options.out === null ? path.join(options.root, "pack") : path.resolve(world.cwd, options.out);
  const staging = await openStaging(target, options.out ?? "pack", options.root);
  try {
    return await compileInto(staging, target, options, world);
  } catch (error) {
    throw systemFault(error, options.out ?? "pack");
  } finally {
    await staging.discard();
  }
}

async function compileInto(staging: Staging, target: string, options: CompileOptions, world: World): Promise<number> {
  const { root, draft } = options;
  const { scratch } = staging;

  const workspace = await loadWorkspace(options, world);
  await staging.begin();
  const reporter = compileReporter(options, workspace.value, world);
  const looks = await loadLooks(workspace.value);
  const links = linkEvidence(workspace.value);
  const checked = check(workspace.value, links, workspace.diagnostics);
  const pack = assemble(checked, { words: looks.words, draft });
  const rendered = await renderExhibits(pack.exhibits, { root, scratch, onExhibit: reporter.onExhibit });
  const paged = await paginatePack(pack, rendered.value, looks);
  const found = [...rendered.diagnostics, ...paged.diagnostics];
  const facts = {
    ...paged.value,
    pack,
    rendered: rendered.value,
    looks,
    result: resultOf(checked, found, draft),
  };

  const { result } = facts;
  if (options.outline) reporter.print(writeOutline(facts));
  else if (options.requireComplete && result.diagnostics.some(isError)) {
    reporter.refuse(result);
    return result.state;
  } else {
    const manifest = await writePack(staging.folder, { ...facts, version: await version(), onFile: reporter.onFile });
    const kept = await staging.commit();
    reporter.finish(result, { manifest, target, kept });
  }
  return result.exitCode;
}
