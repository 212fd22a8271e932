/** What is seen of files only when they are rendered, which the check must know. */
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { Evidence, FileState, Thumbnail } from "../model/evidence.ts";
import type { SourcePath } from "../model/ids.ts";
import type { RenderedFile } from "../model/rendered.ts";
import { changeFiles } from "../model/workspace.ts";
import type { Workspace } from "../model/workspace.ts";
import type { RenderedEvidence } from "../render/render.ts";

export type SeenStates = ReadonlyMap<SourcePath, FileState>;

/** States of the files of which rendering found out more. */
export function seenStates({ evidence, items }: Workspace, rendered: RenderedEvidence): SeenStates {
  const seen = new Map<SourcePath, FileState>();
  for (const file of [...evidence, ...items.flatMap(({ files }) => files)]) {
    const state = seenState(file, rendered);
    if (state !== file.state) seen.set(file.path, state);
  }
  return seen;
}

/** The workspace with these states. */
export const withStates = (workspace: Staged<Workspace>, seen: SeenStates): Staged<Workspace> => {
  const see = (file: Evidence): Evidence => {
    const state = seen.get(file.path);
    return state === undefined ? file : { ...file, state };
  };
  return { ...workspace, value: changeFiles(workspace.value, see) };
};

function seenState({ path: source, state }: Evidence, rendered: RenderedEvidence): FileState {
  if (state.type === "unreadable") return rendered.inPart.has(source) ? { ...state, inPart: true } : state;
  if (state.type === "ignored") return state;
  const reason = rendered.unreadable.get(source);
  if (reason !== undefined) return { type: "unreadable", reason, format: state.format };
  const thumbnail = thumbnailOf(rendered.files.get(source));
  return thumbnail === undefined ? state : { ...state, thumbnail };
}

/** Of a picture with several pages none: it is a scan. */
function thumbnailOf(file: RenderedFile | undefined): Thumbnail | undefined {
  const [part, ...others] = file?.parts ?? [];
  return part?.type === "picture" && others.length === 0 ? part.thumbnail : undefined;
}
