/** Page content as operators: whether it leaves everything as it found it, so that more can be drawn after it. */

const [tab, lineFeed, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32];
const code = (character: string): number => character.charCodeAt(0);
const [open, close, backslash, percent, less, greater, slash] = [..."()\\%<>/"].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

const whiteSpace = new Set([0, tab, lineFeed, formFeed, carriageReturn, space]);
const delimiters = new Set([..."()<>[]{}/%"].map(code));

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
 * Whether graphics states, text objects and marked content are closed as often as opened, never before, and no
 * path, array or string is left open at the end.
 */
export function isSelfContained(content: Uint8Array): boolean {
  const balance: Balance = { states: 0, texts: 0, marks: 0, path: false, arrays: 0 };
  let at = 0;
  while (at < content.length) {
    const byte = content[at] ?? 0;
    if (whiteSpace.has(byte)) at += 1;
    else if (byte === percent) at = endOfLine(content, at);
    else if (byte === open) {
      const end = endOfString(content, at);
      if (end === null) return false;
      at = end;
    } else if (byte === less && content[at + 1] !== less) {
      const end = content.indexOf(greater, at);
      if (end < 0) return false;
      at = end + 1;
    } else if (delimiters.has(byte) && byte !== slash) {
      if (byte === code("[")) balance.arrays += 1;
      if (byte === code("]")) balance.arrays -= 1;
      at += 1;
    } else {
      const end = endOfWord(content, at + 1);
      if (byte !== slash) {
        const word = latin(content, at, end);
        if (!count(word, balance)) return false;
        if (word === "ID") {
          at = endOfInlineImage(content, end);
          continue;
        }
      }
      at = end;
    }
  }
  const { states, texts, marks, path, arrays } = balance;
  return states === 0 && texts === 0 && marks === 0 && !path && arrays === 0;
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

const latin = (content: Uint8Array, from: number, to: number): string =>
  to - from > 4 ? "" : String.fromCharCode(...content.subarray(from, to));

function endOfLine(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== lineFeed && content[at] !== carriageReturn) at += 1;
  return at;
}

function endOfWord(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && !whiteSpace.has(content[at] ?? 0) && !delimiters.has(content[at] ?? 0)) at += 1;
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
      whiteSpace.has(content[at - 1] ?? 0) &&
      (at + 2 >= content.length || whiteSpace.has(content[at + 2] ?? 0));
    if (isEnd && content.subarray(at + 2, at + 12).every(isTextual)) return at + 2;
  }
  return content.length;
}

const isTextual = (byte: number): boolean => whiteSpace.has(byte) || (byte > space && byte < 127);
