/** What is missing of a requirement, as the department that owes it reads it in its reminder. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { word } from "../../diagnostics/wording/wording.ts";
import type { Coverage, JudgedItem, NotCounted } from "../../model/coverage.ts";
import type { Cell } from "../../model/document.ts";
import type { Evidence, Item } from "../../model/evidence.ts";
import { groupBy } from "../../model/group.ts";
import type { Period } from "../../model/source.ts";
import { fill, printDate, text } from "../format.ts";
import { departmentWith, windowOf } from "./tasks.ts";
import type { Assigning } from "./tasks.ts";

/**
 * What is still to come, then what was handed in and does not count, with its reason; files that cannot be opened on
 * lines of their own, with what to do. What another department handed in is told with its name: that one is asked to
 * mend it.
 */
export function missingCell(each: Coverage, assigning: Assigning): Cell {
  const spoiled = each.items.filter(({ notCounted }) => notCounted !== null);
  const isBroken = (judged: JudgedItem): boolean => judged.notCounted === "unreadable" && isOwn(judged, each);
  const broken = spoiled.filter(isBroken).map(({ link }) => link.item);
  const others = spoiled.filter((judged) => !isBroken(judged));
  const first = [lackingText(each, assigning), ...failedTexts(others, each, assigning)];
  const lines = [first.join(assigning.letters.chase.semicolon), ...brokenTexts(broken, assigning)];
  return lines.flatMap((line, index): Cell => (index === 0 ? [text(line)] : [{ type: "break" }, text(line)]));
}

/** Was it handed in by the department that owes the requirement, or by nobody else? */
const isOwn = ({ link }: JudgedItem, { requirement }: Coverage): boolean =>
  link.item.department === null || link.item.department === requirement.owner;

/** Years, or a number. */
function lackingText({ requirement, missingYears, have, need }: Coverage, { letters }: Assigning): string {
  const { chase, demand } = letters;
  if (missingYears.length === 0) return fill(have === 0 ? chase.need : chase.more, { n: need - have });
  const years = missingYears.map((n) => fill(chase.year, { n })).join(demand.list);
  return `${fill(chase.years, { years })}${requirement.min > 1 ? fill(chase.each, { n: requirement.min }) : ""}`;
}

/** For each department that handed something in, and each reason: which files, and what is wrong with them. */
function failedTexts(spoiled: readonly JudgedItem[], each: Coverage, assigning: Assigning): string[] {
  const { chase } = assigning.letters;
  const window = windowOf(each.requirement.window, assigning);
  const names = namesOf(each.items.map(({ link }) => link.item));
  const groups = groupBy(
    spoiled,
    (one) => `${String(one.notCounted)} ${isOwn(one, each) ? "" : (one.link.item.department ?? "")}`,
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const reason = first.notCounted ?? "";
    const all = alike.map(({ link: { item } }) => nameText(item, names.get(item) ?? "", first.notCounted, assigning));
    const other = isOwn(first, each) ? null : departmentWith(assigning.workspace, first.link.item.department);
    const department = other?.name ?? "";
    const files = filesOf(all, assigning);
    const said = other !== null && reason === "unreadable" ? chase.broken.elsewhere : chase.not_counted[reason];
    return fill(said ?? chase.not_counted_other, {
      files: other === null ? files : fill(chase.files_from, { files, department }),
      department,
      n: all.length,
      window,
    });
  });
}

/** An item by its name, with its time where that is what is wrong and the name does not tell it. */
function nameText(item: Item, title: string, reason: NotCounted | null, assigning: Assigning): string {
  const { chase } = assigning.letters;
  const isOfTime = reason === "out-of-window" || reason === "after-as-of";
  const isTold = item.formed !== null && title.includes(item.formed);
  const date = isOfTime && !isTold ? periodText(item.period, assigning) : "";
  return fill(date === "" ? chase.file : chase.file_dated, { title, date });
}

/** The time that a file speaks of: a day, or from when to when. */
const periodText = (period: Period | null, assigning: Assigning): string =>
  period?.from === period?.to ? printDate(period?.from ?? null, assigning.words) : windowOf(period, assigning);

/** Files that cannot be opened, by why: as they were handed in, for it is the file that has to be replaced. */
function brokenTexts(items: readonly Item[], assigning: Assigning): string[] {
  const { chase } = assigning.letters;
  const files = items.flatMap((item) => item.files);
  const alike = groupBy(files, ({ name }) => name);
  return [...groupBy(files, ({ state }) => (state.type === "unreadable" ? state.reason : null))].flatMap(
    ([reason, broken]) => {
      if (reason === null) return [];
      const names = broken.map((file) => {
        const title = (alike.get(file.name)?.length ?? 0) > 1 ? pathOf(file) : file.name;
        return fill(chase.file, { title });
      });
      const facts = { reason, inPart: false, requirement: null, title: "" };
      const { what, ask } = word(diagnostic("unreadable-file", { file: "" }, facts), assigning.workspace.language);
      return fill(chase.broken.own, { files: filesOf(names, assigning), n: names.length, what, ask });
    },
  );
}

/** Below the folder of its department. */
const pathOf = ({ folders, name }: Evidence): string => [...folders, name].join("/");

/**
 * Each by its title; those of one department with one title by the names of their files, or where these are alike too,
 * with their folders.
 */
function namesOf(items: readonly Item[]): ReadonlyMap<Item, string> {
  const forms: readonly ((item: Item) => string)[] = [
    ({ title }) => title,
    ({ files: [{ name }] }) => name,
    ({ files: [first] }) => pathOf(first),
  ];
  const isTold = (item: Item, form: (each: Item) => string): boolean =>
    form(item) !== "" &&
    items.every((other) => other === item || other.department !== item.department || form(other) !== form(item));
  return new Map(
    items.map((item) => [item, (forms.find((form) => isTold(item, form)) ?? (({ title }) => title))(item)]),
  );
}

/** Files that are named in a cell; the others are counted. */
const shownFiles = 2;

function filesOf(names: readonly string[], { letters: { chase, demand } }: Assigning): string {
  const files = names.slice(0, shownFiles).join(demand.list);
  return names.length <= shownFiles ? files : fill(chase.files_more, { files, n: names.length });
}
