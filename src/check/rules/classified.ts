/**
 * Papers with a mark of secrecy (密级): in the name, in the register, or at the head of the first page (GB/T 9704-2012,
 * 7.2.2). They may stand in no pack that is copied and shown, whether or not their indicator applies.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Item } from "../../model/evidence.ts";
import { secrecyAtHead, secrecyInName } from "../../model/sensitive.ts";
import { rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const classified: Rule = ({ handedIn }) => handedIn.flatMap(markOf);

/** One mark an item: that of the register, or else one for each file. */
function markOf(item: Item): Diagnostic[] {
  const { registered, title } = item;
  const listed = registered === null ? null : (secrecyInName(registered.secrecy) ?? secrecyInName(title));
  if (listed !== null) return [diagnostic("classified", rowOf(item), { mark: listed, where: "register" })];
  return item.files.flatMap(({ path, name, folders, words }) => {
    const named = [name.replace(/\.[A-Za-z0-9]{1,8}$/u, ""), ...folders]
      .map(secrecyInName)
      .find((each) => each !== null);
    const mark = named ?? secrecyAtHead(words?.opening ?? "");
    const where = named === undefined ? "text" : "name";
    return mark === null ? [] : [diagnostic("classified", { file: path }, { mark, where })];
  });
}
