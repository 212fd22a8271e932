/** Exhibits as the offline page lists and shows them. */
import { gapWords } from "../../diagnostics/print/words-gaps.ts";
import type { CheckResult } from "../../diagnostics/print/result.ts";
import type { NotCounted } from "../../model/coverage.ts";
import { keyOf } from "../../model/evidence.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { SourcePath } from "../../model/ids.ts";
import type { Exhibit } from "../../model/pack.ts";
import { printedRange } from "../../model/plan.ts";
import type { PagePlan } from "../../model/plan.ts";
import type { RenderedFiles } from "../../model/rendered.ts";
import type { SiteExhibit, SiteFile, SiteLine } from "../../model/site.ts";
import type { SiteWords } from "../../schema/site-words.ts";
import type { Words } from "../../schema/words.ts";
import { originalAddress } from "../original-address.ts";
import { references } from "../resolve.ts";

export interface ExhibitContext {
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly result: CheckResult;
  readonly words: Words;
  readonly site: SiteWords;
  readonly language: keyof typeof gapWords;
  /** From the page to the workspace, as `../`; null when the two are not moved together. */
  readonly originals: string | null;
}

export function siteExhibits(exhibits: readonly Exhibit[], context: ExhibitContext): SiteExhibit[] {
  const refused = notCounted(context.result);
  return exhibits.map((each) => siteExhibit(each, refused, context));
}

/** Why items count for none of the requirements that they are linked to, by their keys. */
function notCounted({ coverage }: CheckResult): ReadonlyMap<SourcePath, NotCounted | null> {
  const found = new Map<SourcePath, NotCounted | null>();
  for (const { link, notCounted: reason } of coverage.flatMap((each) => each.items)) {
    const key = keyOf(link.item);
    if (found.get(key) !== null) found.set(key, reason);
  }
  return found;
}

/** Why an exhibit proves nothing, in words; empty where it counts. */
function reasonOf(
  lead: Evidence | undefined,
  refused: ReadonlyMap<SourcePath, NotCounted | null>,
  { site, language }: ExhibitContext,
): string {
  const reason = lead === undefined ? undefined : refused.get(lead.path);
  // It is known for which indicator it was handed in, and not for which of its requirements.
  if (reason === undefined) return site.unassigned;
  return reason === null ? "" : gapWords[language].notCounted[reason];
}

function siteExhibit(
  exhibit: Exhibit,
  refused: ReadonlyMap<SourcePath, NotCounted | null>,
  context: ExhibitContext,
): SiteExhibit {
  const { plan, result } = context;
  const [lead] = exhibit.files;
  const files = exhibit.files.map((file) => siteFile(file, context));
  const place = plan.exhibits.get(exhibit.id);
  const [first, last] = place === undefined ? [1, 1] : printedRange(place);
  const reason = reasonOf(lead, refused, context);
  const replaced = files.every((file) => file.reason !== null);
  const department = lead?.department ?? null;
  return {
    id: exhibit.id,
    title: exhibit.title,
    docNumber: exhibit.docNumber,
    department: department !== null && result.people.has(department) ? department : "",
    departmentName: exhibit.department,
    day: exhibit.day,
    kind: lead?.state.type === "readable" ? lead.state.kind : "unknown",
    state: reason !== "" ? "not-counted" : replaced ? "placeholder" : "sound",
    reason,
    proves: exhibit.proves,
    requirement: exhibit.requirement?.title ?? "",
    lines: [...registeredLines(exhibit, context.site), ...proofLines(exhibit, context)],
    volume: place?.volume.number ?? 1,
    first,
    last,
    files,
  };
}

function registeredLines({ registered }: Exhibit, { lines }: SiteWords): SiteLine[] {
  if (registered === null) return [];
  const { caption, place, people, theme, keptAt } = registered;
  const all: SiteLine[] = [
    [lines.caption, caption],
    [lines.place, place],
    [lines.people, people],
    [lines.theme, theme],
    [lines.kept_at, keptAt],
  ];
  return all.filter(([, value]) => value !== "");
}

/** Where the proving passage stands, and its words. */
function proofLines({ id }: Exhibit, { plan, words, site }: ExhibitContext): SiteLine[] {
  const proof = plan.proofs?.get(id);
  if (proof === undefined) return [];
  const place = references(plan, words).proofText(id);
  return [[site.lines.proof, [place, proof.quote].filter((each) => each !== "").join(words.format.colon)]];
}

function siteFile(file: Evidence, { plan, rendered, words, originals }: ExhibitContext): SiteFile {
  const place = plan.files.get(file.path);
  const [first, last] = place === undefined ? [1, 1] : printedRange(place);
  const reason = rendered.get(file.path)?.placeholder ?? null;
  const kind = file.state.type === "readable" ? file.state.kind : "unknown";
  return {
    name: file.name,
    path: file.path,
    kind: words.appendix.kinds[kind] ?? kind,
    size: file.bytes,
    first,
    last,
    address: originalAddress(file, originals),
    view: viewOf(file),
    reason: reason === null ? null : (words.appendix.reasons[reason] ?? reason),
  };
}

const views: readonly (readonly [NonNullable<SiteFile["view"]>, ReadonlySet<string>])[] = [
  ["image", new Set(["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp"])],
  ["video", new Set(["mp4", "m4v", "webm", "mov", "ogv"])],
  ["audio", new Set(["mp3", "m4a", "aac", "wav", "ogg", "oga", "opus", "flac"])],
];

/** By what the bytes are, whatever the file is called. A browser that cannot show it says so. */
const viewOf = ({ state, url }: Evidence): SiteFile["view"] =>
  url !== undefined || state.type !== "readable"
    ? null
    : (views.find(([, formats]) => formats.has(state.format))?.[0] ?? null);
