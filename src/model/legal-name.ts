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

const legal = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[<>:"/\\|?*]/gu, (sign) => twins[sign] ?? "")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\s+/gu, " ");

/**
 * A text as one part of a path: forbidden signs wide, no control characters, no space or dot at its ends. Where it is
 * too long it is cut before its `end`.
 */
export function legalName(text: string, end = ""): string {
  const letters = [...legal(text).trim()];
  const last = [...legal(end)].slice(0, longest / 2);
  const room = longest - last.length;
  const cut =
    letters.length > room
      ? `${letters
          .slice(0, room - 1)
          .join("")
          .trimEnd()}…`
      : letters.join("");
  const bare = `${cut}${last.join("")}`.replace(/^[. ]+|[. ]+$/gu, "");
  return devices.test(bare) ? `${bare}_` : bare;
}
