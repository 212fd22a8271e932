/** Rows of a register and the files that they name → one item (材料). */
import type { Evidence, Item, ItemClaim, NameParts, Registered } from "../model/evidence.ts";
import type { RegisterRow } from "../model/register.ts";
import { periodOf, readNameParts, spokenPeriod } from "./name-parts.ts";

/** An item of the files that some rows name: what the first row says counts, then the others', then the names. */
export function registeredItem(files: Item["files"], rows: readonly RegisterRow[]): Item {
  const [lead] = files;
  const written = rows.find((row) => row.title !== "")?.title ?? "";
  const title = written === "" || repeatsName(written, lead) ? lead.title || lead.name : written;
  const inTitle = readNameParts(written || title);
  const number = rows.find((row) => row.docNumber !== "")?.docNumber ?? inTitle.docNumber;
  const claims = claimsOf(rows, lead);
  return {
    files,
    department: lead.department,
    title,
    docNumber: number || (files.find((file) => file.docNumber !== "")?.docNumber ?? ""),
    ...timeOf(files, rows, written || title, inTitle),
    claims: claims.length > 0 ? claims : files.flatMap(claimOfName).slice(0, 1),
    registered: joined(rows),
  };
}

/** True when a title is the file's name once more; its date and number then have places of their own, as for any file. */
function repeatsName(title: string, lead: Evidence): boolean {
  const { title: plain, formed, docNumber } = readNameParts(title.replace(/\.[A-Za-z0-9]{1,8}$/u, ""));
  return plain === lead.title && formed === lead.formed && docNumber === lead.docNumber;
}

/**
 * When it was formed: a date column, the title, the names. What time it speaks of: the years that the date or the title
 * names come first, then those of the column 年度, so that a statement on 2018 may be dated 2019.
 */
function timeOf(
  files: Item["files"],
  rows: readonly RegisterRow[],
  title: string,
  inTitle: NameParts,
): Pick<Item, "formed" | "period"> {
  const dated = rows.find((row) => row.formed !== null || row.period !== null) ?? null;
  const byName = files.find((file) => file.formed !== null)?.formed ?? null;
  const formed = dated === null ? (inTitle.formed ?? byName) : dated.formed;
  const periods = [
    dated?.period,
    spokenPeriod(title),
    rows.find((row) => row.year !== null)?.year,
    periodOf(dated?.formed ?? null),
    inTitle.period,
    files.find((file) => file.period !== null)?.period,
  ];
  return { formed, period: periods.find((each) => each !== null && each !== undefined) ?? null };
}

/** The codes of all rows, each once; a serial number in the file's own code is kept (2-1-1-03 …). */
function claimsOf(rows: readonly RegisterRow[], lead: Evidence): ItemClaim[] {
  const claims = new Map<string, ItemClaim>();
  for (const claim of rows.flatMap((row) => row.claims)) {
    const serial = claim.serial ?? (lead.claim?.code === claim.code ? lead.claim.serial : null);
    if (!claims.has(claimKey(claim))) claims.set(claimKey(claim), { ...claim, serial });
  }
  return [...claims.values()];
}

/** What the file's own name claims, if anything. */
export const claimOfName = ({ claim }: Evidence): ItemClaim[] =>
  claim === null ? [] : [{ code: claim.code, serial: claim.serial, from: claim.from, requirement: null, at: null }];

/** Equal for claims that mean the same. */
export const claimKey = ({ code, requirement }: ItemClaim): string => `${code} ${requirement ?? ""}`;

/** What the first row says, and what only later ones say. */
function joined(rows: readonly RegisterRow[]): Registered | null {
  const [first, ...others] = rows.map((row) => row.registered);
  if (first === undefined) return null;
  return others.reduce(
    (all, each) => ({
      caption: all.caption || each.caption,
      place: all.place || each.place,
      people: all.people || each.people,
      theme: all.theme || each.theme,
      copy: all.copy ?? each.copy,
      sealed: all.sealed ?? each.sealed,
      secrecy: all.secrecy || each.secrecy,
      keptAt: all.keptAt || each.keptAt,
      remark: all.remark || each.remark,
      locator: all.locator ?? each.locator ?? null,
      requirementUnknown: all.requirementUnknown || each.requirementUnknown,
      at: all.at,
    }),
    first,
  );
}
