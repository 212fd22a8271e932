/** Which exhibits are bound together: all, or those of a section, an indicator, a department or a year. */
import type { Book, Exhibit, ExhibitGroup } from "../model/pack.ts";
import { compareNames } from "../model/order.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Words } from "../schema/words.ts";
import { fill } from "./format.ts";

/** Books in the order of the map, of the departments, or of the years; then what spans years; what has no department or year comes last. */
export function booksOf(
  groups: readonly ExhibitGroup[],
  { volumes: { by }, departments }: Pick<Workspace, "volumes" | "departments">,
  words: Words,
): Book[] {
  if (by === "one" || groups.length === 0) return [{ title: "", groups }];
  const { volume } = words.appendix;
  const titleOf: Readonly<Record<typeof by, (exhibit: Exhibit) => string>> = {
    section: ({ leaf }) => leaf.section.title,
    indicator: ({ leaf }) => `${leaf.indicator.code} ${leaf.indicator.title}`,
    department: ({ department }) => department || volume.no_department,
    year: ({ day, spansYears }) =>
      day !== "" ? fill(volume.year, { y: day.slice(0, 4) }) : spansYears ? volume.several_years : volume.no_year,
  };
  // Two sections may have one title.
  const keyOf = (exhibit: Exhibit): string => (by === "section" ? exhibit.leaf.section.code : titleOf[by](exhibit));
  const books = new Map<string, { title: string; groups: { leaf: ExhibitGroup["leaf"]; exhibits: Exhibit[] }[] }>();
  for (const { leaf, exhibits } of groups) {
    for (const exhibit of exhibits) {
      const book = books.get(keyOf(exhibit)) ?? { title: titleOf[by](exhibit), groups: [] };
      books.set(keyOf(exhibit), book);
      const group = book.groups.at(-1);
      if (group?.leaf === leaf) group.exhibits.push(exhibit);
      else book.groups.push({ leaf, exhibits: [exhibit] });
    }
  }
  const found = [...books.values()];
  const names = departments.map(({ name }) => name);
  const place = (title: string): number => (names.includes(title) ? names.indexOf(title) : names.length);
  if (by === "department") return found.toSorted((a, b) => place(a.title) - place(b.title));
  const rank = ({ title }: Book): number => [volume.several_years, volume.no_year].indexOf(title);
  return by === "year" ? found.toSorted((a, b) => rank(a) - rank(b) || compareNames(a.title, b.title)) : found;
}
