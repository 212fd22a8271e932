/** The one order of names: by code point, digits by value, so 2 stands before 10 on every machine and locale. */

const pieces = (text: string): string[] => text.normalize("NFC").match(/\d+|\D+/gu) ?? [];

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Natural order of two names; equal names fall back to their raw text, so the order is total. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = comparePieces(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length || byCodePoint(a, b);
}

function comparePieces(a: string, b: string): number {
  const isNumber = /^\d/;
  if (isNumber.test(a) && isNumber.test(b)) {
    const [x, y] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
    return x.length - y.length || byCodePoint(x, y);
  }
  return byCodePoint(a, b);
}
