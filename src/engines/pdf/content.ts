/** Page content as operators: whether it leaves everything as it found it, so that more can be drawn after it. */

const [tab, lineFeed, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32];
const code = (character: string): number => character.charCodeAt(0);
const open = code("(");
const close = code(")");
const backslash = code("\\");
const greater = code(">");

/** A place for each byte; content is the bulk of what is read of a file. */
function bytes(of: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const each of of) table[each] = 1;
  return table;
}

const whiteSpace = bytes([0, tab, lineFeed, formFeed, carriageReturn, space]);
/** White space and signs of the format. */
const ends = bytes([0, tab, lineFeed, formFeed, carriageReturn, space, ...[..."()<>[]{}/%"].map(code)]);

/** Operators that begin a path, and those that end one (ISO 32000-1, tables 59 and 60). */
const beginPath = new Set(["m", "re"]);
const endPath = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"]);

/** What is open at some place of the content. */
interface Balance {
  states: number;
  texts: number;
  marks: number;
  path: boolean;
  arrays: number;
}

/**
 * Whether graphics states, text objects and marked content are closed as often as opened, never before, no path,
 * array or string is left open at the end, and all of it is in the words of the format.
 */
export function isSelfContained(content: Uint8Array): boolean {
  const balance: Balance = { states: 0, texts: 0, marks: 0, path: false, arrays: 0 };
  for (let at = 0; at < content.length;) {
    const end = pass(content, at, balance);
    if (end === null) return false;
    at = end;
  }
  const { states, texts, marks, path, arrays } = balance;
  return states === 0 && texts === 0 && marks === 0 && !path && arrays === 0;
}

/** Place after the word, string or sign at `at`; null when it cannot stand there. */
function pass(content: Uint8Array, at: number, balance: Balance): number | null {
  const byte = content[at] ?? 0;
  if (whiteSpace[byte] === 1) return at + 1;
  if (ends[byte] !== 1) return endOfOperator(content, at, balance);
  switch (String.fromCharCode(byte)) {
    case "%":
      return endOfLine(content, at);
    case "/":
      return endOfWord(content, at + 1);
    case "(":
      return endOfString(content, at);
    case "<":
      return content[at + 1] === byte ? at + 2 : endOfHex(content, at);
    case ">":
      return content[at + 1] === byte ? at + 2 : null;
    case "[":
      balance.arrays += 1;
      return at + 1;
    case "]":
      balance.arrays -= 1;
      return balance.arrays < 0 ? null : at + 1;
    default:
      return null;
  }
}

function endOfOperator(content: Uint8Array, at: number, balance: Balance): number | null {
  const end = endOfWord(content, at + 1);
  if (firstOfNumber[content[at] ?? 0] === 1) return end;
  const word = latin(content, at, end);
  if (!count(word, balance)) return null;
  return word === "ID" ? endOfInlineImage(content, end) : end;
}

/** No operator begins with one of these. */
const firstOfNumber = bytes([..."0123456789+-."].map(code));

const inHex = bytes([..."0123456789abcdefABCDEF\0\t\n\f\r "].map(code));

function endOfHex(content: Uint8Array, from: number): number | null {
  let at = from + 1;
  while (inHex[content[at] ?? 0] === 1 && at < content.length) at += 1;
  return content[at] === greater ? at + 1 : null;
}

/** Counts an operator; false when it closes what is not open. */
function count(word: string, balance: Balance): boolean {
  switch (word) {
    case "q":
      balance.states += 1;
      break;
    case "Q":
      balance.states -= 1;
      break;
    case "BT":
      balance.texts += 1;
      break;
    case "ET":
      balance.texts -= 1;
      break;
    case "BMC":
    case "BDC":
      balance.marks += 1;
      break;
    case "EMC":
      balance.marks -= 1;
      break;
    default:
      if (beginPath.has(word)) balance.path = true;
      else if (endPath.has(word)) balance.path = false;
  }
  return balance.states >= 0 && balance.texts >= 0 && balance.texts <= 1 && balance.marks >= 0;
}

function latin(content: Uint8Array, from: number, to: number): string {
  if (to - from > 4) return "";
  let word = "";
  for (let at = from; at < to; at += 1) word += String.fromCharCode(content[at] ?? 0);
  return word;
}

function endOfLine(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== lineFeed && content[at] !== carriageReturn) at += 1;
  return at;
}

function endOfWord(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && ends[content[at] ?? 0] !== 1) at += 1;
  return at;
}

/** Place after a string in brackets; null when it does not end. */
function endOfString(content: Uint8Array, from: number): number | null {
  let depth = 0;
  for (let at = from; at < content.length; at += 1) {
    const byte = content[at];
    if (byte === backslash) at += 1;
    else if (byte === open) depth += 1;
    else if (byte === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** Place after the EI that ends an inline image: between white space, and followed by text, not by more data. */
function endOfInlineImage(content: Uint8Array, from: number): number {
  for (let at = from; at + 2 < content.length + 1; at += 1) {
    const isEnd =
      content[at] === code("E") &&
      content[at + 1] === code("I") &&
      whiteSpace[content[at - 1] ?? 0] === 1 &&
      (at + 2 >= content.length || whiteSpace[content[at + 2] ?? 0] === 1);
    if (isEnd && content.subarray(at + 2, at + 12).every(isTextual)) return at + 2;
  }
  return content.length;
}

const isTextual = (byte: number): boolean => whiteSpace[byte] === 1 || (byte > space && byte < 127);
