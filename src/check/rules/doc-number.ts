/** Papers that must carry a 文号 and have none: told where it is to be written, in the register that lists them or in the name. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { docNumberSlipIn } from "../../link/doc-number.ts";
import { rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const docNumber: Rule = ({ coverage }) =>
  coverage.flatMap(({ requirement: { id, title, docNumberRequired }, items }) =>
    docNumberRequired
      ? items
          .filter(({ link, notCounted }) => notCounted === null && link.item.docNumber === "")
          .map(({ link: { item } }) => {
            const listed = item.registered === null ? null : item.title;
            const slip = listed === null ? docNumberSlipIn(item.files[0].name) : null;
            return diagnostic("no-doc-number", rowOf(item), { requirement: id, title, listed, slip });
          })
      : [],
  );
