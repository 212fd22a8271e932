/** Departments, from evipack.yaml and the map, and whether they have a folder. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { departmentId } from "../model/ids.ts";
import type { IndicatorMap } from "../model/map.ts";
import type { Department } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import { entryType } from "../world.ts";
import { evidenceFolder } from "./evidence.ts";
import { isOutside } from "./map-source.ts";
import type { Checked } from "../model/places.ts";

type Plain = Omit<Department, "hasFolder">;

/** The workspace's departments in its order, then those that only the map names. */
export async function readDepartments(
  root: string,
  config: Checked<WorkspaceFile>,
  map: IndicatorMap,
  found: Diagnostic[],
): Promise<Department[]> {
  const own = ownDepartments(config, found);
  const known = new Set<string>(own.map((each) => each.id));
  const others = [...map.departments]
    .filter(([id]) => !known.has(id))
    .map(([id, name]): Plain => ({ id: departmentId(id), name, folder: name, contact: "", group: "", at: map.at }));
  return Promise.all(
    [...own, ...others].map(async (each) => ({ ...each, hasFolder: await folderExists(root, each.folder) })),
  );
}

const ownDepartments = ({ value, at }: Checked<WorkspaceFile>, found: Diagnostic[]): Plain[] =>
  Object.entries(value.departments).map(([id, each]) => {
    if (each.folder !== undefined && isOutside(each.folder)) {
      found.push(diagnostic("path-outside", at(["departments", id, "folder"]), { path: each.folder }));
    }
    return {
      id: departmentId(id),
      name: each.name,
      folder: path.posix.normalize((each.folder ?? each.name).replaceAll("\\", "/")).replace(/\/$/u, ""),
      contact: each.contact ?? "",
      group: each.group ?? "",
      at: at(["departments", id], true),
    };
  });

/** The names of disks may be composed otherwise (NFC, NFD). */
async function folderExists(root: string, folder: string): Promise<boolean> {
  const place = path.join(root, evidenceFolder, folder);
  const ways = [place, place.normalize("NFC"), place.normalize("NFD")];
  for (const way of ways) if ((await entryType(way)) === "folder") return true;
  return false;
}
