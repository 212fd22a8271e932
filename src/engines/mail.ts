/** What mails of every format have in common. Dates stay as they were written: no zone of the machine, no locale. */
import type { About, MailDate } from "../model/about.ts";

export type MailFacts = Omit<Extract<About, { readonly type: "mail" }>, "type">;

/** `样例甲 <a@example.org>`; only one of them when the other is missing or the same. */
export function personName(name: string, address: string): string {
  const bare = name.replace(/^'(.*)'$/u, "$1");
  return bare === "" || bare === address ? address : address === "" ? bare : `${bare} <${address}>`;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const two = (value: string | number): string => String(value).padStart(2, "0");

/** `Tue, 5 Mar 2019 14:30:01 +0800` (RFC 5322, 3.3, and the zone names of its 4.3); null for anything else. */
export function readMailDate(written: string): MailDate | null {
  const found =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([+-]\d{4})|\s+([A-Z]{1,4}))?/u.exec(
      written,
    );
  if (found === null) return null;
  const [, d = "", name = "", y = "", hour = "", minute = "", zone = "+0000", word = ""] = found;
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0 || Number(d) < 1 || Number(d) > 31 || Number(hour) > 23 || Number(minute) > 59) return null;
  // Two digits: 50 to 99 belong to the last century (RFC 5322, 4.3).
  const year = y.length === 4 ? y : String((Number(y) < 50 ? 2000 : 1900) + (Number(y) % 100));
  const offset = zones[word] ?? zone;
  return {
    day: `${year}-${two(month)}-${two(d)}`,
    time: `${two(hour)}:${minute}`,
    zone: `${offset.slice(0, 3)}:${offset.slice(3)}`,
  };
}

const zones: Readonly<Record<string, string>> = {
  EST: "-0500",
  EDT: "-0400",
  CST: "-0600",
  CDT: "-0500",
  MST: "-0700",
  MDT: "-0600",
  PST: "-0800",
  PDT: "-0700",
};

/** A moment in UTC, as Outlook keeps it; null when it is none. */
export function utcMailDate(written: string): MailDate | null {
  const moment = new Date(written);
  if (Number.isNaN(moment.getTime())) return null;
  const iso = moment.toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16), zone: "+00:00" };
}
