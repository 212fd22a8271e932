/** The bookmarks of a volume: cover, indexes, section > indicator > exhibit > what its files bring along, and the other volumes. */
import { fill } from "../assemble/format.ts";
import type { Bookmark } from "../engines/pdf/binder.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import { printedNumber } from "../model/plan.ts";
import type { PagePlan, PlannedPart, Volume } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";
import { volumeFile, volumeTitle } from "./volume-names.ts";

/** Characters of a title: what is longer cannot be read in the panel (courts ask for short descriptions). */
const most = 60;

/** On one line, cut where it is long. */
function short(title: string): string {
  const plain = [...title.replace(/\s+/gu, " ").trim()];
  return plain.length <= most ? plain.join("") : `${plain.slice(0, most - 1).join("")}…`;
}

interface Bound {
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Bookmarks that the files of exhibits brought along. */
  readonly outlines: ReadonlyMap<ExhibitId, readonly Bookmark[]>;
}

/** Each with the number printed on its page, which is that of its own volume. */
export function appendixBookmarks({ pack, plan, outlines }: Bound, volume: Volume, words: Words): Bookmark[] {
  const said = words.appendix.volume;
  const pageOf = (wanted: (part: PlannedPart) => boolean): number | null =>
    volume.parts.find(({ part }) => wanted(part))?.first ?? null;
  const titled = (title: string, page: number, children: readonly Bookmark[] = []): Bookmark => ({
    title: `${short(title)}${fill(words.format.page_bookmark, { n: printedNumber(volume, page) })}`,
    page,
    children,
  });
  const sheet = (title: string, type: PlannedPart["type"]): Bookmark[] => {
    const page = pageOf((part) => part.type === type);
    return page === null ? [] : [titled(title, page)];
  };
  const own = (bookmarks: readonly Bookmark[]): Bookmark[] =>
    bookmarks.map(({ title, page, children }) =>
      typeof page === "number" ? titled(title, page, own(children)) : { title, page, children },
    );
  const exhibit = ({ id, title }: Exhibit): Bookmark =>
    titled(`${id} ${title}`, plan.exhibits.get(id)?.first ?? 1, own(outlines.get(id) ?? []));
  const sections = [...new Set(volume.groups.map((group) => group.leaf.section))].map((section) => {
    const groups = volume.groups
      .filter((group) => group.leaf.section === section)
      .map(({ leaf: { indicator }, exhibits }) => {
        const divider = pageOf((part) => part.type === "divider" && part.code === indicator.code);
        const [first] = exhibits.map(({ id }) => plan.exhibits.get(id)?.first ?? 1);
        const at = divider ?? first ?? 1;
        return { at, bookmark: titled(`${indicator.code} ${indicator.title}`, at, exhibits.map(exhibit)) };
      });
    return titled(
      `${section.code} ${section.title}`,
      groups[0]?.at ?? 1,
      groups.map(({ bookmark }) => bookmark),
    );
  });
  const isOnly = plan.volumes.length === 1;
  return [
    ...sheet(pack.appendix.cover.title, "cover"),
    ...sheet(said.master, "master"),
    ...sheet(isOnly ? pack.appendix.indexTitle : fill(said.index, { n: volume.number }), "index"),
    ...sections,
    ...sheet(words.appendix.closing.title, "closing"),
    ...otherVolumes(plan, volume, words),
  ];
}

/** The other volumes, and the index of all of them when it stands in another. */
function otherVolumes(plan: PagePlan, volume: Volume, words: Words): Bookmark[] {
  const said = words.appendix.volume;
  return plan.volumes
    .filter((each) => each !== volume)
    .map((each) => {
      const file = volumeFile(each, plan, words);
      const master = each.parts.find(({ part }) => part.type === "master");
      return {
        title: fill(said.bookmark, { n: each.number, title: volumeTitle(each, words) }).trim(),
        page: { file, page: 1 },
        children:
          master === undefined ? [] : [{ title: said.master, page: { file, page: master.first }, children: [] }],
      };
    });
}
