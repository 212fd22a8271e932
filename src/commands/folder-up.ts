/** The way from a folder up to the workspace that it lies in. */
import path from "node:path";

/** `../` as often as it takes, or nothing for the workspace itself; null for a folder outside, which may be moved. */
export function folderUp(folder: string, root: string): string | null {
  const inside = path.relative(root, folder);
  if (inside === "") return "";
  const steps = inside.split(path.sep);
  return path.isAbsolute(inside) || steps[0] === ".." ? null : "../".repeat(steps.length);
}
