/** Surveys (问卷调查): who was asked, and what came out. */
import type { SourceRef } from "./source.ts";
import type { NamedItem } from "./workspace.ts";

export interface Survey {
  readonly id: string;
  readonly title: string;
  /** First and last day; null where not told. */
  readonly from: string | null;
  readonly to: string | null;
  readonly methods: readonly string[];
  readonly population: string;
  /** How many were asked, and how many answers count; null while not known. */
  readonly sample: number | null;
  readonly valid: number | null;
  readonly by: string;
  readonly questionnaire: NamedItem | null;
  readonly questions: readonly Question[];
  readonly at: SourceRef;
  /** Place of `valid`. */
  readonly validAt: SourceRef;
}

export interface Question {
  readonly title: string;
  /** In what its answers were told; shares of counts are reckoned once, when it is read. */
  readonly told: "counts" | "percents" | "rate";
  readonly multiple: boolean;
  /** Answers to it; null while not known. */
  readonly answers: number | null;
  readonly options: readonly Option[];
  /** Titles of the options that make up `count` and `rate`. */
  readonly positive: readonly string[];
  /** Persons, and share in percent, of its positive options; null where they cannot be known. */
  readonly count: number | null;
  readonly rate: number | null;
  /** Name of the fact that rests on it. */
  readonly fact: string | null;
  readonly at: SourceRef;
}

export interface Option {
  readonly title: string;
  readonly count: number | null;
  /** In percent. */
  readonly percent: number | null;
}

/** Decimals with which a figure is told: 2 of 89.25. */
export const decimalsOf = (value: number): number => {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
};
