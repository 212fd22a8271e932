/** Days in names that the calendar lacks, of items that no other date dates: of them the year alone was taken. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { impossibleDay } from "../../link/name-parts.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const impossibleDates: Rule = ({ handedIn }) =>
  handedIn.flatMap((item) => {
    if (item.formed === null || !/^\d{4}$/u.test(item.formed)) return [];
    const names = item.files.map((file) => file.name);
    const slips = [...names, ...(item.registered === null ? [] : [item.title])].map(impossibleDay);
    const slip = slips.find((each) => each !== null && each.year === item.formed) ?? null;
    return slip === null ? [] : [diagnostic("impossible-date", placeOf(item), slip)];
  });
