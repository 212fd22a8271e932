/** The cell of a register that says which indicators an item serves → claims; what leads nowhere is told. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import { bare } from "../../link/match.ts";
import { codeLike, plainCode, readCode, readNodeCode } from "../../link/name-parts.ts";
import type { Codes } from "../../link/name-parts.ts";
import type { ItemClaim } from "../../model/evidence.ts";
import type { IndicatorMap, Requirement } from "../../model/map.ts";
import { leavesOf, requirementsOf } from "../../model/map.ts";
import type { RawCell, RawRow } from "./raw.ts";

export interface Asked {
  readonly map: IndicatorMap;
  readonly codes: Codes;
}

/** Claims of a row: its codes, each once, with the slot that the column 材料要求 names. */
export function readClaims(row: RawRow, asked: Asked, found: Diagnostic[]): ItemClaim[] {
  const claims = new Map<string, ItemClaim>();
  for (const cell of row.cells.get("indicators") ?? []) {
    if (cell.type === "error") continue;
    for (const claim of claimsIn(cell, asked.codes, found)) {
      if (!claims.has(claim.code)) claims.set(claim.code, claim);
    }
  }
  const [slot] = row.cells.get("requirement") ?? [];
  const all = [...claims.values()];
  return slot === undefined || slot.type === "error" || slot.text === "" ? all : withSlot(all, slot, asked.map, found);
}

function claimsIn(cell: RawCell, codes: Codes, found: Diagnostic[]): ItemClaim[] {
  const turned = datedCode(cell, codes);
  if (turned !== null) {
    found.push(diagnostic("register-code-date", cell.at, { shown: cell.text, code: turned }));
    return [claim(turned, null, cell)];
  }
  const claims: ItemClaim[] = [];
  for (const piece of cell.text.split(/[、,，;；/\n|]+|\s+(?=[\d０-９])/u)) {
    const text = piece.trim().replace(/^(?:指标|第)\s*/u, "");
    if (text === "") continue;
    const known = readNodeCode(text, codes);
    if (known !== null) {
      claims.push(claim(known.code, known.serial, cell));
    } else if (claims.length === 0 || /\d/u.test(text)) {
      // Words after a code are the indicator's title, cut at a comma of its own.
      const code = codeLike(text) ?? text.slice(0, 40);
      const facts = { code, nearest: nearest(plainCode(code), codes.leaves), asked: [] };
      found.push(diagnostic("register-code", cell.at, facts));
    }
  }
  return claims;
}

const claim = (code: string, serial: number | null, { at }: RawCell): ItemClaim => ({
  code,
  serial,
  from: "register",
  requirement: null,
  at,
});

/**
 * The code that a spreadsheet took for a day: typed 2-1-1 it keeps 2002-01-01 where dates begin with the year,
 * 2001-02-01 where they begin with the month; typed 2-1, the first of a month of the year in which it was typed.
 */
function datedCode({ text, type }: RawCell, codes: Codes): string | null {
  const [, y = "", m = "", d = ""] = /^(?:19|20)(\d{2})[-/](\d{1,2})[-/](\d{1,2})(?:\s|$)/u.exec(text) ?? [];
  if (y === "" || (type !== "date" && readCode(text, codes.leaves) !== null)) return null;
  const [year, month, dayOf] = [y, m, d].map((part) => String(Number(part)));
  const candidates = [
    `${year ?? ""}-${month ?? ""}-${dayOf ?? ""}`,
    `${month ?? ""}-${dayOf ?? ""}-${year ?? ""}`,
    `${month ?? ""}-${dayOf ?? ""}`,
  ];
  const known = [...codes.leaves, ...codes.groups];
  return (
    candidates.map((each) => known.find((code) => plainCode(code) === each)).find((each) => each !== undefined) ?? null
  );
}

/** Which requirement is meant by a title, an alias or a key: the very one, or else the only one that has it in its title. */
function slotsNamed(text: string, within: readonly Requirement[]): Requirement[] {
  const wanted = bare(text);
  const titles = (each: Requirement): string[] => [each.title, each.key, ...each.aliases].map(bare);
  const same = within.filter((each) => titles(each).includes(wanted));
  if (same.length > 0) return same;
  return within.filter((each) => titles(each).some((title) => title.includes(wanted) || wanted.includes(title)));
}

function withSlot(claims: readonly ItemClaim[], slot: RawCell, map: IndicatorMap, found: Diagnostic[]): ItemClaim[] {
  const all = requirementsOf(map);
  const tell = (within: readonly Requirement[]): void => {
    const titles = [...new Set(within.map((each) => each.title))];
    const facts = { name: slot.text.slice(0, 60), known: titles.slice(0, 8), nearest: nearest(slot.text, titles) };
    found.push(diagnostic("register-requirement", slot.at, facts));
  };
  if (claims.length === 0) {
    const named = slotsNamed(slot.text, all);
    const [only] = named;
    if (only !== undefined && named.length === 1)
      return [{ ...claim(only.indicator, null, slot), requirement: only.id }];
    tell(named.length > 0 ? named : all);
    return [];
  }
  const below = (code: string): Requirement[] =>
    leavesOf(map)
      .filter((leaf) => [leaf.section, ...leaf.groups, leaf.indicator].some((node) => node.code === code))
      .flatMap((leaf) => leaf.indicator.requires);
  const joined = claims.map((each): ItemClaim => {
    const named = slotsNamed(slot.text, below(each.code));
    const [only] = named;
    return only === undefined || named.length > 1 ? each : { ...each, code: only.indicator, requirement: only.id };
  });
  if (joined.every((each) => each.requirement === null)) tell(claims.flatMap((each) => below(each.code)));
  return joined;
}
