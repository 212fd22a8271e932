/** What must not stand in plain sight: numbers of persons, and marks of secrecy (密级); how both are recognised. */

/** How many numbers of persons a text holds. */
export interface PersonalCount {
  /** 公民身份号码: 18 characters with their check digit, or the 15 digits of before 1999. */
  readonly idNumbers: number;
  /** Mobile numbers of China. */
  readonly phones: number;
}

/** 绝密, 机密, 秘密 (保守国家秘密法, 2024, article 14). */
export type Secrecy = "绝密" | "机密" | "秘密";

/** GB 11643-1999, 4: six digits of the place, the day of birth, three of order, a check digit. */
const idNumber =
  /(?<![\dA-Za-z])[1-9]\d{5}-?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?\d{3}[\dXx](?![\dA-Za-z])/gu;

/** As it was before: the year in two digits, no check digit. Any long number may look so: a word beside it must say what it is. */
const oldIdNumber = /(?<![\dA-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/gu;
const speaksOfIds = /身份证|身份号码|证件号|identity (?:card|number)|\bID (?:card|number|no)/iu;

/** Three digits of the network, eight of the subscriber, also as 3-4-4 with hyphens (电信网编号计划, 2017); with spaces it could be three numbers of a table. No sum of money with cents. */
const phone = /(?<![\dA-Za-z]|\d[.,])(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|-\d{4}-\d{4})(?![\dA-Za-z]|\.\d)/gu;

/** Full-width digits as plain ones, character by character, so that places stay. */
const plainDigits = (text: string): string =>
  text.replace(/[０-９Ｘｘ－]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0));

/** Weights of the 17 digits, and the check digit by the remainder (GB 11643-1999, annex; ISO 7064 MOD 11-2). */
function isId(number: string): boolean {
  const signs = [...number.replaceAll("-", "").toUpperCase()];
  const sum = signs.slice(0, 17).reduce((all, sign, index) => all + Number(sign) * (2 ** (17 - index) % 11), 0);
  return signs[17] === "10X98765432"[sum % 11];
}

interface Found {
  readonly kind: keyof PersonalCount;
  readonly index: number;
  readonly text: string;
}

/** Whether a text says of some number that it is one of an identity card. */
export const namesIds = (text: string): boolean => speaksOfIds.test(text);

function numbersIn(text: string, oldIds: boolean): Found[] {
  const plain = plainDigits(text);
  const all = (form: RegExp, kind: Found["kind"]): Found[] =>
    [...plain.matchAll(form)].map(({ index, 0: found }) => ({ kind, index, text: found }));
  const old = oldIds ? all(oldIdNumber, "idNumbers") : [];
  return [...all(idNumber, "idNumbers").filter((each) => isId(each.text)), ...old, ...all(phone, "phones")];
}

/** Counts the numbers of persons in `text`; with `oldIds` those without a check digit too, as something beside them names them. */
export function personalIn(text: string, oldIds?: boolean): PersonalCount {
  // The shortest of these numbers has eleven digits; most texts have not so many in a row.
  if (!/[\d０-９](?:[-－]?[\d０-９]){10}/u.test(text)) return { idNumbers: 0, phones: 0 };
  const found = numbersIn(text, oldIds ?? namesIds(text));
  const phones = found.filter((each) => each.kind === "phones").length;
  return { idNumbers: found.length - phones, phones };
}

export const isPersonal = ({ idNumbers, phones }: PersonalCount): boolean => idNumbers + phones > 0;

/** The text with every number of a person made unreadable: its first three digits and its last two stay. */
export function masked(text: string): string {
  return numbersIn(text, namesIds(text)).reduce((shown, { index, text: number }) => {
    const end = index + number.length;
    return shown.slice(0, index) + maskedNumber(shown.slice(index, end)) + shown.slice(end);
  }, text);
}

function maskedNumber(number: string): string {
  const digits = number.match(/[\dXx０-９Ｘｘ]/gu)?.length ?? 0;
  let at = 0;
  return number.replace(/[\dXx０-９Ｘｘ]/gu, (sign) => {
    at += 1;
    return at <= 3 || at > digits - 2 ? sign : "*";
  });
}

/** A mark with its star, wherever it stands (GB/T 9704-2012, 7.2.2: 秘密★1年 at the top of the page). */
const starred = /(绝密|机密|秘密)[★☆]/u;
/** A mark by itself, or with the time of secrecy or of urgency behind it. */
const alone =
  /^(?:密级[:：]?)?[【[（(]?(绝密|机密|秘密)(?:(?:\d{1,2}|[一二三五十]{1,3})个?[年月])?[】\]）)]?(?:级|件|特急|加急|急件)?$/u;
/** What stands in every mark, and in few texts. */
const marked = /密/u;
/** Lines at the top of a page in which the mark may stand: copy number, mark, urgency, sign of the issuer. */
const headLines = 8;

/** The mark of secrecy at the head of a paper whose text begins with `opening`; null when there is none. */
export function secrecyAtHead(opening: string): Secrecy | null {
  if (!marked.test(opening)) return null;
  const lines = opening
    .split("\n")
    .map((line) => line.replace(/\s+/gu, ""))
    .filter((line) => line !== "");
  return secrecyIn(lines.slice(0, headLines), (line) => starred.exec(line) ?? alone.exec(line));
}

/** The mark of secrecy that a name, a title or a cell carries: starred, in brackets, or as a part of its own. */
export function secrecyInName(name: string): Secrecy | null {
  if (!marked.test(name)) return null;
  const parts = name.split(/[\s_、，,.／/—–-]+|(?<=[】\]）)])|(?=[【[（(])/u);
  return secrecyIn([name.replace(/\s+/gu, ""), ...parts], (part) => starred.exec(part) ?? alone.exec(part));
}

const secrecyIn = (texts: readonly string[], find: (text: string) => RegExpExecArray | null): Secrecy | null =>
  (texts.map((text) => find(text)?.[1]).find((each) => each !== undefined) ?? null) as Secrecy | null;
