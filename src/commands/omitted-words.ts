/** Why a file of evidence is not bound in, in both languages: in brackets behind its name. */
import type { Language } from "../model/map.ts";
import type { OmittedReason } from "../model/pack.ts";

type Reasons = Readonly<Record<OmittedReason, string>>;

const chinese: Reasons = {
  unmatched: "对应不上材料要求",
  ambiguous: "同时像几项材料",
  duplicate: "重复，已编入另一份",
  "system-file": "系统文件",
  "office-lock-file": "临时文件",
  register: "登记表",
  "task-list": "任务清单",
  "set-aside": "按 ignore 搁置",
  "link-outside": "链接，没有采用",
  "link-to-folder": "链接，没有采用",
  "special-file": "不是普通文件",
};

const english: Reasons = {
  unmatched: "matches no requirement",
  ambiguous: "fits several requirements",
  duplicate: "the same as another file",
  "system-file": "a system file",
  "office-lock-file": "a lock file",
  register: "a register",
  "task-list": "a task list",
  "set-aside": "set aside by ignore",
  "link-outside": "a link, not followed",
  "link-to-folder": "a link, not followed",
  "special-file": "no ordinary file",
};

export const omittedWords: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = {
  "zh-CN": chinese,
  en: english,
};
