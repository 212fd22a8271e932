/** The cell of a register that says which indicators an item serves → claims; what leads nowhere is told. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import { bare } from "../../link/match.ts";
import { codeLike, plainCode, readCode, readNodeCode } from "../../link/codes.ts";
import type { Codes } from "../../link/codes.ts";
import type { ItemClaim } from "../../model/evidence.ts";
import type { IndicatorMap, Requirement } from "../../model/map.ts";
import { leavesOf, requirementsOf } from "../../model/map.ts";
import { soundCells } from "./raw.ts";
import type { RawCell, RawRow } from "./raw.ts";

export interface Asked {
  readonly map: IndicatorMap;
  readonly codes: Codes;
}

export interface Claims {
  readonly claims: ItemClaim[];
  /** A cell names a requirement that is not there; told. */
  readonly unknown: boolean;
}

/** Claims of a row: its codes, each once, with the slot that the column 材料要求 names. */
export function readClaims(row: RawRow, asked: Asked, found: Diagnostic[]): Claims {
  const claims = new Map<string, ItemClaim>();
  for (const cell of row.cells.get("indicators") ?? []) {
    if (cell.type === "error") continue;
    for (const claim of claimsIn(cell, row, asked.codes, found)) {
      if (!claims.has(claim.code)) claims.set(claim.code, claim);
    }
  }
  const slots = (row.cells.get("requirement") ?? []).filter((each) => each.type !== "error" && each.text !== "");
  return withSlots([...claims.values()], slots, asked.map, found);
}

function claimsIn(cell: RawCell, row: RawRow, codes: Codes, found: Diagnostic[]): ItemClaim[] {
  const turned = datedCode(cell, codes);
  if (turned !== null) {
    found.push(diagnostic("register-code-date", cell.at, { shown: cell.text, code: turned }));
    return [claim(turned, null, cell)];
  }
  const claims: ItemClaim[] = [];
  for (const piece of cell.text.split(/[、,，;；/\n|]+|\s+(?=[\d０-９])/u)) {
    const text = piece.trim().replace(/^(?:指标|第)\s*/u, "");
    if (text === "") continue;
    const known = isMistyped(text, codes) ? null : readNodeCode(text, codes);
    if (known !== null) {
      claims.push(claim(known.code, known.serial, cell));
    } else if (claims.length === 0 || /\d/u.test(text)) {
      // Words after a code are the indicator's title, cut at a comma of its own.
      const code = typedCode(text) ?? text.slice(0, 40);
      const near = codeOfFiles(row, codes) ?? nearest(plainCode(code), codes.leaves);
      const facts = { code, nearest: near, asked: [] };
      found.push(diagnostic("register-code", cell.at, facts));
    }
  }
  return claims;
}

/** The code of the map that the names of the row's files begin with; null where there is none, or more than one. */
function codeOfFiles(row: RawRow, codes: Codes): string | null {
  const names = soundCells(row, "files").flatMap(({ text }) => text.split(/[、;；/\\\n|]+/u));
  const [code, ...others] = new Set(names.flatMap((name) => readCode(name, codes.leaves)?.code ?? []));
  return others.length > 0 ? null : (code ?? null);
}

/** What looks like a code, with the letters typed in place of digits: `3-2-1O`, `3-2-l`. */
function typedCode(text: string): string | null {
  const like = codeLike(text);
  if (like === null) return null;
  const rest = plainCode(text).trimStart().slice(like.length);
  return like + (/^(?:[-.]?[A-Za-z\d]{1,2}(?![A-Za-z\d]))+/u.exec(rest)?.[0] ?? "");
}

/** 2-1-l is no 2-1: where nothing but a code is typed, all of it is the code. */
function isMistyped(text: string, codes: Codes): boolean {
  const typed = typedCode(text);
  if (typed === null || typed !== plainCode(text).trim() || !/[A-Za-z]/u.test(typed)) return false;
  return ![...codes.leaves, ...codes.groups].some((code) => plainCode(code) === typed);
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

/** The claims with the slots that the cells name: one each, or several for a bundle that serves several. */
function withSlots(
  claims: readonly ItemClaim[],
  cells: readonly RawCell[],
  map: IndicatorMap,
  found: Diagnostic[],
): Claims {
  const within =
    claims.length === 0 ? requirementsOf(map) : claims.flatMap((each) => requirementsBelow(each.code, map));
  const slots = cells.flatMap((cell) => slotsOf(cell, within));
  const unclear = slots.filter(({ named }) => named.length === 0 || (named.length > 1 && claims.length === 0));
  for (const cell of new Set(unclear.map((each) => each.cell))) tellUnclear(cell, unclear, within, found);
  const unknown = unclear.length > 0;
  if (claims.length === 0) {
    const own = slots.flatMap(({ cell, named: [only, ...others] }) =>
      only === undefined || others.length > 0 ? [] : [{ ...claim(only.indicator, null, cell), requirement: only.id }],
    );
    return { claims: own, unknown };
  }
  const placed = claims.flatMap((each) => {
    const own = requirementsBelow(each.code, map);
    const matched = slots.flatMap(({ named }) => {
      const [only, ...others] = named.filter((slot) => own.includes(slot));
      return only === undefined || others.length > 0 ? [] : [only];
    });
    return matched.length === 0
      ? [each]
      : matched.map(({ indicator: code, id }) => ({ ...each, code, requirement: id }));
  });
  return { claims: placed, unknown };
}

/** One message a cell, however many of its pieces are at fault. */
function tellUnclear(
  cell: RawCell,
  unclear: readonly Slot[],
  within: readonly Requirement[],
  found: Diagnostic[],
): void {
  const own = unclear.filter((each) => each.cell === cell);
  const candidates = own.some(({ named }) => named.length === 0) ? within : own.flatMap(({ named }) => named);
  const titles = [...new Set(candidates.map((each) => each.title))];
  const name = own.map(({ text }) => text).join("、");
  const near = own.map(({ text }) => nearest(text, titles)).find((each) => each !== null) ?? null;
  const facts = { name: name.slice(0, 60), known: titles.slice(0, 8), nearest: near };
  found.push(diagnostic("register-requirement", cell.at, facts));
}

/** One title in a cell, and the requirements that it may mean. */
interface Slot {
  readonly cell: RawCell;
  readonly text: string;
  readonly named: readonly Requirement[];
}

/** What a cell names: all of it one title, or else the titles between its commas. */
function slotsOf(cell: RawCell, within: readonly Requirement[]): Slot[] {
  const { text } = cell;
  const whole = slotsNamed(text, within);
  const pieces = text.split(/[、,，;；/\n|]+/u).filter((each) => bare(each) !== "");
  return pieces.length < 2 || whole.some((each) => bare(each.title) === bare(text))
    ? [{ cell, text, named: whole }]
    : pieces.map((piece) => ({ cell, text: piece.trim(), named: slotsNamed(piece, within) }));
}

const requirementsBelow = (code: string, map: IndicatorMap): Requirement[] =>
  leavesOf(map)
    .filter((leaf) => [leaf.section, ...leaf.groups, leaf.indicator].some((node) => node.code === code))
    .flatMap((leaf) => leaf.indicator.requires);
