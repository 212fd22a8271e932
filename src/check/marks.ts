/** Marks of secrecy (密级) on what was handed in, and the files that may not be bound because of them. */
import type { Item } from "../model/evidence.ts";
import type { SourcePath } from "../model/ids.ts";
import { secrecyAtHead, secrecyInName } from "../model/sensitive.ts";
import type { Secrecy } from "../model/sensitive.ts";
import type { SourceRef } from "../model/source.ts";
import type { Workspace } from "../model/workspace.ts";
import { rowOf } from "./rule.ts";

/**
 * The files with such a mark: a placeholder page stands in for each. None where the workspace calls them false alarms
 * (`severity: { classified: warning }`).
 */
export const withheldFor = (marks: readonly Mark[], { severities }: Workspace): ReadonlySet<SourcePath> =>
  new Set(severities.get("classified") === "warning" ? [] : marks.flatMap(({ files }) => files));

/** A mark of secrecy, and the files that may not be bound because of it. */
export interface Mark {
  readonly mark: Secrecy;
  readonly where: "name" | "register" | "text";
  readonly at: SourceRef;
  readonly files: readonly SourcePath[];
}

/** One mark an item: that of the register, or else one for each file. */
export function marksOf(item: Item): Mark[] {
  const { registered, title } = item;
  const listed = registered === null ? null : (secrecyInName(registered.secrecy) ?? secrecyInName(title));
  const files = item.files.map(({ path }) => path);
  if (listed !== null) return [{ mark: listed, where: "register", at: rowOf(item), files }];
  return item.files.flatMap(({ path, name, folders, words }) => {
    const named = [name.replace(/\.[A-Za-z0-9]{1,8}$/u, ""), ...folders]
      .map(secrecyInName)
      .find((each) => each !== null);
    const mark = named ?? secrecyAtHead(words?.opening ?? "");
    const where = named === undefined ? "text" : "name";
    return mark === null ? [] : [{ mark, where, at: { file: path }, files: [path] }];
  });
}
