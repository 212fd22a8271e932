/** All exhibits in the order of the appendix, filtered. */
import { exhibitStates } from "../../src/model/site.ts";
import { data, isUnder, words } from "../pack.ts";
import { ExhibitTable } from "../parts.tsx";
import { departmentAsked, departmentChoice, Filters, Portions, sectionChoice } from "./filters.tsx";

const choices = [
  sectionChoice,
  departmentChoice,
  { key: "kind", label: words.kind, options: data.kinds },
  { key: "status", label: words.status, options: exhibitStates.map((state) => [state, words.states[state]] as const) },
];

export function Exhibits({ query }: { readonly query: ReadonlyMap<string, string> }) {
  const [section, kind, status] = ["section", "kind", "status"].map((key) => query.get(key) ?? "");
  const department = departmentAsked(query);
  const fitting = data.exhibits.filter(
    (each) =>
      (!section || each.proves.some((code) => isUnder(code, section))) &&
      (department === null || each.department === department) &&
      (!kind || each.kind === kind) &&
      (!status || each.state === status),
  );
  return (
    <>
      <h1 tabIndex={-1}>{words.exhibits}</h1>
      <Filters view="exhibits" query={query} choices={choices} />
      <Portions all={fitting} key={[...query.values()].join("/")}>
        {(shown) => <ExhibitTable caption={words.exhibits} ids={shown.map((each) => each.id)} />}
      </Portions>
    </>
  );
}
