/** 任务分解和催办的措辞。 */
import type { AssignFacts } from "../../facts/assign.ts";
import type { Worded } from "../catalogue.ts";

export const assignWords: { readonly [C in keyof AssignFacts]: (facts: AssignFacts[C]) => Worded } = {
  "no-department-folder": ({ department, folder, owed }) => ({
    what: `${department}有 ${String(owed)} 项材料要报，材料文件夹里却没有它的文件夹“${folder}”`,
    next: "建好这个文件夹；文件夹叫别的名称的，在 evipack.yaml 的 departments 里用 folder 写明。",
  }),
};
