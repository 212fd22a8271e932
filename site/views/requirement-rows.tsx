/** Requirements as rows of a table. */
import type { SiteRequirement } from "../../src/model/site.ts";
import { departments, fill, nodes, words } from "../pack.ts";
import { Status } from "../parts.tsx";
import { toExhibit, toIndicator } from "../route.ts";

export const requirementHead = (withIndicator: boolean): readonly string[] => [
  ...(withIndicator ? [words.indicators] : []),
  words.exhibit_title,
  words.status,
  words.items,
  words.kind,
  words.department,
  words.due,
  words.evidence,
];

interface Props {
  readonly requirements: readonly SiteRequirement[];
  readonly withIndicator: boolean;
}

export function RequirementRows({ requirements, withIndicator }: Props) {
  return (
    <>
      {requirements.map((each) => (
        <tr>
          {withIndicator && (
            <td>
              <a href={toIndicator(each.indicator)}>
                <span class="code">{each.indicator}</span> {nodes.get(each.indicator)?.title}
              </a>
            </td>
          )}
          <td class="wide">{each.title}</td>
          <td>
            <Status status={each.status} />
          </td>
          <td>
            {each.need > 0 && fill(words.have_need, { have: each.have, need: each.need })}
            {each.missingYears.length > 0 && (
              <span class="alert"> {fill(words.missing_years, { years: each.missingYears.join(words.list) })}</span>
            )}
          </td>
          <td>{each.kind}</td>
          <td>{departments.get(each.department)?.name ?? ""}</td>
          <td>{each.owed && <Due requirement={each} />}</td>
          <td class="ids">
            {each.exhibits.map((id) => (
              <a href={toExhibit(id)}>{id}</a>
            ))}
          </td>
        </tr>
      ))}
    </>
  );
}

function Due({ requirement: { due } }: { readonly requirement: SiteRequirement }) {
  if (due === null) return null;
  const { day, daysLeft } = due;
  return daysLeft < 0 ? (
    <span class="alert">{fill(words.due_over, { day, n: -daysLeft })}</span>
  ) : (
    <>{fill(words.due_left, { day, n: daysLeft })}</>
  );
}
