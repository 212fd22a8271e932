/** The only importer of fastest-levenshtein: "did you mean …". */
import { distance } from "fastest-levenshtein";

/** The known name closest to `name`, or null when none is close enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = name.normalize("NFKC").toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor([...wanted].length * 0.4)) + 1;
  for (const each of known) {
    const away = distance(wanted, each.normalize("NFKC").toLowerCase());
    const closer = away < least || (away === least && best !== null && shared(each, name) > shared(best, name));
    if (closer) [best, least] = [each, away];
  }
  return best;
}

/** How many characters two names begin with alike. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
