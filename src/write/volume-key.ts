/** By what a volume is known again: everything that its bytes follow from, and nothing else of the pack. */
import { sumsOf } from "../model/pack.ts";
import type { Exhibit } from "../model/pack.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { PagePlan, Volume } from "../model/plan.ts";
import { filesOf } from "../paginate/units.ts";
import { digestOf } from "../digest.ts";
import { appendixBookmarks } from "./appendix-bookmarks.ts";
import { volumeFile } from "./volume-names.ts";
import type { AppendixFacts } from "./volumes.ts";

/** The same for volumes of the same bytes, under one build of the program. */
export function volumeKey({ pack, plan, sheets, rendered, looks }: AppendixFacts, volume: Volume): string {
  const { number, parts, pages, numberedFrom } = volume;
  const exhibits = volume.groups.flatMap((group) => group.exhibits);
  const sums = sumsOf(exhibits);
  const sources = new Set(parts.flatMap(({ part }) => filesOf(part)).map(({ source }) => source));
  const files = [...sources].map((source) => {
    const parts = rendered.get(source)?.parts ?? [];
    // Where prepared pages lie does not matter; what they are follows from the file and the program.
    return [
      source,
      sums.get(source),
      parts.map((part) => (part.type === "card" ? part : { ...part, file: "", asRead: null })),
    ];
  });
  const { title, author, language, asOf, appendix } = pack;
  const { appendix: said, format, files: names } = looks.words;
  return digestOf({
    about: { title, author, language, asOf, of: plan.volumes.length, number, pages, numberedFrom },
    looks: { cover: appendix.cover.title, sheets: appendix.sheets, stamp: appendix.stamp, said, format, names },
    own: sheets[number - 1],
    parts,
    files,
    proofs: exhibits.map(({ id }) => plan.proofs?.get(id)),
    bookmarks: appendixBookmarks({ pack, plan, outlines: new Map() }, volume, looks.words),
    goals: goalsElsewhere({ pack, plan, looks }, volume, exhibits),
  });
}

/** Where links of its own sheets lead that leave the volume. */
function goalsElsewhere(
  { pack, plan, looks }: Pick<AppendixFacts, "pack" | "plan" | "looks">,
  volume: Volume,
  own: readonly Exhibit[],
): unknown {
  const codes = new Set(volume.groups.map(({ leaf }) => leaf.indicator.code));
  const hasMaster = volume.parts.some(({ part }) => part.type === "master");
  const told: readonly ExhibitId[] = hasMaster
    ? [...plan.exhibits.keys()]
    : pack.appendix.dividers.flatMap(({ code, rows }) => (codes.has(code) ? rows.map(({ exhibit }) => exhibit) : []));
  const here = new Set(own.map(({ id }) => id));
  return [...new Set(told)].filter((id) => !here.has(id)).map((id) => [id, placeIn(plan, id, looks)]);
}

function placeIn(plan: PagePlan, id: ExhibitId, { words }: Pick<AppendixFacts["looks"], "words">): unknown {
  const place = plan.exhibits.get(id);
  return place === undefined ? null : [volumeFile(place.volume, plan, words), place.first];
}
