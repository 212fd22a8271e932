/** What a rule says of a small model: code and place, with the facts that a test asks for. */
import { check } from "../../src/check/check.ts";
import type { Code, Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { LinkedItem } from "../../src/model/coverage.ts";
import type { Evidence, Item, Registered } from "../../src/model/evidence.ts";
import type { IndicatorMap, Requirement } from "../../src/model/map.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { registeredWith } from "../support/registered.ts";
import { linkTo, workspaceOf } from "./models.ts";

/** A link whose item stands in a register that says this of it. */
export function listed(
  map: IndicatorMap,
  wanted: Requirement,
  path: string,
  facts: Partial<Registered>,
  values: Partial<Item> = {},
): LinkedItem {
  const link = linkTo(map, wanted, path);
  return { ...link, item: { ...link.item, registered: registeredWith(facts), ...values } };
}

/** A link to a bundle of these files. */
export function bundleOf(
  map: IndicatorMap,
  wanted: Requirement,
  paths: readonly string[],
  facts: Partial<Evidence> = {},
): LinkedItem {
  const links = paths.map((path) => linkTo(map, wanted, path, facts));
  const [first] = links;
  if (first === undefined) throw new Error("a bundle of nothing");
  const [lead, ...others] = links.map((link) => link.item.files[0]);
  return { ...first, item: { ...first.item, files: [lead ?? first.item.files[0], ...others] } };
}

/** All that is found with one of `codes`. */
export const found = (
  map: IndicatorMap,
  links: readonly LinkedItem[],
  codes: readonly Code[],
  facts: Partial<Workspace> = {},
): readonly Diagnostic[] =>
  check(workspaceOf(map, facts), links, []).diagnostics.filter((each) => codes.includes(each.code));

export const placeOf = ({ at }: Diagnostic): string => at.cell ?? at.file;
