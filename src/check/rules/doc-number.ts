/** Papers that must carry a 文号 and whose name has none. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const docNumber: Rule = ({ coverage }) =>
  coverage.flatMap(({ requirement, items }) =>
    requirement.docNumberRequired
      ? items
          .filter(({ link, notCounted }) => notCounted === null && link.evidence.docNumber === "")
          .map(({ link }) =>
            diagnostic(
              "no-doc-number",
              { file: link.evidence.path },
              { requirement: requirement.id, title: requirement.title },
            ),
          )
      : [],
  );
