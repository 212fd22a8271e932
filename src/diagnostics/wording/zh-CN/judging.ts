/** 判定类问题的措辞。 */
import type { Shortfall } from "../../../model/standing.ts";
import type { JudgingFacts } from "../../facts/judging.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { percent } from "../percent.ts";
import { evidenceKinds, fileKinds } from "./kinds.ts";
import { codeOf } from "./phrases.ts";

const parts = { reason: "理由（reason）", approver: "批准人（approver）", until: "截止日期（until）" } as const;

function told(title: string, short: Shortfall): string {
  switch (short.type) {
    case "veto":
      return `“${title}”自评未达到，而它是一票否决项`;
    case "below-minimum":
      return `“${title}”自评得分率 ${percent(short.share)}，低于最低要求 ${percent(short.min)}`;
    case "too-few-met":
      return `“${title}”下达到的只有 ${String(short.met)} 项，要求至少 ${String(short.count)} 项`;
    case "below-floor":
      return `“${title}”只到标准的 ${percent(short.share)}，未达到的也不得低于 ${percent(short.floor)}`;
    case "low-marks":
      return `“${title}”下低分有 ${String(short.marks)} 项，最多允许 ${String(short.atMost)} 项`;
  }
}

export const judging: CatalogueOf<JudgingFacts> = {
  "wrong-kind": ({ requirement, title, kind, got, accepts }) => ({
    what: `${codeOf(requirement)}“${title}”要的是${evidenceKinds[kind]}，报来的是${got.map((each) => fileKinds[each]).join("、")}，不计入`,
    next: `换一份报送，可以是：${accepts.map((each) => fileKinds[each]).join("、")}。`,
  }),
  "waiver-expired": ({ indicator, requirement, title, until, covered }) => ({
    what: `指标 ${indicator} ${requirement === null ? "" : `“${title}”`}的免报已于 ${until} 到期`,
    next: covered
      ? "材料已经齐全，不必再免：把 evipack.yaml 的 waivers 里这一条删去即可。"
      : "补齐材料；确需继续免报的，由批准人延长免报期限。",
  }),
  "waiver-incomplete": ({ indicator, missing }) => ({
    what: `指标 ${indicator} 的免报没有写${missing.map((each) => parts[each]).join("、")}`,
    next: "在 evipack.yaml 的 waivers 里补上；专家会问是谁、凭什么、免到什么时候。",
  }),
  "result-not-reached": ({ title, shortfall }) => ({
    what: `${told(title, shortfall)}，整体结果达不到`,
    next: "核对自评分；确实未达到的，先整改再申报。",
  }),
};
