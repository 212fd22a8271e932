/** Words of gap lists for a file that found no requirement. */
import type { Language } from "../../model/map.ts";

/** Its status, and what to do. */
export const unplacedWords: Readonly<Record<Language, Readonly<Record<"status" | "next", string>>>> = {
  "zh-CN": {
    status: "未对应",
    next: "在登记表里写明对应的材料要求，或在文件名开头写上编号和材料要求。",
  },
  en: {
    status: "not placed",
    next: "Name the requirement in the register, or begin the file's name with the code and the requirement.",
  },
};
