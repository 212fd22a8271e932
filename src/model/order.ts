/** The one order of names: by code point, digits by value, so 2 stands before 10 on every machine and locale. */

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Natural order of two names, piece by piece: runs of digits by value, runs of anything else as text.
 * Equal names fall back to their raw text, so the order is total.
 */
export const compareNames = (a: string, b: string): number =>
  compareComposed(a.normalize("NFC"), b.normalize("NFC")) || byCodePoint(a, b);

/** The values in the order of their names, each of which is composed once: for long listings. */
export function sortedByName<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  const named = values.map((value) => {
    const name = nameOf(value);
    return { value, name, composed: name.normalize("NFC") };
  });
  named.sort((a, b) => compareComposed(a.composed, b.composed) || byCodePoint(a.name, b.name));
  return named.map(({ value }) => value);
}

/** Walks without cutting the names up: a listing of ten thousand files asks it a hundred thousand times. */
function compareComposed(left: string, right: string): number {
  let [i, j] = [0, 0];
  // True where both names begin a new piece: at their start, and behind a run of digits.
  let isStart = true;
  while (i < left.length && j < right.length) {
    const [x, y] = [left.charCodeAt(i), right.charCodeAt(j)];
    if (isDigit(x) && isDigit(y)) {
      const [iEnd, jEnd] = [endOfDigits(left, i), endOfDigits(right, j)];
      const order = compareDigits(left.slice(i, iEnd), right.slice(j, jEnd));
      if (order !== 0) return order;
      [i, j, isStart] = [iEnd, jEnd, true];
      continue;
    }
    // Text that ends where the other's goes on is the shorter piece.
    if (!isStart && isDigit(x) !== isDigit(y)) return isDigit(x) ? -1 : 1;
    if (x !== y) return x < y ? -1 : 1;
    i += 1;
    j += 1;
    isStart = false;
  }
  return left.length - i - (right.length - j);
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function compareDigits(a: string, b: string): number {
  const [x, y] = [withoutZeros(a), withoutZeros(b)];
  return x.length - y.length || byCodePoint(x, y);
}

const withoutZeros = (digits: string): string => (digits.startsWith("0") ? digits.replace(/^0+(?=\d)/u, "") : digits);
