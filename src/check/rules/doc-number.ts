/** Papers that must carry a 文号 and whose name has none. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const docNumber: Rule = ({ coverage }) =>
  coverage.flatMap(({ requirement, items }) =>
    requirement.docNumberRequired
      ? items
          .filter(({ link, notCounted }) => notCounted === null && link.item.docNumber === "")
          .map(({ link }) =>
            diagnostic("no-doc-number", placeOf(link.item), { requirement: requirement.id, title: requirement.title }),
          )
      : [],
  );
