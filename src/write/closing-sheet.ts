/**
 * The closing sheet of a volume (备考表): what is in it, counted, and lines for whoever bound and checked it. Its entries
 * are those of GB/T 9705-2008 文书档案案卷格式 (本卷情况说明、立卷人、检查人、立卷时间); DA/T 22-2015 has the same for a box.
 */
import { fill } from "../assemble/format.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan, Volume } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { filesOf } from "../paginate/units.ts";
import type { Words } from "../schema/words.ts";
import { volumeTitle } from "./volume-names.ts";

interface From {
  readonly pack: Pack;
  readonly rendered: RenderedFiles;
  readonly words: Words;
}

/** As `templates/appendix.typ` reads it. */
export function closingSheet({ pack, rendered, words }: From, { volumes }: PagePlan, volume: Volume): unknown {
  const said = words.appendix.closing;
  const exhibits = volume.groups.flatMap((group) => group.exhibits);
  const [first, last] = [exhibits[0]?.id, exhibits.at(-1)?.id];
  const pagesOf = (isIn: (part: Volume["parts"][number]["part"]) => boolean): number =>
    volume.parts.reduce((sum, { part, first: from, last: to }) => sum + (isIn(part) ? to - from + 1 : 0), 0);
  const evidence = pagesOf((part) => filesOf(part).length > 0);
  const blank = pagesOf(({ type }) => type === "blank");
  const replaced = exhibits
    .flatMap(({ files }) => files)
    .filter(({ path }) => (rendered.get(path)?.placeholder ?? null) !== null).length;
  const counted = { count: exhibits.length, first: first ?? "", last: last ?? "", pages: volume.pages };
  const name =
    volumes.length === 1
      ? ""
      : fill(words.appendix.volume.bookmark, {
          n: volume.number,
          title: volumeTitle(volume, words),
        });
  return {
    id: "closing",
    title: said.title,
    name: `${pack.appendix.cover.title} ${name}`.trim(),
    state: said.state,
    counts: [
      fill(exhibits.length === 0 ? said.none : exhibits.length === 1 ? said.one : said.count, counted),
      fill(said.pages, { evidence, own: volume.pages - evidence - blank }),
      ...(blank === 0 ? [] : [fill(said.blank, { n: blank })]),
      ...(replaced === 0 ? [] : [fill(said.replaced, { n: replaced })]),
    ],
    lines: [
      [said.compiler, ""],
      [said.checker, ""],
      [said.date, said.date_blank],
    ],
  };
}
