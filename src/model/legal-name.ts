/** Any text as a part of a path that every system takes. */

/** Characters of a title that are kept, at most. */
const longest = 60;

/** Signs that Windows forbids in names, and their wide twins. */
const twins: Readonly<Record<string, string>> = {
  "<": "＜",
  ">": "＞",
  ":": "：",
  '"': "＂",
  "/": "／",
  "\\": "＼",
  "|": "｜",
  "?": "？",
  "*": "＊",
};

/** Names of devices (Windows, "Naming Files, Paths, and Namespaces"). */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu;

/** A text as one part of a path: forbidden signs wide, no control characters, no space or dot at its ends. */
export function legalName(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(/[<>:"/\\|?*]/gu, (sign) => twins[sign] ?? "")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\s+/gu, " ");
  const letters = [...clean.trim()];
  const cut =
    letters.length > longest
      ? `${letters
          .slice(0, longest - 1)
          .join("")
          .trimEnd()}…`
      : letters.join("");
  const bare = cut.replace(/^[. ]+|[. ]+$/gu, "");
  return devices.test(bare) ? `${bare}_` : bare;
}
