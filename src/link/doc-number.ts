/** 发文字号 as GB/T 9704-2012, 7.2.5 has it: 机关代字〔年〕号, and what is amiss with one that somebody typed. */
import type { DocNumberFault } from "../diagnostics/facts/registers.ts";

/**
 * A 文号 with the brackets that the standard asks for, plain digits, and without spaces. What has no year in brackets
 * stays as it was typed: without its spaces 样教 2018 12号 would be another number.
 */
export function plainDocNumber(text: string): string {
  const digits = halfWidth(text);
  const plain = digits.replace(/\s+/gu, "").replace(/[[［(（【﹝〔](\d{4})年?[\]］)）】﹞〕]/u, "〔$1〕");
  return /〔\d{4}〕/u.test(plain) ? plain : text.trim();
}

/** Digits of a Chinese keyboard as those of others. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff10-\uff19]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

export interface DocNumberSlip {
  readonly reason: DocNumberFault;
  /** The number as it was probably meant; null where that cannot be known. */
  readonly meant: string | null;
}

export interface WrittenSlip {
  /** As it stands in the name. */
  readonly written: string;
  readonly reason: DocNumberFault;
  readonly meant: string;
}

/** What looks like a 文号 in a name: a sign, a year, a number; brackets or 号 tell it from other numbers. */
const likeNumber =
  /[\p{Script=Han}A-Za-z]{1,12}\s*(?:[〔[［(（【﹝]\s*(?:19|20)?\d{2}\s*年?\s*[〕\]］)）】﹞]?|(?:19|20)\d{2}\s*年?)[\s\-–—－._·]*第?\s*\d{1,5}\s*号/u;

/** Words that end a title; behind the last of them begins the sign. */
const behindTitle =
  /^.*(?:的|通知|意见|批复|方案|办法|规划|报告|决定|细则|制度|函)(?=\p{Script=Han}{2,8}\s*[〔[［(（【﹝\d])/u;

/** The first 文号 of a file's name that departs from the standard, so that it was not taken for one; null without one. */
export function docNumberSlipIn(name: string): WrittenSlip | null {
  const found = likeNumber.exec(halfWidth(name.normalize("NFC")))?.[0];
  if (found === undefined) return null;
  const number = found.replace(behindTitle, "");
  const slip = docNumberSlip(number);
  return slip === null || slip.meant === null ? null : { written: number, reason: slip.reason, meant: slip.meant };
}

const written =
  /^(?<sign>.*?\p{Script=Han}[\p{Script=Han}A-Za-z]*)\s*(?<open>[〔[［(（【﹝]?)\s*(?<year>(?:19|20)\d{2}|(?<=[〔[［(（【﹝]\s*)\d{2}(?=\s*年?\s*[〕\]］)）】﹞]))\s*(?<of>年?)\s*(?<close>[〕\]］)）】﹞]?)[\s\-–—－._·]*(?<ordinal>第?)\s*(?<number>\d{1,5})\s*(?<suffix>号?)(?<rest>\D*)$/u;

/** Orders, announcements, minutes, bulletins, certificates are counted in ways of their own (令第12号, 公告2019年第3号). */
const otherKind = /(?:令|公告|通告|公报|纪要|简报|专报|期|编号|证|第)$/u;

/** What is amiss with a 文号; null for a sound one, and for what is no Chinese 文号 with a year in it (GB/T 9704-2012, No. 12). */
export function docNumberSlip(text: string): DocNumberSlip | null {
  const plain = plainDocNumber(text);
  if (/^〔\d{4}〕(?:第\s*)?\d{1,5}号$/u.test(plain)) return { reason: "sign", meant: null };
  const found = written.exec(halfWidth(plain))?.groups;
  if (found === undefined) return null;
  const { sign = "", year = "", number = "", rest = "" } = found;
  const reason = otherKind.test(sign) ? null : faultOf(found);
  if (reason === null) return null;
  const century = Number(year) < 50 ? "20" : "19";
  return {
    reason,
    meant: `${sign.trim()}〔${year.length === 2 ? century : ""}${year}〕${String(Number(number))}号${rest.trimEnd()}`,
  };
}

function faultOf(found: Readonly<Record<string, string | undefined>>): DocNumberFault | null {
  const { open = "", year = "", of = "", close = "", ordinal = "", number = "", suffix = "" } = found;
  if (Number(number) === 0) return null;
  if (open === "" || close === "") {
    // 2019年第3号 counts what an office announces; without 号 it may be any number.
    return suffix === "" || (of !== "" && ordinal !== "") ? null : "brackets";
  }
  if (year.length === 2) return "year";
  if (ordinal !== "") return "ordinal";
  if (number.startsWith("0")) return "zero";
  return suffix === "" ? "suffix" : null;
}
