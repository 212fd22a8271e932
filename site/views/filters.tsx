/** Filters over a list; what is chosen stands in the address, so that a filtered list can be kept and sent. */
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { data, fill, words } from "../pack.ts";
import { routeTo } from "../route.ts";

export interface Choice {
  /** Key in the address. */
  readonly key: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
}

export const sectionChoice: Choice = {
  key: "section",
  label: words.section,
  options: data.nodes
    .filter((each) => each.level !== "leaf")
    .map((each) => [each.code, `${each.level === "section" ? "" : "\u2003"}${each.code} ${each.title}`]),
};

/** `-` stands for nobody. */
export const departmentChoice: Choice = {
  key: "department",
  label: words.department,
  options: data.departments.map((each) => [each.id === "" ? "-" : each.id, each.name]),
};

export const departmentAsked = (query: ReadonlyMap<string, string>): string | null => {
  const asked = query.get("department") ?? "";
  return asked === "" ? null : asked === "-" ? "" : asked;
};

interface Props {
  readonly view: string;
  readonly query: ReadonlyMap<string, string>;
  readonly choices: readonly Choice[];
}

export function Filters({ view, query, choices }: Props) {
  const go = (key: string, value: string): void => {
    location.hash = routeTo(view, "", { ...Object.fromEntries(query), [key]: value });
  };
  return (
    <div class="filters">
      {choices.map(({ key, label, options }) => (
        <label>
          <span>{label}</span>
          <select
            value={query.get(key) ?? ""}
            onChange={(event) => {
              go(key, event.currentTarget.value);
            }}
          >
            <option value="">{words.all}</option>
            {options.map(([value, name]) => (
              <option value={value}>{name}</option>
            ))}
          </select>
        </label>
      ))}
      {query.size > 0 && <a href={routeTo(view)}>{words.clear}</a>}
    </div>
  );
}

/** Rows shown at first, and at each further wish: a browser draws so many at once. */
const usualPortion = 200;

interface PortionsProps<T> {
  readonly all: readonly T[];
  readonly portion?: number;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}

/** A long list, a portion at a time. */
export function Portions<T>({ all, portion = usualPortion, children }: PortionsProps<T>) {
  const [most, setMost] = useState(portion);
  if (all.length === 0) return <p class="hint">{words.none_found}</p>;
  const rest = Math.min(portion, all.length - most);
  return (
    <>
      <p class="hint" role="status">
        {fill(words.shown, { shown: Math.min(most, all.length), all: all.length })}
      </p>
      {children(all.slice(0, most))}
      {rest > 0 && (
        <button
          type="button"
          class="more"
          onClick={() => {
            setMost(most + portion);
          }}
        >
          {fill(words.more, { n: rest })}
        </button>
      )}
    </>
  );
}
