/** Small workspaces with a lock, for tests of reviewing. */
import { check } from "../../src/check/check.ts";
import type { Checked } from "../../src/check/check.ts";
import { linkEvidence } from "../../src/link/link.ts";
import { itemOf } from "../../src/link/items.ts";
import type { Evidence, Item, ItemClaim } from "../../src/model/evidence.ts";
import { indicatorCode, requirementId } from "../../src/model/ids.ts";
import type { Lock, LockEntry } from "../../src/model/lock.ts";
import type { IndicatorMap } from "../../src/model/map.ts";
import { indicator, item, mapOf, section, workspaceOf } from "./models.ts";

type Asked = Parameters<typeof indicator>[2];

export const mapWith = (plan: NonNullable<Asked>[string] = {}, criterion = ""): IndicatorMap =>
  mapOf(
    section(
      "1",
      indicator("1-1", { criterion }, { plan: { title: "规划文件", ...plan }, minutes: { title: "会议纪要" } }),
    ),
    section("2", indicator("2-1", {}, { budget: { title: "预算批复" } })),
  );

export const map = mapWith();

export function judged(items: readonly Item[], lock: Lock = [], its = map): Checked {
  const workspace = workspaceOf(its, { evidence: items.flatMap((each) => each.files), items, lock });
  return check(workspace, linkEvidence(workspace), []);
}

export const file = (path: string, sha256: string, facts: Partial<Evidence> = {}): Evidence =>
  item(map, path, { sha256, ...facts });
export const one = (path: string, sha256: string, facts: Partial<Evidence> = {}): Item =>
  itemOf(file(path, sha256, facts));

export const plan = one("教育局/1-1 规划文件.pdf", "a");
export const minutes = one("教育局/1-1 会议纪要.pdf", "b");
export const budget = one("财政局/2-1 预算批复.pdf", "c");
export const all = [minutes, plan, budget];

export const told = ({ diagnostics }: Checked): unknown[] =>
  diagnostics
    .filter((each) => /-since-review$|^serial-/u.test(each.code))
    .map((each) => ({ code: each.code, file: each.at.file, ...each.facts }));

export const statuses = ({ coverage }: Checked): string[] => coverage.map((each) => each.status);
export const numbers = ({ numbering }: Checked): string[] => [...numbering.numbers.values()];
export const entry = (lock: Lock, number: string): LockEntry => {
  const found = lock.find((each) => each.number === number);
  if (found === undefined) throw new Error(`${number} is not in the lock`);
  return found;
};

/** An item that a register lists under several indicators. */
export const claims = (...codes: readonly string[]): ItemClaim[] =>
  codes.map((code) => {
    const [leaf = "", key = ""] = code.split("/");
    const requirement = requirementId(indicatorCode(leaf), key);
    return { code: leaf, serial: null, from: "register", requirement, at: null };
  });
