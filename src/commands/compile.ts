/** `evipack compile`: load → link → check → assemble → render → paginate → write. */
import path from "node:path";
import { assemble } from "../assemble/assemble.ts";
import { check } from "../check/check.ts";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { isError } from "../diagnostics/severity.ts";
import { measure } from "../engines/typst.ts";
import { linkEvidence } from "../link/link.ts";
import { loadLooks } from "../load/looks.ts";
import { loadWorkspace } from "../load/workspace.ts";
import { paginate } from "../paginate/paginate.ts";
import { renderExhibits } from "../render/render.ts";
import type { World } from "../world.ts";
import { appendixSheets, measuredSheets } from "../write/appendix-sheets.ts";
import type { SheetMark } from "../write/appendix-sheets.ts";
import { writeOutline } from "../write/outline.ts";
import { writePack } from "../write/pack.ts";
import { openStaging } from "../write/staging.ts";
import type { Staging } from "../write/staging.ts";
import type { CommonOptions } from "./options.ts";
import { progressLine } from "./options.ts";
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
  const progress = progressLine(options, world);

  const { value: workspace, diagnostics: loading } = await loadWorkspace(options, world);
  const report = compileReporter(options, workspace, world, progress);
  const looks = await loadLooks(workspace.style, workspace.language, workspace.at);
  const links = linkEvidence(workspace);
  const checked = check(workspace, links, loading);
  const { value: pack, diagnostics: assembling } = assemble(checked, { words: looks.words, draft });
  const { value: rendered, diagnostics: rendering } = await renderExhibits(pack.exhibits, {
    root,
    scratch: staging.scratch,
    onExhibit: report.onExhibit,
  });
  const { value: plan, diagnostics: paginating } = await paginate(
    pack,
    (exhibit) => rendered.get(exhibit)?.pages ?? 1,
    async (draftPlan) =>
      measuredSheets(
        (await measure("appendix.typ", appendixSheets(pack, rendered, draftPlan, looks), "part")) as SheetMark[],
      ),
  );
  const result = resultOf(checked, [...assembling, ...rendering, ...paginating], draft);

  if (options.outline) {
    report.print(writeOutline(pack, plan, rendered, looks.words));
    return result.exitCode;
  }
  const errors = result.diagnostics.filter(isError).length;
  if (options.requireComplete && errors > 0) {
    report.finish(result, null);
    throw new Fatal([diagnostic("incomplete", { file: "evipack.yaml" }, { errors })]);
  }
  const manifest = await writePack(staging.folder, {
    pack,
    plan,
    rendered,
    looks,
    result,
    version: await version(),
    onFile: report.onFile,
  });
  await staging.commit();
  report.finish(result, { manifest, target });
  return result.exitCode;
}
