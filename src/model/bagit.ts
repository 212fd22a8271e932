/** The forms of a BagIt bag (RFC 8493): its declaration, its lists of checksums, its names. */

export const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** Files of the bag itself. `tagmanifest` names the other three and nothing else. */
export const bagFiles = {
  declaration: "bagit.txt",
  info: "bag-info.txt",
  manifest: "manifest-sha256.txt",
  tagmanifest: "tagmanifest-sha256.txt",
} as const;

/** Below it lies what is delivered. */
export const payloadFolder = "data";

export interface Summed {
  /** POSIX, relative to the bag. */
  readonly path: string;
  readonly sha256: string;
}

/** CR, LF and % are percent-encoded in lists, nothing else is (RFC 8493, 2.1.3). */
const encoded = (path: string): string =>
  path.replace(/[%\r\n]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

const decoded = (path: string): string =>
  path.replace(/%(0D|0A|25)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A list of checksums, a line each: SHA-256, two spaces, path. */
export const summedLines = (files: readonly Summed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${encoded(path)}\n`).join("");

export interface ReadLines {
  readonly files: readonly Summed[];
  /** Numbers of the lines (from 1) that are not written as they should be. */
  readonly faults: readonly number[];
}

/** Reads such a list; a line that is not written exactly so is a fault. It may end as lines of Windows do (RFC 8493, 2.1.3). */
export function readSummedLines(text: string): ReadLines {
  const lines = text.split(/\r?\n/u);
  const last = lines.pop();
  const [files, faults]: [Summed[], number[]] = [[], []];
  for (const [index, line] of lines.entries()) {
    const match = /^([0-9a-f]{64}) {2}(\S[^\r]*)$/u.exec(line);
    const path = decoded(match?.[2] ?? "");
    if (match === null || encoded(path) !== match[2] || !isInside(path)) faults.push(index + 1);
    else files.push({ path, sha256: match[1] ?? "" });
  }
  if (last !== "") faults.push(lines.length + 1);
  return { files, faults };
}

/** Whether a relative path stays in its folder and is written in the plainest way. */
export const isInside = (path: string): boolean =>
  path !== "" &&
  !/^(?:\/|[A-Za-z]:)|\\|\0/u.test(path) &&
  path.split("/").every((part) => !["", ".", ".."].includes(part));

/** `Payload-Oxum` (RFC 8493, 2.2.2): bytes, a dot, number of files. */
export const oxumOf = (sizes: readonly number[]): string =>
  `${String(sizes.reduce((sum, each) => sum + each, 0))}.${String(sizes.length)}`;

/** Lines of bag-info.txt; a value has no line breaks. */
export const infoLines = (entries: readonly (readonly [label: string, value: string])[]): string =>
  entries.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, " ").trim()}\n`).join("");

/** The value of a label in bag-info.txt; labels know no case. Null when it is not there. */
export const infoValue = (text: string, label: string): string | null =>
  new RegExp(`^${label}:[ \\t]*(.*)$`, "imu").exec(text)?.[1]?.trim() ?? null;

/** Under what systems that know no case and compose characters file a name: equal keys are one file to them. */
export const nameKey = (path: string): string => path.normalize("NFC").toLowerCase();
