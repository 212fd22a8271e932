/** The one order of names: by code point, digits by value, so 2 stands before 10 on every machine and locale. */

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Natural order of two names, piece by piece: runs of digits by value, runs of anything else as text.
 * Equal names fall back to their raw text, so the order is total.
 */
export const compareNames = (a: string, b: string): number => byCodePoint(nameKey(a), nameKey(b)) || byCodePoint(a, b);

/** The values in the order of their names, each of which is read once, for long listings; of one name as `within` says. */
export function sortedByName<T>(
  values: readonly T[],
  nameOf: (value: T) => string,
  within: (a: T, b: T) => number = () => 0,
): T[] {
  return values
    .map((value) => {
      const name = nameOf(value);
      return { value, name, key: nameKey(name) };
    })
    .toSorted((a, b) => byCodePoint(a.key, b.key) || byCodePoint(a.name, b.name) || within(a.value, b.value))
    .map(({ value }) => value);
}

/**
 * A text by whose code points a name stands in natural order. Before a run of digits it has how many there are without
 * leading zeros, and before that a sign: text that ends where the other's goes on is the shorter piece, so digits behind
 * text come before everything; at the start of a name they stand where digits stand.
 */
export const nameKey = (name: string): string =>
  name.normalize("NFC").replace(/\d+|\0/gu, (run, at: number) => {
    if (run === "\0") return "\0\uffff";
    const digits = run.startsWith("0") ? run.replace(/^0+(?=\d)/u, "") : run;
    return `${at === 0 ? "0" : "\0"}${String.fromCharCode(Math.min(digits.length, 0xfffe))}${digits}`;
  });
