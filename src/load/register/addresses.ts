/** Addresses on the web in the cells of a register: those that are taken, and what stands in their place. */
import type { Written } from "../../model/register.ts";
import { soundCells } from "./raw.ts";
import type { RawCell, RawRow } from "./raw.ts";

/** An address ends where the next begins, and at Chinese punctuation, which a browser never shows in one. */
const address = /https?:\/\/(?:(?![;,]https?:)[^\s；、，|（）])+/giu;

/** Begins an address of another kind; a drive (`C:`) and `file:` are paths of a machine, told as such among files. */
const otherKind = /^(?!file:)(?:[a-z][a-z0-9+.-]+:\/\/\S|(?:javascript|vbscript|data|mailto|about):)/iu;

export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text);

export interface Addresses {
  /** Each once. */
  readonly urls: readonly Written[];
  /** What is no address, or none that may stand in a pack. */
  readonly refused: readonly Written[];
}

/** Addresses in the column for them, among the files, or behind a title that can be clicked. */
export function readAddresses(row: RawRow): Addresses {
  const [urls, refused]: [Written[], Written[]] = [[], []];
  const take = (texts: readonly string[], { at }: RawCell): void => {
    for (const text of texts) if (!urls.some((each) => each.text === text)) urls.push({ text, at });
  };
  for (const cell of soundCells(row, "address")) {
    const named = addressesIn(cell.text.replace(/(?<![\w./:-])www\.(?=\S)/giu, "http://www."));
    const texts = named.length < 2 && isAddress(cell.link) ? [cell.link] : named;
    take(texts, cell);
    if (texts.length === 0 && !saysNothing(cell.text)) refused.push({ text: cell.text, at: cell.at });
    if (texts.length > 0) refused.push(...otherKindsIn(cell));
  }
  for (const cell of soundCells(row, "files")) {
    const named = addressesIn(cell.text);
    take(named.length === 0 && isAddress(cell.link) ? [cell.link] : named, cell);
    if (named.length === 0 && otherKind.test(cell.text)) refused.push({ text: cell.text, at: cell.at });
    else refused.push(...otherKindsIn(cell));
  }
  for (const cell of soundCells(row, "title")) if (isAddress(cell.link)) take([cell.link], cell);
  return { urls, refused };
}

/** The cells that name files, without the addresses in them. */
export function fileCells(row: RawRow): RawCell[] {
  return soundCells(row, "files").flatMap((cell) => {
    if (cell.text === "") return isAddress(cell.link) ? [] : [cell];
    if (otherKind.test(cell.text)) return [];
    const others = otherKindsIn(cell).map((each) => each.text);
    const files = others.reduce((text, other) => text.replace(other, "\n"), cell.text);
    const text = addressesIn(cell.text).length === 0 ? files : files.replace(address, "\n");
    return /[\p{L}\p{N}]/u.test(text) || text === cell.text ? [{ ...cell, text }] : [];
  });
}

const addressesIn = (text: string): string[] =>
  [...text.matchAll(address)].map(([each]) => each.replace(/[;,。]+$/u, ""));

/** Addresses of another kind that stand in a cell beside something else, each as it is typed. */
const otherKindsIn = ({ text, at }: RawCell): Written[] =>
  text
    .replace(address, "\n")
    .split(/[\s;；、，|（）]+/u)
    .filter((each) => otherKind.test(each))
    .map((each) => ({ text: each, at }));

/** A dash, or a word for none. */
const saysNothing = (text: string): boolean => /^(?:[-—/\\.…\s]*|暂?无|没有|none|n\/a)$/iu.test(text);
