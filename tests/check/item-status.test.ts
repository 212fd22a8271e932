/** Every status of an item, from links as they come out of linking. */
import { describe, expect, it } from "vitest";
import { accept } from "../../src/check/accept.ts";
import { check } from "../../src/check/check.ts";
import { itemStandings } from "../../src/check/item-status.ts";
import { itemOf } from "../../src/link/items.ts";
import type { Link } from "../../src/model/coverage.ts";
import { keyOf } from "../../src/model/evidence.ts";
import type { Evidence, FileState } from "../../src/model/evidence.ts";
import { itemStatuses } from "../../src/model/item-status.ts";
import type { ItemStatus } from "../../src/model/item-status.ts";
import type { Requirement } from "../../src/model/map.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { indicator, item, linkTo, mapOf, section, workspaceOf } from "./models.ts";
import { bundleOf } from "./rules-models.ts";

const leaf = indicator(
  "1-1",
  {},
  {
    plan: { max: 2 },
    photo: { kind: "photo", accepts: ["image"] },
    yearly: { eachYear: true },
  },
);
const map = { ...mapOf(section("1", leaf)), rules: { reuseLimit: 1, photoLongSide: 0, problemsShare: null } };

function wanted(key: string): Requirement {
  const requirement = leaf.requires.find((each) => each.key === key);
  if (requirement === undefined) throw new Error(key);
  return requirement;
}
const [plan, photo, yearly] = [wanted("plan"), wanted("photo"), wanted("yearly")];

const thumbnail = Uint8Array.from({ length: 4096 }, (_, at) => (at % 64) * 4);
const picture: FileState = { type: "readable", kind: "image", format: "jpg", pages: 1, thumbnail };
const locked: FileState = { type: "unreadable", reason: "encrypted", format: "pdf" };
const system: FileState = { type: "ignored", reason: "system-file" };

const file = (name: string, facts: Partial<Evidence> = {}) => itemOf(item(map, `教育局/${name}`, facts));
const under = (requirement: Requirement, name: string, facts: Partial<Evidence> = {}) =>
  linkTo(map, requirement, `教育局/${name}`, facts);

const standingsOf = (links: readonly Link[], facts: Partial<Workspace> = {}) =>
  itemStandings(check(workspaceOf(map, facts), links, []));

/** Statuses of the last of some items. */
const lastOf = (links: readonly Link[], facts: Partial<Workspace> = {}): readonly ItemStatus[] =>
  standingsOf(links, facts).at(-1)?.statuses ?? [];

const shared = under(plan, "a.txt");
const unassigned: Link = { ...under(plan, "b.txt"), requirement: null };
const waiver = {
  indicator: leaf.code,
  requirement: null,
  notApplicable: true,
  reason: "样例",
  approver: "",
  until: null,
  at: { file: "evipack.yaml" },
};

const table: readonly (readonly [ItemStatus, Link[], ItemStatus[], Partial<Workspace>])[] = [
  ["linked", [under(plan, "a.txt")], ["linked"], {}],
  ["unassigned", [unassigned], ["unassigned"], {}],
  [
    "ambiguous",
    [{ type: "ambiguous", item: file("a.txt"), candidates: [plan, photo], claim: null }],
    ["ambiguous"],
    {},
  ],
  ["orphan", [{ type: "unmatched", item: file("a.txt"), code: null, nearest: null, claim: null }], ["orphan"], {}],
  ["ignored", [{ type: "ignored", item: file("Thumbs.db", { state: system }) }], ["ignored"], {}],
  ["unreadable", [under(plan, "a.pdf", { state: locked })], ["linked", "unreadable"], {}],
  ["wrong-kind", [under(photo, "a.txt")], ["linked", "wrong-kind"], {}],
  ["out-of-window", [under(plan, "规划2015.txt")], ["linked", "out-of-window"], {}],
  ["no-year", [under(yearly, "a.txt")], ["linked", "no-year"], {}],
  [
    "duplicate",
    [under(plan, "a.txt", { sha256: "same" }), under(plan, "b.txt", { sha256: "same" })],
    ["linked", "duplicate"],
    {},
  ],
  [
    "look-alike",
    [under(photo, "a.jpg", { state: picture }), under(photo, "b.jpg", { state: picture })],
    ["linked", "look-alike"],
    {},
  ],
  [
    "over-reused",
    [shared, { ...shared, requirement: yearly, role: "reference" }],
    ["linked", "no-year", "over-reused"],
    {},
  ],
  ["unwanted", [under(plan, "a.txt"), under(plan, "b.txt"), under(plan, "c.txt")], ["linked", "unwanted"], {}],
  ["unwanted", [under(plan, "a2015.txt")], ["linked", "unwanted"], { waivers: [waiver] }],
];

describe("statuses of an item", () => {
  it.each(table)("%s", (status, links, statuses, facts) => {
    expect(lastOf(links, facts)).toEqual(statuses);
    expect(statuses).toContain(status);
  });

  it("stale: accepted, and changed since", () => {
    const { lock } = accept(check(workspaceOf(map), [under(plan, "a.txt", { sha256: "old" })], []), []);
    expect(lastOf([under(plan, "a.txt", { sha256: "old" })], { lock })).toEqual(["linked"]);
    expect(lastOf([under(plan, "a.txt", { sha256: "new" })], { lock })).toEqual(["linked", "stale"]);
  });

  it("each has its row", () => {
    const told = new Set([...table.map(([status]) => status), "stale"]);
    expect(itemStatuses.filter((status) => !told.has(status))).toEqual([]);
  });

  it("names the file that it is a copy of, or looks like, even in a bundle", () => {
    const copies = [under(plan, "a.txt", { sha256: "same" }), under(photo, "b.txt", { sha256: "same" })];
    expect(standingsOf(copies).map((each) => [each.duplicateOf, each.lookAlikeOf])).toEqual([
      [null, null],
      ["evidence/教育局/a.txt", null],
    ]);
    const bundle = bundleOf(map, photo, ["教育局/b.jpg", "教育局/c.jpg"], { state: picture });
    const shots = [under(photo, "a.jpg", { state: picture }), bundle];
    expect(standingsOf(shots).map((each) => [each.duplicateOf, each.lookAlikeOf])).toEqual([
      [null, null],
      [null, "evidence/教育局/a.jpg"],
    ]);
  });

  it("lists every item once, in the order of the links", () => {
    const links = [shared, unassigned, { ...shared, requirement: yearly, role: "reference" as const }];
    expect(standingsOf(links).map(({ item: each }) => keyOf(each))).toEqual([
      "evidence/教育局/a.txt",
      "evidence/教育局/b.txt",
    ]);
  });
});
