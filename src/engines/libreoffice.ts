/** Whether the embedded LibreOffice is installed: it is an optional dependency. The engine itself runs elsewhere. */
import { dependencyFile, readFile } from "../world.ts";

/** LibreOffice that the package holds (`versionrc` in its files says no more than this). */
const office = "24.8";

/** Versions of LibreOffice and of its package, e.g. `24.8 / 2.7.2`; null when it is not installed. */
export async function embeddedVersion(): Promise<string | null> {
  let file: string;
  try {
    file = dependencyFile("@matbee/libreoffice-converter/package.json");
  } catch {
    return null;
  }
  const read = await readFile(file);
  if (!read.ok) return null;
  const version = /"version":\s*"([^"]+)"/u.exec(read.bytes.toString("utf8"))?.[1];
  return version === undefined ? null : `${office} / ${version}`;
}
