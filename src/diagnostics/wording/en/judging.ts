/** Words for what judging finds. */
import type { Shortfall } from "../../../model/standing.ts";
import type { JudgingFacts } from "../../facts/judging.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { percent } from "../percent.ts";
import { evidenceKinds, fileKinds } from "./kinds.ts";
import { codeOf, count } from "./phrases.ts";

const or = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;

const parts = { reason: "a reason", approver: "an approver", until: "a last day (until)" } as const;

function told(title: string, short: Shortfall): string {
  switch (short.type) {
    case "veto":
      return `"${title}" is not met by its self score, and it is a veto`;
    case "below-minimum":
      return `"${title}" scores ${percent(short.share)}, below its minimum of ${percent(short.min)}`;
    case "too-few-met":
      return `"${title}": ${String(short.met)} met, at least ${String(short.count)} must be`;
    case "below-floor":
      return `"${title}" reaches ${percent(short.share)} of the standard; what is not met must reach ${percent(short.floor)}`;
    case "low-marks":
      return `"${title}" has ${count(short.marks, "low mark")}; ${String(short.atMost)} ${short.atMost === 1 ? "is" : "are"} allowed`;
  }
}

export const judging: CatalogueOf<JudgingFacts> = {
  "wrong-kind": ({ requirement, title, kind, got, accepts }) => ({
    what: `${codeOf(requirement)} "${title}" asks for ${evidenceKinds[kind]}; this is ${or(got.map((each) => fileKinds[each]))}, so it does not count`,
    next: `Hand in ${or(accepts.map((each) => fileKinds[each]))} instead.`,
  }),
  "waiver-expired": ({ indicator, requirement, title, until, covered }) => ({
    what: `the waiver for ${indicator}${requirement === null ? "" : ` "${title}"`} ended on ${until}`,
    next: covered
      ? "The evidence is all there by now: delete this waiver from evipack.yaml."
      : "Hand in the evidence, or ask whoever approved the waiver to extend it.",
  }),
  "waiver-incomplete": ({ indicator, missing }) => ({
    what: `the waiver of indicator ${indicator} lacks ${or(missing.map((each) => parts[each])).replace(" or ", " and ")}`,
    next: "Add it under waivers in evipack.yaml: the panel will ask who allowed it, why, and until when.",
  }),
  "result-not-reached": ({ title, shortfall }) => ({
    what: `${told(title, shortfall)}: the result as a whole is not reached`,
    next: "Check the self score; if it is right, mend what is lacking before applying.",
  }),
};
