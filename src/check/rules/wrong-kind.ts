/** Items that are not what was asked for: a video where a photo is wanted, an archive where a paper is. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const wrongKind: Rule = ({ coverage }) =>
  coverage.flatMap(({ requirement: { id, title, kind, accepts }, status, items }) =>
    status === "not-applicable"
      ? []
      : items
          .filter((each) => each.notCounted === "wrong-kind")
          .map(({ link: { item } }) => {
            const kinds = item.files.flatMap(({ state }) => (state.type === "readable" ? [state.kind] : []));
            const got = [...new Set(kinds)];
            return diagnostic("wrong-kind", placeOf(item), { requirement: id, title, kind, got, accepts });
          }),
  );
