/** Items from before or after the window of their requirement. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isOutside, lastDay } from "../judge.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const outsideWindow: Rule = ({ coverage, workspace: { asOf } }) =>
  coverage.flatMap(({ requirement, status, items }) =>
    status === "not-applicable"
      ? []
      : items.flatMap(({ link }) => {
          const { period } = link.item;
          const { window, id, title } = requirement;
          if (window === null || period === null || !isOutside(requirement, period, asOf)) return [];
          return [
            diagnostic("outside-window", placeOf(link.item), {
              requirement: id,
              title,
              period,
              window: { ...window, to: lastDay(window, asOf) },
            }),
          ];
        }),
  );
