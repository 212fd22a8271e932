/** Everything that is asked for, filtered: by status this is the gap list. */
import { data, isUnder, words } from "../pack.ts";
import { Table } from "../parts.tsx";
import { departmentAsked, departmentChoice, Filters, Portions, sectionChoice } from "./filters.tsx";
import { RequirementRows, requirementHead } from "./requirement-rows.tsx";

const choices = [
  sectionChoice,
  departmentChoice,
  {
    key: "kind",
    label: words.kind,
    options: [...new Set(data.requirements.map((each) => each.kind))].map((kind) => [kind, kind] as const),
  },
  { key: "status", label: words.status, options: [["owed", words.only_owed] as const, ...data.statuses] },
];

export function Requirements({ query }: { readonly query: ReadonlyMap<string, string> }) {
  const [section, kind, status] = ["section", "kind", "status"].map((key) => query.get(key) ?? "");
  const department = departmentAsked(query);
  const fitting = data.requirements.filter(
    (each) =>
      (!section || isUnder(each.indicator, section)) &&
      (department === null || each.department === department) &&
      (!kind || each.kind === kind) &&
      (!status || (status === "owed" ? each.owed : each.status === status)),
  );
  return (
    <>
      <h1 tabIndex={-1}>{words.requirements}</h1>
      <Filters view="requirements" query={query} choices={choices} />
      <Portions all={fitting} key={[...query.values()].join("/")}>
        {(shown) => (
          <Table caption={words.requirements} head={requirementHead(true)}>
            <RequirementRows requirements={shown} withIndicator />
          </Table>
        )}
      </Portions>
    </>
  );
}
