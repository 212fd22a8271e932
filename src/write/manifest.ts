/** manifest.json: every file of the pack, and every file below the evidence folder exactly once. */
import type { IndicatorMap } from "../model/map.ts";
import type { Exhibit, Omitted, Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFile, RenderedFiles } from "../model/rendered.ts";
import type { Evidence } from "../model/evidence.ts";
import { compareNames } from "../model/order.ts";
import type { Manifest } from "../schema/outputs.ts";

export type OutputEntry = Manifest["outputs"][number];
type EvidenceEntry = Manifest["evidence"][number];

export interface ManifestFacts {
  readonly pack: Pack;
  readonly map: IndicatorMap;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly outputs: readonly OutputEntry[];
  readonly exitCode: number;
  readonly version: string;
}

export function manifestOf({ pack, map, plan, rendered, outputs, exitCode, version }: ManifestFacts): Manifest {
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
    tool: { name: "evipack", version },
    map: { id: map.id, status: map.status, sha256: map.sha256 },
    exitCode,
    outputs: [...outputs],
    evidence: evidence.toSorted((a, b) => compareNames(a.source, b.source)),
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
  const rest = how?.parts.find((part) => part.type === "card");
  return {
    ...common(file),
    title: exhibit.title,
    exhibit: exhibit.id,
    indicators: [...exhibit.proves],
    state: how?.placeholder === null ? "included" : "placeholder",
    reason: rest?.reason ?? null,
    duplicateOf: null,
    converter: how?.converter ?? null,
    volume: place?.volume.number ?? null,
    pages: place === undefined ? null : [place.first, place.last],
  };
}

const omittedEntry = ({ evidence, reason, instead }: Omitted): EvidenceEntry => ({
  ...common(evidence),
  title: evidence.title || evidence.name,
  exhibit: null,
  indicators: [],
  state: "omitted",
  reason,
  duplicateOf: instead,
  converter: null,
  volume: null,
  pages: null,
});
