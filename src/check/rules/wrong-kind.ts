/** Items that are not what was asked for: a video where a photo is wanted, an archive where a paper is. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { Item } from "../../model/evidence.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const wrongKind: Rule = ({ coverage }) =>
  coverage.flatMap((each) => {
    const { id, title, kind, accepts } = each.requirement;
    return ofWrongKind(each).map((item) => {
      const kinds = item.files.flatMap(({ state }) => (state.type === "readable" ? [state.kind] : []));
      const got = [...new Set(kinds)];
      return diagnostic("wrong-kind", placeOf(item), { requirement: id, title, kind, got, accepts });
    });
  });

/** The items under a requirement of a kind that it does not accept; none where it does not apply. */
export const ofWrongKind = ({ status, items }: Coverage): readonly Item[] =>
  status === "not-applicable"
    ? []
    : items.filter((each) => each.notCounted === "wrong-kind").map(({ link }) => link.item);
