/** What is known only when the pack has been written, and stands in no verdict: told at the end. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { reweigh } from "../diagnostics/severity.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Manifest } from "../schema/manifest.ts";
import { tooLargeVolumes } from "../write/too-large.ts";
import { keepNight } from "./drafting.ts";
import type { Findings } from "./standing.ts";

/** Keeps the night of a draft in the history; gives what went wrong with that, and volumes that came out too large. */
export async function lateFaults(
  { root, draft }: { readonly root: string; readonly draft: boolean },
  night: Findings["night"],
  workspace: Pick<Workspace, "language" | "volumes" | "severities">,
  { manifest, result }: { readonly manifest: Manifest; readonly result: CheckResult },
): Promise<readonly Diagnostic[]> {
  const history = draft ? await keepNight(root, night, workspace.language) : [];
  return reweigh(
    [...history, ...tooLargeVolumes(manifest, workspace.volumes, result.diagnostics)],
    workspace.severities,
  );
}
