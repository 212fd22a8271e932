/** The only importer of fastest-levenshtein: "did you mean …". */
import { distance } from "fastest-levenshtein";

/**
 * The known name closest to `name`, or null when none is close enough to be meant. For a code made of digits that is
 * the one code with the same digits, or with one digit less, more or changed; where several are equally near, none is
 * meant more than another.
 */
export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = plain(name);
  if (isNumeric(wanted)) return nearestCode(wanted, known);
  let best: string | null = null;
  let least = Math.max(1, Math.floor([...wanted].length * 0.4)) + 1;
  for (const each of known) {
    const away = distance(wanted, plain(each));
    const closer = away < least || (away === least && best !== null && shared(each, name) > shared(best, name));
    if (closer) [best, least] = [each, away];
  }
  return best;
}

const plain = (name: string): string => name.normalize("NFKC").toLowerCase();

/** Nothing but digits, and signs between them. */
const isNumeric = (name: string): boolean => /^\d[\d\p{P}\s]*$/u.test(name);

function nearestCode(wanted: string, known: Iterable<string>): string | null {
  const digits = wanted.replace(/\D/gu, "");
  const codes = [...new Set(known)].flatMap((code) => {
    const text = plain(code);
    const own = text.replace(/\D/gu, "");
    const changed = distance(digits, own);
    // A level too much leaves the code that stands above it.
    const marks = [changed, distance(wanted, text), digits.startsWith(own) ? 0 : 1];
    return isNumeric(text) && changed <= 1 ? [{ code, marks }] : [];
  });
  const [first, second] = codes.toSorted((a, b) => compareMarks(a.marks, b.marks));
  if (first === undefined || (second !== undefined && compareMarks(first.marks, second.marks) === 0)) return null;
  return first.code;
}

const compareMarks = (a: readonly number[], b: readonly number[]): number =>
  a.map((mark, index) => mark - (b[index] ?? 0)).find((each) => each !== 0) ?? 0;

/** How many characters two names begin with alike. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
