/** Names for files and folders that every file system takes, Windows above all. */

const longest = 60;

/** One part of a path: what Windows forbids becomes a hyphen; empty when nothing is left. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    // oxlint-disable-next-line no-control-regex
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "-");
  return [...plain]
    .slice(0, longest)
    .join("")
    .trim()
    .replace(/[. ]+$/u, "")
    .replace(/^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/iu, "-");
}

/**
 * A path below the output folder for each of these, in their order: each part safe, `..` and empty ones left out, no two
 * the same even where case does not count, none of `taken`. Where nothing is left, `fallback` stands.
 */
export function uniquePaths(
  paths: readonly { readonly path: string; readonly fallback: string }[],
  taken: readonly string[] = [],
): string[] {
  const used = new Set(taken.map(folded));
  return paths.map(({ path, fallback }) => {
    const parts = path
      .split("/")
      .map(safeName)
      .filter((part) => part !== "");
    const base = parts.length === 0 ? safeName(fallback) || "-" : parts.join("/");
    let unique = base;
    for (let number = 2; used.has(folded(unique)); number += 1) unique = `${base}-${String(number)}`;
    used.add(folded(unique));
    return unique;
  });
}

/** Names that one file system or another takes for the same. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase();
