/** The cells of a row → what they mean; what cannot be understood is told with its cell. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Registered } from "../../model/evidence.ts";
import { docNumberSlip, plainDocNumber } from "../../link/doc-number.ts";
import { periodOf } from "../../link/name-parts.ts";
import type { DepartmentId, SourcePath } from "../../model/ids.ts";
import type { RegisterRow } from "../../model/register.ts";
import { fileCells, readAddresses } from "./addresses.ts";
import type { Period } from "../../model/source.ts";
import { readClaims } from "./codes.ts";
import type { Asked } from "./codes.ts";
import { readLocator } from "./locator.ts";
import { readDay } from "./day.ts";
import type { Dated } from "./day.ts";
import { soundCells, textsOf } from "./raw.ts";
import type { RawRow } from "./raw.ts";
import type { Field } from "./columns.ts";

export interface Home {
  readonly register: SourcePath;
  readonly department: DepartmentId | null;
}

/** What a form prints for each thing that is asked; a row with nothing else is one that nobody has filled in yet. */
const printed: ReadonlySet<Field> = new Set<Field>(["known", "indicators", "requirement", "year"]);

/** Reads one row; null when it says nothing that could be an item. */
export function readRow(raw: RawRow, home: Home, asked: Asked, found: Diagnostic[]): RegisterRow | null {
  const own = [...raw.cells].filter(([field]) => !printed.has(field)).flatMap(([, each]) => each);
  if (own.every((each) => each.type !== "error" && each.text === "" && each.link === "")) return null;
  const cells = [...raw.cells].filter(([field]) => field !== "known").flatMap(([, each]) => each);
  for (const { type, text, at } of cells) {
    if (type === "error") found.push(diagnostic("register-value", at, { value: text.slice(0, 40) }));
  }
  const one = (field: Field): string => textsOf(raw, field)[0]?.replace(/\s*\n\s*/gu, " ") ?? "";
  const all = (field: Field): string => textsOf(raw, field).join(" ");
  const dated = readDate(raw, found);
  const { claims, unknown } = readClaims(raw, asked, found);
  const registered: Registered = {
    caption: all("caption"),
    place: all("place"),
    people: all("people"),
    theme: all("theme"),
    copy: copyOf(one("copy")),
    sealed: sealedOf(one("seal")),
    secrecy: one("secrecy"),
    keptAt: all("keptAt"),
    remark: all("remark"),
    locator: readLocator(raw, found),
    requirementUnknown: unknown,
    at: raw.at,
  };
  return {
    ...home,
    title: one("title"),
    docNumber: readDocNumber(raw, found),
    ...dated,
    year: yearOf(raw),
    claims,
    files: fileCells(raw),
    ...readAddresses(raw),
    registered,
    places: [raw.at, ...[...raw.cells.values()].flat().map((each) => each.at)],
  };
}

/** Signs that people put into a cell to say that there is nothing to write. */
const saysNone = (text: string): boolean => /^(?:[-–—－/／\\、*×\s]|无|没有|n\/a|none|nil)*$/iu.test(text);

/** The 文号 of a row; one that departs from the standard is taken as it is typed, and told. */
function readDocNumber(raw: RawRow, found: Diagnostic[]): string {
  const cell = soundCells(raw, "docNumber").find(({ text }) => text !== "");
  if (cell === undefined || saysNone(cell.text)) return "";
  const got = cell.text.replace(/\s*\n\s*/gu, " ");
  const slip = docNumberSlip(got);
  if (slip !== null) found.push(diagnostic("register-doc-number", cell.at, { got: got.slice(0, 40), ...slip }));
  return plainDocNumber(got);
}

function readDate(raw: RawRow, found: Diagnostic[]): Dated {
  for (const { text, type, at } of soundCells(raw, "date")) {
    if (saysNone(text)) continue;
    const dated = readDay(text, type === "number");
    if (dated !== null) return dated;
    found.push(diagnostic("register-date", at, { got: text.slice(0, 40) }));
  }
  return { formed: null, period: null };
}

/** The years that a column 年度 names; what is no year says nothing. */
function yearOf(raw: RawRow): Period | null {
  const [cell] = soundCells(raw, "year");
  const dated = cell === undefined ? null : readDay(cell.text, false);
  return dated === null ? null : (dated.period ?? (dated.formed?.length === 4 ? periodOf(dated.formed) : null));
}

const copyOf = (text: string): Registered["copy"] =>
  /复印|副本|扫描|copy|scan|duplicate/iu.test(text) ? "copy" : /原|正本|original/iu.test(text) ? "original" : null;

/** The whole cell must say it: 待盖章, 应盖章 and 盖章? hold 盖章 too, and are no seal. */
const sealWords = new Map<string, boolean>([
  ..."是 有 已 已有 已盖 已盖章 已盖公章 已加盖 已加盖公章 盖章 加盖公章 盖有公章 有章 有公章 √ ✓ ✔ ☑ √是 是√ yes y true sealed stamped"
    .split(" ")
    .map((word): [string, boolean] => [word, true]),
  ..."否 无 没 没有 未 未盖 未盖章 未盖公章 未加盖 未加盖公章 没盖 没盖章 没有盖章 不盖 不盖章 无章 无公章 没章 没有公章 不 × ✗ ✘ x ☒ no n false none notsealed unsealed notstamped unstamped"
    .split(" ")
    .map((word): [string, boolean] => [word, false]),
]);

/** 是、已盖章、√ and yes; 否、未盖、无 and no; anything else tells nothing. */
const sealedOf = (text: string): boolean | null =>
  sealWords.get(
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s。.]+/gu, ""),
  ) ?? null;
