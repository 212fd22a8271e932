/** Items that found no requirement, or more than one; codes of a register that leave it open. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, Facts } from "../../diagnostics/diagnostic.ts";
import type { Link } from "../../model/coverage.ts";
import type { FileState, Item, ItemClaim } from "../../model/evidence.ts";
import { leavesOf, requirementsOf } from "../../model/map.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { registersOf } from "./not-registered.ts";

export const unlinked: Rule = ({ links, workspace }) => {
  const requirements = requirementsOf(workspace.map);
  const exampleFor = ({ department, files: [{ name, state }], registered }: Item): string => {
    const owed = requirements.find((each) => each.owner === department) ?? requirements[0];
    const own = isUnknown(state) ? ".pdf" : (/\.[A-Za-z0-9]{1,8}$/u.exec(name)?.[0] ?? "");
    const ending = registered === null ? own : "";
    return owed === undefined ? "" : `${owed.indicator} ${owed.title}${ending}`;
  };
  const asked = (code: string): string[] =>
    leavesOf(workspace.map)
      .filter((leaf) => [leaf.section, ...leaf.groups, leaf.indicator].some((node) => node.code === code))
      .flatMap((leaf) => leaf.indicator.requires.map((each) => `${leaf.indicator.code} ${each.title}`));
  const firsts = firstsOfLost(links);
  const withRegister = new Set(registersOf(workspace).map((each) => each.department));
  return links.flatMap((link) => {
    const at = placeOf(link.item);
    const unmatched = (code: string | null, near: string | null): Diagnostic =>
      diagnostic("unmatched-file", at, {
        code,
        nearest: near,
        example: exampleFor(link.item),
        unknownKind: isUnknown(link.item.files[0].state),
        register: registerOf(link.item, withRegister),
      });
    // A file that stands nowhere is told by its own name, once, beside the cells that are to blame.
    const lost = firsts.has(link) ? [unmatched(null, null)] : [];
    if (link.item.registered?.requirementUnknown === true) return lost;
    switch (link.type) {
      case "unmatched":
        if (link.claim?.from === "register") return [...unclear(link.claim, asked(link.claim.code)), ...lost];
        return [unmatched(link.code, link.nearest)];
      case "ambiguous":
        if (link.claim?.from === "register") {
          const titles = link.candidates.map((each) => each.title);
          return [...unclear(link.claim, titles), ...lost];
        }
        return [
          diagnostic("ambiguous-file", at, { candidates: link.candidates.map(({ id, title }) => ({ id, title })) }),
        ];
      case "linked": {
        if (link.requirement !== null) return [];
        const titles = link.indicator.requires.map((each) => each.title);
        return [
          diagnostic("unassigned-file", at, {
            indicator: link.indicator.code,
            asked: titles,
            registered: link.item.registered !== null,
            unreadable: link.item.files.some(({ state }) => state.type === "unreadable"),
          }),
        ];
      }
      case "ignored":
        return [];
    }
  });
};

const isUnknown = (state: FileState): boolean => state.type === "readable" && state.kind === "unknown";

/** Of each item of a register that found no place at all, the first link. */
function firstsOfLost(links: readonly Link[]): ReadonlySet<Link> {
  const met = new Set<Item>(links.flatMap(({ type, item }) => (type === "linked" || type === "ignored" ? [item] : [])));
  return new Set(
    links.filter(
      ({ item }) => item.registered !== null && item.files[0].url === undefined && !met.has(item) && met.add(item),
    ),
  );
}

/** What a register has to do with an item that found no place. */
function registerOf(item: Item, withRegister: ReadonlySet<Item["department"]>): Facts["unmatched-file"]["register"] {
  if (item.registered !== null) return "listed";
  const [{ name }] = item.files;
  if (namedLikeRegister.test(name.normalize("NFKC"))) return "looks-like";
  return withRegister.has(item.department) ? "left-out" : "none";
}

/** 学工部登记表.xlsx, 登记表最终.xlsx, 登记表.csv, or one in a folder below its own: near to what a register is called. */
const namedLikeRegister = /(?:登记表|register(?![a-z])).*\.(?:xls|xlsx|xlsm|et|ods|csv|ya?ml)$/iu;

/** A code of a register that does not tell which requirement is meant. */
function unclear({ code, at }: ItemClaim, asked: readonly string[]): Diagnostic[] {
  return at === null ? [] : [diagnostic("register-code", at, { code, nearest: null, asked })];
}
