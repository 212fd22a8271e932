/** Papers that the user names as proof: is there one of that number or title? */
import { shapeOf } from "../model/exhibit-number.ts";
import { requirementsOf } from "../model/map.ts";
import type { IndicatorMap } from "../model/map.ts";
import { nearest } from "../engines/nearest.ts";
import type { Judged } from "./rule.ts";

export interface ItemNames {
  /** Is it the number of an exhibit, or part of the title, number or file name of what was handed in or is asked for? */
  readonly has: (name: string) => boolean;
  readonly nearest: (name: string) => string | null;
}

const plainName = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s《》"“”]/gu, "")
    .toLowerCase();

/** What was handed in, and what the map asks for: what is missing or cannot be read is told as such. */
export function itemNames({
  workspace,
  links,
  numbering,
}: Pick<Judged, "workspace" | "links" | "numbering">): ItemNames {
  const items = links.flatMap((link) =>
    link.type === "ignored" ? [] : [link.item.title, link.item.docNumber, ...link.item.files.map((file) => file.name)],
  );
  const asked = requirementsOf(workspace.map).flatMap(({ title, aliases }) => [title, ...aliases]);
  const shown = [...new Set([...items, ...asked])].filter((name) => name !== "");
  const plain = shown.map(plainName);
  const exhibits = new Set<string>(numbering.numbers.values());
  return {
    has: (name) => {
      const wanted = plainName(name);
      return exhibits.has(name) || (wanted !== "" && plain.some((each) => each.includes(wanted)));
    },
    // Numbers are near to numbers only: 2-1-3-09 is no slip for a title that begins with 2-1-3.
    nearest: (name) => nearest(name, looksLikeNumber(name, workspace.map) ? exhibits : shown),
  };
}

const looksLikeNumber = (name: string, { exhibitNumber }: IndicatorMap): boolean =>
  /^[\p{L}\d]+(?:[-.][\p{L}\d]+)*-\d+$/u.test(name) || shapeOf(exhibitNumber).test(name);
