/** manifest.json: every file of the pack, and every file below the evidence folder exactly once. */
import type { IndicatorMap } from "../model/map.ts";
import type { Exhibit, Omitted, Pack } from "../model/pack.ts";
import { placeOfProof } from "../model/plan.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFile, RenderedFiles } from "../model/rendered.ts";
import type { Evidence } from "../model/evidence.ts";
import { sortedByName } from "../model/order.ts";
import { pictureRule } from "../engines/pdfium-file.ts";
import type { Input, Manifest } from "../schema/manifest.ts";
import { sha256 } from "../world.ts";
import type { FirstPages } from "./volumes.ts";

/** The one file of a pack with a fixed name, and the file beside it that proves it. */
export const manifestFile = "manifest.json";
export const checksumFile = "manifest.sha256";

/** What stands in `manifest.json`. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** What stands in `manifest.sha256`: a line as `sha256sum -c` reads it. */
export const checksumOf = (manifest: Uint8Array | string): string => `${sha256(manifest)}  ${manifestFile}\n`;

export type OutputEntry = Manifest["outputs"][number];
type EvidenceEntry = Manifest["evidence"][number];

export interface ManifestFacts {
  readonly pack: Pack;
  readonly map: IndicatorMap;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly outputs: readonly OutputEntry[];
  readonly exitCode: number;
  /** What was read beside the evidence; none of what is not kept. */
  readonly inputs: readonly Input[];
  readonly version: string;
}

export function manifestOf({ pack, map, plan, rendered, outputs, exitCode, inputs, version }: ManifestFacts): Manifest {
  const evidence = [
    ...pack.exhibits.flatMap((exhibit) =>
      exhibit.files.map((file) => fileEntry(file, exhibit, plan, rendered.get(file.path))),
    ),
    ...pack.omitted.map(omittedEntry),
  ];
  return {
    schema: "evipack/manifest@1",
    asOf: pack.asOf,
    draft: pack.draft,
    ...(pack.sections === null ? {} : { sections: [...pack.sections] }),
    application: { title: pack.title, applicant: pack.applicant, office: pack.office },
    tool: { name: "evipack", version },
    map: { id: map.id, status: map.status, sha256: map.sha256 },
    exitCode,
    inputs: [...inputs],
    pagePictures: pictureRule,
    stamp: { form: pack.appendix.stamp.form, plain: pack.appendix.stamp.plain },
    outputs: [...outputs],
    evidence: sortedByName(evidence, ({ source }) => source),
  };
}

const common = (evidence: Evidence): Pick<EvidenceEntry, "source" | "bytes" | "sha256" | "department"> => ({
  source: evidence.path,
  bytes: evidence.bytes,
  sha256: evidence.sha256,
  department: evidence.department,
});

function fileEntry(file: Evidence, exhibit: Exhibit, plan: PagePlan, how: RenderedFile | undefined): EvidenceEntry {
  const place = plan.files.get(file.path);
  const [proof, at] = [plan.proofs?.get(exhibit.id), placeOfProof(plan, exhibit.id)];
  const rest = how?.parts.find((part) => part.type === "card");
  return {
    ...common(file),
    title: exhibit.title,
    docNumber: exhibit.docNumber,
    formed: exhibit.day,
    locator: locatorOf(exhibit),
    exhibit: exhibit.id,
    indicators: [...exhibit.proves],
    state: how?.placeholder === null ? "included" : "placeholder",
    reason: rest?.reason ?? null,
    duplicateOf: null,
    converter: how?.converter ?? null,
    volume: place?.volume.number ?? null,
    pages: place === undefined ? null : [place.first, place.last],
    ...(proof?.file?.source === file.path && at !== null ? { proof: at.page } : {}),
    ...(file.state.type === "readable" && file.state.sealed === true ? { sealed: true } : {}),
    firstPage: null,
  };
}

/** The proving passage as the register names it, without the cell in which it stands. */
function locatorOf({ registered }: Exhibit): NonNullable<EvidenceEntry["locator"]> | null {
  if (!registered?.locator) return null;
  const { page, quote, area } = registered.locator;
  return { page, quote, area };
}

const omittedEntry = ({ evidence, reason, instead }: Omitted): EvidenceEntry => ({
  ...common(evidence),
  title: evidence.title || evidence.name,
  docNumber: evidence.docNumber,
  formed: evidence.formed ?? "",
  exhibit: null,
  indicators: [],
  state: "omitted",
  reason,
  duplicateOf: instead,
  converter: null,
  volume: null,
  pages: null,
  firstPage: null,
});

/** The manifest with the picture of each file's first page (`write/volumes.ts`), by volume and page. */
export function withFirstPages(manifest: Manifest, drawn: ReadonlyMap<number, FirstPages>): Manifest {
  const pictured = (entry: EvidenceEntry): EvidenceEntry =>
    entry.pages === null
      ? entry
      : { ...entry, firstPage: drawn.get(entry.volume ?? 0)?.get(entry.pages[0])?.picture ?? null };
  return { ...manifest, evidence: manifest.evidence.map(pictured) };
}

/** The appendix as PDF, or one volume of it. */
export const isBoundVolume = ({ role, format }: OutputEntry): boolean => role === "appendix" && format === "pdf";
