/**
 * Photos with too few pixels to be printed sharp. A photo stands alone on its page (杜集区 2012), 170 mm wide where it
 * lies across: a thousand pixels are 150 dpi there, half of what print asks for. Messengers send less unless told
 * otherwise, and panels complain of just that (photos blurred, or spoilt by compression).
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Evidence } from "../../model/evidence.ts";
import { filesOf, itemsOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const resolution: Rule = ({ coverage, workspace: { map } }) => {
  const least = map.rules.photoLongSide;
  const items = coverage
    .filter(({ requirement }) => requirement.kind === "photo")
    .flatMap(itemsOf)
    .map(({ link }) => link.item);
  return filesOf([...new Set(items)]).flatMap(({ path, state }: Evidence) => {
    const pixels = state.type === "readable" ? state.pixels : undefined;
    if (pixels === undefined || Math.max(pixels.width, pixels.height) >= least) return [];
    return [diagnostic("low-resolution", { file: path }, { ...pixels, least })];
  });
};
