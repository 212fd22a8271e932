/** 读取材料时的措辞。 */
import type { ReadingFacts } from "../../facts/reading.ts";
import type { CatalogueOf } from "../catalogue.ts";

export const reading: CatalogueOf<ReadingFacts> = {
  "set-aside": ({ pattern, files }) =>
    files === 0
      ? { what: `ignore 里的“${pattern}”没有对上任何文件`, next: "核对文件夹和文件的名称；不再需要就删去这一行。" }
      : {
          what: `按 ignore 里的“${pattern}”，有 ${String(files)} 个文件搁置，不作材料`,
          next: "清单见 manifest.json；要编入的，从 ignore 里去掉。",
        },
};
