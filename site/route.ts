/** What stands behind # in the address: `#/exhibit/2-1-1-01?page=45`. */

export interface Route {
  /** `` for the overview, `indicator`, `exhibit`, `requirements`, `exhibits`, `search`. */
  readonly view: string;
  /** Code of an indicator, number of an exhibit; may be empty. */
  readonly id: string;
  readonly query: ReadonlyMap<string, string>;
}

/** Reads any text; what is badly encoded is taken as it stands. */
export function readRoute(hash: string): Route {
  const [way = "", query = ""] = hash.replace(/^#\/?/u, "").split(/\?(.*)/su);
  const [view = "", ...rest] = way.split("/");
  return { view: decoded(view), id: decoded(rest.join("/")), query: new Map(new URLSearchParams(query)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a view; queries without a value are left out. */
export function routeTo(view: string, id = "", query: Readonly<Record<string, string>> = {}): string {
  const asked = Object.entries(query).filter(([, value]) => value !== "");
  const way = ["#", ...(view === "" ? [""] : [view]), ...(id === "" ? [] : [encodeURIComponent(id)])].join("/");
  return asked.length === 0 ? way : `${way}?${new URLSearchParams(asked).toString()}`;
}

export const toIndicator = (code: string): string => routeTo("indicator", code);

export const toExhibit = (id: string, page: number | null = null): string =>
  routeTo("exhibit", id, page === null ? {} : { page: String(page) });
