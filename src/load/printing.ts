/** What evipack.yaml says of how the pack is printed and bound. */
import { usualSpine } from "../model/workspace.ts";
import type { AppendixSettings, Workspace } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";

type Printing = Pick<Workspace, "fonts" | "photosPerPage" | "volumes" | "sheets" | "appendix" | "asciiNames">;

const megabyte = 1024 * 1024;

export const printingOf = ({ fonts, appendix, package: delivered }: WorkspaceFile): Printing => ({
  fonts,
  photosPerPage: appendix.photos_per_page,
  volumes: {
    by: appendix.volumes,
    maxPages: appendix.max_pages ?? null,
    maxBytes: appendix.max_mb === undefined ? null : Math.round(appendix.max_mb * megabyte),
    numbering: appendix.numbering,
  },
  sheets: { page: appendix.page, start: appendix.start },
  appendix: appendixOf(appendix),
  asciiNames: delivered.ascii_names,
});

const appendixOf = ({
  stamp,
  index,
  docx,
  dpi,
  cover,
  dividers,
  closing,
  spines,
}: WorkspaceFile["appendix"]): AppendixSettings => ({
  stamp: { position: stamp.position, at: stamp.at, form: stamp.form ?? null, plain: stamp.plain ?? null },
  docx: docx === "full" ? { type: docx, dpi } : { type: docx },
  sheets: { cover, dividers, closing },
  index,
  spines: spineOf(spines),
});

function spineOf(spines: WorkspaceFile["appendix"]["spines"]): AppendixSettings["spines"] {
  if (typeof spines === "object") return { width: spines.width_mm };
  return spines === true || spines === "on" ? { width: usualSpine } : null;
}
