/** The frame of the page: head, menu, search, and the view that the address names. */
import { useEffect, useRef, useState } from "preact/hooks";
import { data, exhibits, fill, nodes, words } from "./pack.ts";
import { readRoute, routeTo } from "./route.ts";
import type { Route } from "./route.ts";
import { SearchBox } from "./search-box.tsx";
import { ThemeButton } from "./theme.tsx";
import { Dashboard } from "./views/dashboard.tsx";
import { ExhibitView } from "./views/exhibit.tsx";
import { Exhibits } from "./views/exhibits.tsx";
import { Indicators } from "./views/indicators.tsx";
import { Requirements } from "./views/requirements.tsx";
import { Results } from "./views/results.tsx";

/** Who goes to another view by a link hears its heading; who walks the tree or types stays there. */
const keepsFocus = (): boolean =>
  (document.activeElement?.closest("[role=tree], [role=search], .filters") ?? null) !== null;

export function App() {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  const first = useRef(true);
  useEffect(() => {
    const follow = (): void => {
      setRoute(readRoute(location.hash));
    };
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
    };
  }, []);
  const heading = headingOf(route);
  const place = `${route.view}/${route.id}`;
  useEffect(() => {
    document.title = [heading, data.title, words.name].filter((part) => part !== "").join(" · ");
    if (first.current) first.current = false;
    else if (!keepsFocus()) {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>("main h1")?.focus();
    }
  }, [place]);
  return (
    <>
      <Head route={route} />
      <main id="main">
        <View route={route} />
      </main>
      <footer>
        {[data.author, data.map, fill(words.as_of, { day: data.asOf })].filter((each) => each !== "").join(" · ")}
      </footer>
    </>
  );
}

function Head({ route }: { readonly route: Route }) {
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("main h1")?.focus();
        }}
      >
        {words.skip}
      </a>
      <header class="top">
        <div class="brand">
          <a href={routeTo("")}>{data.title}</a>
          <span class="sub">
            {data.marks.map((mark) => (
              <span class="mark">{mark}</span>
            ))}
            {data.map} · {fill(words.as_of, { day: data.asOf })}
          </span>
        </div>
        <Menu view={route.view} />
        <SearchBox query={route.view === "search" ? (route.query.get("q") ?? "") : ""} />
        <div class="tools">
          <ThemeButton />
          <button
            type="button"
            onClick={() => {
              print();
            }}
          >
            {words.print}
          </button>
        </div>
      </header>
    </>
  );
}

const menu = [
  ["", words.dashboard],
  ["indicator", words.indicators],
  ["requirements", words.requirements],
  ["exhibits", words.exhibits],
] as const;

function Menu({ view }: { readonly view: string }) {
  const shown = view === "exhibit" ? "exhibits" : view;
  return (
    <nav aria-label={words.menu}>
      {menu.map(([name, title]) => (
        <a href={routeTo(name)} aria-current={name === shown ? "page" : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function headingOf({ view, id }: Route): string {
  if (view === "indicator") return [id, nodes.get(id)?.title ?? words.indicators].join(" ").trim();
  if (view === "exhibit") return [id, exhibits.get(id)?.title ?? ""].join(" ").trim();
  return view === "search" ? words.search : (menu.find(([name]) => name === view)?.[1] ?? words.not_found);
}

function View({ route }: { readonly route: Route }) {
  switch (route.view) {
    case "":
      return <Dashboard />;
    case "indicator":
      return <Indicators code={route.id} />;
    case "requirements":
      return <Requirements query={route.query} />;
    case "exhibits":
      return <Exhibits query={route.query} />;
    case "search":
      return <Results query={route.query.get("q") ?? ""} />;
    case "exhibit": {
      const exhibit = exhibits.get(route.id);
      const page = Number(route.query.get("page") ?? "");
      if (exhibit !== undefined) return <ExhibitView exhibit={exhibit} page={page} />;
      return <NotFound />;
    }
    default:
      return <NotFound />;
  }
}

export function NotFound() {
  return (
    <section class="empty">
      <h1 tabIndex={-1}>{words.not_found}</h1>
      <p>{words.not_found_hint}</p>
    </section>
  );
}
