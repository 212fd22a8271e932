/** Page plans and appendices with nothing in them but what a test is about. */
import type { Cover } from "../../src/model/document.ts";
import type { ExhibitId } from "../../src/model/ids.ts";
import type { Appendix } from "../../src/model/pack.ts";
import type { PagePlan, Volume } from "../../src/model/plan.ts";
import type { VolumeSettings } from "../../src/model/workspace.ts";

export const oneVolume: VolumeSettings = { by: "one", maxPages: null, maxBytes: null, numbering: "volume" };

export const volumeNumbered = (number: number, changes: Partial<Volume> = {}): Volume => ({
  number,
  title: "",
  part: null,
  groups: [],
  parts: [],
  pages: 60,
  numberedFrom: 1,
  ...changes,
});

/** One volume with exhibits on these pages. */
export function planOf(exhibits: ReadonlyMap<ExhibitId, readonly [first: number, last: number]>): PagePlan {
  const volume = volumeNumbered(1);
  return {
    volumes: [volume],
    exhibits: new Map([...exhibits].map(([id, [first, last]]) => [id, { volume, first, last }])),
    files: new Map(),
  };
}

export const emptyAppendix = (cover: Cover): Appendix => ({
  cover,
  indexTitle: "",
  columns: [],
  masterColumns: [],
  rows: [],
  dividers: [],
  groups: [],
  books: [{ title: "", groups: [] }],
  volumes: oneVolume,
  sheets: { page: "a4", start: "next" },
  photosPerPage: 1,
  own: { cover: true, dividers: true, closing: false },
  index: "default",
  docx: { type: "index" },
  spines: null,
  stamp: { position: "outer", at: "foot", form: "附件{exhibit} · {n}", plain: "{n}" },
});
