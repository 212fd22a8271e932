/** The overview: how much is covered, where the work stands, who owes what. */
import type { SiteCount, SiteDepartment } from "../../src/model/site.ts";
import { data, fill, nodes, words } from "../pack.ts";
import { levelOf, Rate } from "../parts.tsx";
import { routeTo, toIndicator } from "../route.ts";

export function Dashboard() {
  return (
    <>
      <h1 tabIndex={-1}>{words.dashboard}</h1>
      <Cards />
      <Stages />
      <HeatMap />
      <Trend />
    </>
  );
}

function Cards() {
  const { count, stage } = data;
  return (
    <div class="cards">
      <section class="card">
        <h2>{words.coverage}</h2>
        <p class="big">{count.rate}</p>
        <Rate count={count} />
        <p>{fill(words.covered_of, { covered: count.covered, applicable: count.applicable })}</p>
      </section>
      <section class="card">
        <h2>{words.owed}</h2>
        <p class="big">
          <a href={routeTo("requirements", "", { status: "owed" })}>{data.owed}</a>
        </p>
        {data.overdue > 0 && <p class="alert">{fill(words.overdue, { n: data.overdue })}</p>}
      </section>
      <section class="card">
        <h2>{words.exhibits}</h2>
        <p class="big">
          <a href={routeTo("exhibits")}>{data.exhibits.length}</a>
        </p>
        <p>{boundText()}</p>
      </section>
      <section class="card">
        <h2>{words.stage}</h2>
        {stage === null ? (
          <p>{words.no_stage}</p>
        ) : (
          <>
            <p class="big">{stage.daysLeft === 0 ? words.last_day : fill(words.days_left, { n: stage.daysLeft })}</p>
            <p>{fill(words.stage_number, { n: stage.number, title: stage.title })}</p>
            <p>
              {fill(words.stage_to, { day: stage.to })} · {fill(words.stage_due, { n: stage.due })}
            </p>
          </>
        )}
      </section>
      <section class="card sections">
        <h2>{words.section}</h2>
        <ul>
          {data.nodes
            .filter((node) => node.level === "section")
            .map((node) => (
              <li>
                <a href={toIndicator(node.code)}>
                  {node.code} {node.title}
                </a>
                <Rate count={node.count} />
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}

function boundText(): string {
  const { exhibits, pages, volumes } = data;
  const counts = { exhibits: exhibits.length, pages, volumes: volumes.length };
  return fill(volumes.length === 1 ? words.bound : words.bound_volumes, counts);
}

function Stages() {
  if (data.stages.length === 0) return null;
  return (
    <section>
      <h2>{words.stages}</h2>
      <ol class="stages">
        {data.stages.map((stage) => (
          <li class={stage.when} aria-current={stage.when === "current" ? "step" : undefined}>
            <span class="chip">{words.when[stage.when]}</span>
            <strong>{stage.title}</strong>
            <span class="number">
              {stage.from} – {stage.to}
            </span>
            <span class="output">{stage.output}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The sections above the columns, each over as many of them as it has. */
function spansOf(): readonly { readonly section: string; readonly columns: number }[] {
  const sections = [...new Set(data.heat.columns.map((each) => each.section))];
  return sections.map((section) => ({
    section,
    columns: data.heat.columns.filter((each) => each.section === section).length,
  }));
}

/** A table first: every cell says its figures, the colour only repeats them. */
function HeatMap() {
  const { columns, rows } = data.heat;
  const idle = data.departments.filter((each) => each.count.applicable === 0);
  return (
    <section>
      <h2>{words.heat}</h2>
      <p class="hint">
        {words.heat_hint}
        <span class="legend" aria-hidden="true">
          {[0, 1, 2, 3, 4].map((level) => (
            <span class={`level-${String(level)}`} />
          ))}
          {words.legend}
        </span>
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.heat}>
        <table class="heat">
          <caption class="unseen">{words.heat}</caption>
          <HeatHead />
          <tbody>
            {data.departments.map((department, index) =>
              department.count.applicable === 0 ? null : (
                <tr>
                  <th scope="row">{department.name}</th>
                  {columns.map(({ code, title }, column) => (
                    <Cell department={department} code={code} title={title} count={rows[index]?.[column] ?? null} />
                  ))}
                  <Cell department={department} code="" title={words.total} count={department.count} />
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      {idle.length > 0 && (
        <p class="hint">{fill(words.heat_idle, { names: idle.map((each) => each.name).join(words.list) })}</p>
      )}
    </section>
  );
}

function HeatHead() {
  const { columns } = data.heat;
  const grouped = columns.some((each) => each.section !== each.code);
  return (
    <thead>
      {grouped && (
        <tr>
          <th scope="col" rowSpan={2}>
            {words.department}
          </th>
          {spansOf().map(({ section, columns: span }) => (
            <th scope="colgroup" colSpan={span} class="section">
              {section} {nodes.get(section)?.title}
            </th>
          ))}
          <th scope="col" rowSpan={2}>
            {words.total}
          </th>
        </tr>
      )}
      <tr>
        {!grouped && <th scope="col">{words.department}</th>}
        {columns.map(({ code, title }) => (
          <th scope="col">
            <a href={toIndicator(code)}>
              <span class="code">{code}</span> {title}
            </a>
          </th>
        ))}
        {!grouped && <th scope="col">{words.total}</th>}
      </tr>
    </thead>
  );
}

interface CellProps {
  readonly department: SiteDepartment;
  /** Empty for the sum of a department. */
  readonly code: string;
  readonly title: string;
  readonly count: SiteCount | null;
}

function Cell({ department, code, title, count }: CellProps) {
  if (count === null || count.applicable === 0) return <td class="none" />;
  const told = fill(words.heat_cell, { department: department.name, node: `${code} ${title}`.trim() });
  const address = routeTo("requirements", "", {
    section: code,
    department: department.id === "" ? "-" : department.id,
  });
  return (
    <td class={`level-${String(levelOf(count))}`}>
      <a href={address} title={`${told} ${count.rate}`}>
        <span class="unseen">{told} </span>
        {count.covered}/{count.applicable}
      </a>
    </td>
  );
}

function Trend() {
  const { trend } = data;
  if (trend === null) return null;
  const [first, last] = [trend.nights[0], trend.nights.at(-1)];
  const rate = (night: typeof first): string =>
    night === undefined || night.applicable === 0 ? "–" : `${((100 * night.covered) / night.applicable).toFixed(1)}%`;
  const alt = fill(words.trend_alt, {
    from: first?.day ?? "",
    to: last?.day ?? "",
    first: rate(first),
    last: rate(last),
  });
  return (
    <section>
      <h2>{words.trend}</h2>
      <figure class="trend">
        <img src={trend.picture} alt={alt} />
      </figure>
    </section>
  );
}
