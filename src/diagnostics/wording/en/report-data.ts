/** Words for funds, surveys and findings of experts. */
import type { SourceRef } from "../../../model/source.ts";
import type { ReportDataFacts } from "../../facts/report-data.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { count, meant } from "./phrases.ts";

const place = ({ file, line }: SourceRef): string => (line === undefined ? file : `${file}:${String(line)}`);

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

export const reportData: CatalogueOf<ReportDataFacts> = {
  "fund-total": ({ title, year, side, total, sum, unit }) => ({
    what:
      `the total of "${title}"${year === null ? "" : ` for ${year}`}${side === "spent" ? " (spent)" : ""} is given as ${String(total)} ${unit}, ` +
      `its lines add up to ${String(sum)} ${unit}, so the total is ${String(Math.abs(Number((total - sum).toPrecision(12))))} ${unit} too ${total < sum ? "low" : "high"}`,
    next: "Compare the lines with the total and mend the one that is wrong; a line that was left out is added.",
  }),
  "survey-result": ({ question, told }) => ({
    what:
      told.length === 0
        ? `"${question}" has no result`
        : `"${question}" gives its result as ${told.join(" and ")}; one of them is enough`,
    next: "Use counts for persons by option, percents for shares by option, rate where only one share is known.",
  }),
  "survey-sample": ({ title, sample, valid }) => ({
    what: `"${title}" has ${count(valid, "valid answer")}, more than the ${sample === 1 ? "one person who was" : `${String(sample)} people who were`} asked`,
    next: "Check sample and valid.",
  }),
  "survey-sum": ({ question, option, sum, whole, percent }) => {
    const unit = percent ? "%" : "";
    return {
      what:
        option === null
          ? `the options of "${question}" add up to ${String(sum)}${unit}, not to ${String(whole)}${unit}`
          : `the option "${option}" of "${question}" has ${String(sum)}${unit}, more than the whole of ${String(whole)}${unit}`,
      next:
        option === null
          ? "Compare with the tally. Those who gave no answer are an option of their own, or valid says how many answered; where several may be chosen, write multiple: true."
          : "Compare with the tally.",
    };
  },
  "survey-fact": ({ question, fact, first, answer, value }) => ({
    what: `"${question}" gives ${answer}, but the fact "${fact}" (${place(first)}) says ${value}`,
    next: "Check the tally of the survey and mend the one that is wrong.",
  }),
  "unknown-item": ({ owner, item, nearest }) => ({
    what: `"${short(owner)}" names the paper "${item}", which is neither an exhibit nor handed in`,
    next: `${meant(nearest)}Hand it in, or mend the number or the title.`,
  }),
  "duplicate-finding": ({ id, first }) => ({
    what: `the finding "${id}" stands twice, first at ${place(first)}`,
    next: "Each finding of a round has an id of its own; change one of them.",
  }),
  "finding-overdue": ({ id, text, due, days, owner, contact }) => ({
    what: `finding ${id} "${short(text)}" was due on ${due}, ${count(days, "day")} ago, and is not settled`,
    next: `Ask ${owner === "" ? "whoever sees to it" : `${owner}${contact === "" ? "" : ` (${contact})`}`}. If it is settled, write state: done; if it needs longer, change due and say why in answer.`,
  }),
  "finding-unanswered": ({ id, text, state }) => ({
    what:
      state === "declined"
        ? `finding ${id} "${short(text)}" is declined without a reason`
        : `finding ${id} "${short(text)}" is done, but nothing says what was done`,
    next:
      state === "declined"
        ? "Give the reason in answer: the experts will go through the list."
        : "Say in answer what was done, and in proof what shows it: the experts will go through the list.",
  }),
  "method-sum": ({ indicator, sum, max }) => ({
    what: `the points of indicator ${indicator} by method add up to ${String(sum)}, but its maximum is ${String(max)}`,
    next: "Mend the points under method, or max.",
  }),
};
