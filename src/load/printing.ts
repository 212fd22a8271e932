/** What evipack.yaml says of how the pack is printed, bound and delivered. */
import { mega } from "../model/megabytes.ts";
import { usualSpine } from "../model/workspace.ts";
import type { AppendixSettings, DeliveryLimits, Workspace } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";

type Printing = Pick<Workspace, "fonts" | "photosPerPage" | "volumes" | "sheets" | "appendix" | "delivery">;

export const printingOf = ({ fonts, appendix, package: delivered }: WorkspaceFile): Printing => ({
  fonts,
  photosPerPage: appendix.photos_per_page,
  volumes: {
    by: appendix.volumes,
    maxPages: appendix.max_pages ?? null,
    maxBytes: appendix.max_mb === undefined ? null : Math.round(appendix.max_mb * mega),
    numbering: appendix.numbering,
  },
  sheets: { page: appendix.page, start: appendix.start },
  appendix: appendixOf(appendix),
  delivery: deliveryLimits(delivered),
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

/** `package` in evipack.yaml as what it means. */
export const deliveryLimits = ({
  max_file_mb,
  allowed_types,
  ascii_names,
  leave_out = [],
}: WorkspaceFile["package"]): DeliveryLimits => ({
  maxFileMb: max_file_mb ?? null,
  allowedTypes:
    allowed_types === undefined
      ? null
      : [...new Set(allowed_types.map((each) => each.replace(/^\./u, "").toLowerCase()))],
  asciiNames: ascii_names,
  leaveOut: [...new Set([leave_out].flat())],
});
