/** Words of a check of one part: which part it is, and what it leaves out. */
import { count } from "../wording/en/phrases.ts";
import type { Language } from "../../model/map.ts";
import type { Hidden } from "../../model/selection.ts";

interface PartWords {
  readonly part: (names: string) => string;
  readonly since: (name: string, asOf: string) => string;
  /** A part and how much it leaves out. */
  readonly hidden: (part: string, left: Hidden) => string;
  /** `unplaced`: problems that are not shown and may be of the part all the same. */
  readonly partialVerdict: (part: string, verdict: string, unplaced: number) => string;
}

const chinese: PartWords = {
  part: (names) => `只看：${names}`,
  since: (name, asOf) => `自 ${name}（${asOf}）以来有变化的`,
  hidden: (part, { requirements, problems, unplaced }) =>
    `${part}；未列 ${String(requirements)} 项材料要求、${String(problems)} 个问题` +
    (unplaced === 0 ? "" : `，其中 ${String(unplaced)} 个归不到具体的指标或部门，可能与此有关`),
  partialVerdict: (part, verdict, unplaced) =>
    unplaced === 0
      ? `【${part}】${verdict}`
      : `【${part}】${verdict}另有 ${String(unplaced)} 个问题归不到具体的指标或部门，未列出，也不在本结论之内，见全部核对的结果。`,
};

const english: PartWords = {
  part: (names) => `Only ${names}`,
  since: (name, asOf) => `what changed since ${name} (${asOf})`,
  hidden: (part, { requirements, problems, unplaced }) =>
    `${part}; not shown: ${count(requirements, "requirement")}, ${count(problems, "problem")}` +
    (unplaced === 0 ? "" : ` (${String(unplaced)} of unknown place, perhaps of this part too)`),
  partialVerdict: (part, verdict, unplaced) =>
    unplaced === 0
      ? `[${part}] ${verdict}`
      : `[${part}] ${verdict} Not shown and not in this verdict: ${count(unplaced, "problem")} of unknown place; only a check of everything shows them.`,
};

export const partWords: Readonly<Record<Language, PartWords>> = { "zh-CN": chinese, en: english };
