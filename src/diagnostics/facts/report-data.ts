/** Facts of funds, surveys, findings of experts, and points split by method. */
import type { FindingState } from "../../model/findings.ts";
import type { FundSide } from "../../model/funds.ts";
import type { SourceRef } from "../../model/source.ts";

export interface ReportDataFacts {
  "fund-total": {
    readonly title: string;
    /** Null for all years together. */
    readonly year: string | null;
    readonly side: FundSide;
    readonly total: number;
    readonly sum: number;
    readonly unit: string;
  };
  /** `told`: in which of several ways the result of a question is told; exactly one is wanted. */
  "survey-result": { readonly question: string; readonly told: readonly string[] };
  "survey-sample": { readonly title: string; readonly sample: number; readonly valid: number };
  "survey-sum": {
    readonly question: string;
    /** One option alone is more than the whole, where several may be chosen; null for all of them added up. */
    readonly option: string | null;
    readonly sum: number;
    readonly whole: number;
    readonly percent: boolean;
  };
  "survey-fact": {
    readonly question: string;
    /** Title and place of the fact. */
    readonly fact: string;
    readonly first: SourceRef;
    /** Both with their units. */
    readonly answer: string;
    readonly value: string;
  };
  /** `owner`: what rests on the paper, in the words of the user. */
  "unknown-item": { readonly owner: string; readonly item: string; readonly nearest: string | null };
  "duplicate-finding": { readonly id: string; readonly first: SourceRef };
  "finding-overdue": {
    readonly id: string;
    readonly text: string;
    readonly due: string;
    readonly days: number;
    readonly owner: string;
    readonly contact: string;
  };
  "finding-unanswered": { readonly id: string; readonly text: string; readonly state: FindingState };
  "method-sum": { readonly indicator: string; readonly sum: number; readonly max: number };
}
