/** Stages, scores and waivers of evipack.yaml. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { indicatorCode } from "../model/ids.ts";
import type { ExpertScore, ExpertScores, SelfScore, Stage, Waiver, Workspace } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import type { Checked, Path } from "../model/places.ts";

type Config = Checked<WorkspaceFile>;
type ScoreFile = WorkspaceFile["scores"][string];

export function judgementsOf({
  value,
  at,
}: Config): Staged<Pick<Workspace, "stages" | "scores" | "expertScores" | "waivers">> {
  const found: Diagnostic[] = [];
  const stages = value.stages.map((stage, index): Stage => {
    return { ...stage, output: stage.output ?? "", done: stage.done ?? "", at: at(["stages", index]) };
  });
  const scores = new Map<string, SelfScore>();
  const expertScores = new Map<string, ExpertScores>();
  for (const [code, score] of Object.entries(value.scores)) {
    const here = at(["scores", code], true);
    const { self, reason = "", pre, panel } = score;
    if (self !== undefined) scores.set(code, { value: self, reason, at: here });
    // Experts may score what nobody scored before; a reason alone is a score that was forgotten.
    else if (reason !== "" || (pre === undefined && panel === undefined)) {
      found.push(diagnostic("missing-key", here, { key: "self" }));
    }
    if (pre === undefined && panel === undefined) continue;
    const [first, second] = [
      expertScore(pre, ["scores", code, "pre"], at),
      expertScore(panel, ["scores", code, "panel"], at),
    ];
    expertScores.set(code, { pre: first, panel: second, at: here });
  }
  return { value: { stages, scores, expertScores, waivers: waiversOf({ value, at }) }, diagnostics: found };
}

const expertScore = (file: ScoreFile["pre"], path: Path, at: Config["at"]): ExpertScore | null =>
  file === undefined
    ? null
    : { value: file.score, reason: file.reason ?? "", date: file.date ?? null, at: at([...path, "score"]) };

const waiversOf = ({ value, at }: Config): Waiver[] =>
  value.waivers.map((waiver, index): Waiver => ({
    indicator: indicatorCode(waiver.indicator),
    requirement: waiver.requirement ?? null,
    notApplicable: waiver.not_applicable,
    reason: waiver.reason ?? "",
    approver: waiver.approver ?? "",
    until: waiver.until ?? null,
    at: at(["waivers", index]),
  }));
