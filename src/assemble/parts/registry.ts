/** The parts of a report that data makes: a template places each by its name, `{% part "funds" %}`. */
import type { Block } from "../../model/document.ts";
import type { Assembling } from "../assembling.ts";
import { drawnFund, drawnSurvey } from "../charts/drawn.ts";
import { coverageByDepartment } from "./coverage-by-department.ts";
import { coverageBySection } from "./coverage-by-section.ts";
import { declaration } from "./declaration.ts";
import { findings } from "./findings.ts";
import { funds } from "./funds.ts";
import { scoringByMethod } from "./scoring-by-method.ts";
import { scoringBySection } from "./scoring-by-section.ts";
import { stages } from "./stages.ts";
import { surveys } from "./surveys.ts";
import { targets } from "./targets.ts";

/** Gives the blocks of a part; none when there is nothing to say. */
export type Part = (from: Assembling) => readonly Block[];

export type Registry = Readonly<Record<string, Part>>;

/** Every part by the name under which templates know it. */
export const parts: Registry = {
  declaration,
  stages,
  "scoring-by-section": scoringBySection,
  "scoring-by-method": scoringByMethod,
  "coverage-by-section": coverageBySection,
  "coverage-by-department": coverageByDepartment,
  targets,
  funds: (from) => funds(from, (fund) => drawnFund(fund, from.words)),
  surveys: (from) => surveys(from, (survey) => drawnSurvey(survey, from.words)),
  findings,
};
