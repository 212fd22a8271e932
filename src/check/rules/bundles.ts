/**
 * Bundles (套件) that lack a part (槐荫区: a meeting is complete only with notice, sign-in sheet, papers, speech, and
 * photo or film). What a file is, its name tells, or the title that a register gives it; a picture or a film without
 * such a word is the photo. One file may be several parts (会议通知和签到表.pdf).
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { JudgedItem } from "../../model/coverage.ts";
import type { Evidence, Item } from "../../model/evidence.ts";
import type { BundlePart } from "../../model/map.ts";
import { itemsOf, rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const bundles: Rule = ({ coverage }) =>
  coverage.flatMap((each) => {
    const { id, title, bundle } = each.requirement;
    if (bundle.length === 0) return [];
    return together(itemsOf(each)).flatMap((items) => {
      const [first] = items;
      const there = new Set(items.flatMap(partsOf));
      const missing = bundle.filter((part) => !there.has(part));
      if (first === undefined || missing.length === 0) return [];
      return [diagnostic("bundle-incomplete", rowOf(first), { requirement: id, title, missing })];
    });
  });

/** A row of a register is a bundle of its own; files by themselves belong together when they are of one day. */
function together(items: readonly JudgedItem[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const {
    link: { item },
  } of items) {
    const isBundle = item.files.length > 1;
    const key = isBundle ? `row ${item.files[0].path}` : `day ${item.formed ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

const words: readonly (readonly [BundlePart, RegExp])[] = [
  ["notice", /通知|邀请|请柬|议程|日程|notice|invitation|agenda|programme/iu],
  ["sign_in", /签到|签名|到会|参会(?:人员)?名单|sign[\s-]?in|attendance/iu],
  ["papers", /材料|资料|文件|课件|讲义|papers|handout|slides/iu],
  ["speech", /讲话|发言|致辞|致词|主持词|讲稿|speech|address|remarks/iu],
  ["minutes", /纪要|记录|minutes|record/iu],
  ["photo", /照片|图片|影像|录像|视频|photo|picture|film|video/iu],
];

const partsIn = (text: string): BundlePart[] => words.flatMap(([part, form]) => (form.test(text) ? [part] : []));

/** The title of a bundle as a whole (联席会议材料) says nothing of its files. */
export function partsOf(item: Item): BundlePart[] {
  const own = item.files.length === 1 ? partsIn(item.title) : [];
  return [...own, ...item.files.flatMap((file) => partsOfFile(file, own))];
}

function partsOfFile({ name, state }: Evidence, titled: readonly BundlePart[]): readonly BundlePart[] {
  const named = partsIn(name);
  const shows = state.type === "readable" && (state.kind === "image" || state.kind === "video");
  return named.length === 0 && titled.length === 0 && shows ? ["photo"] : named;
}
