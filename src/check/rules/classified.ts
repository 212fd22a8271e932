/**
 * Papers with a mark of secrecy (密级): in the name, in the register, or at the head of the first page (GB/T 9704-2012,
 * 7.2.2). They may stand in no pack that is copied and shown, whether or not their indicator applies.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Item } from "../../model/evidence.ts";
import type { SourcePath } from "../../model/ids.ts";
import type { SourceRef } from "../../model/source.ts";
import { secrecyAtHead, secrecyInName } from "../../model/sensitive.ts";
import type { Secrecy } from "../../model/sensitive.ts";
import type { Workspace } from "../../model/workspace.ts";
import { rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const classified: Rule = ({ handedIn }) =>
  handedIn.flatMap(marksOf).map(({ at, mark, where }): Diagnostic => diagnostic("classified", at, { mark, where }));

/**
 * The files with such a mark: a placeholder page stands in for each. None where the workspace calls them false alarms
 * (`severity: { classified: warning }`).
 */
export const withheldFrom = (handedIn: readonly Item[], { severities }: Workspace): ReadonlySet<SourcePath> =>
  new Set(severities.get("classified") === "warning" ? [] : handedIn.flatMap(marksOf).flatMap(({ files }) => files));

interface Mark {
  readonly mark: Secrecy;
  readonly where: "name" | "register" | "text";
  readonly at: SourceRef;
  readonly files: readonly SourcePath[];
}

/** One mark an item: that of the register, or else one for each file. */
function marksOf(item: Item): Mark[] {
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
