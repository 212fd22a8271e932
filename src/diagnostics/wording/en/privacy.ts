/** Personal data and marks of secrecy. */
import type { PersonalCount } from "../../../model/sensitive.ts";
import type { TextPlace } from "../../../model/words.ts";
import type { PrivacyFacts } from "../../facts/privacy.ts";
import type { Catalogue } from "../catalogue.ts";
import { count } from "./phrases.ts";

const numbers = ({ idNumbers, phones }: PersonalCount): string =>
  [
    ...(idNumbers > 0 ? [count(idNumbers, "identity card number")] : []),
    ...(phones > 0 ? [count(phones, "mobile phone number")] : []),
  ].join(" and ");

const place = (at: TextPlace): string => (at.type === "cell" ? at.cell : `${at.type} ${String(at.number)}`);

const marks = { 绝密: "top secret", 机密: "secret", 秘密: "confidential" } as const;

export const privacy: Pick<Catalogue, keyof PrivacyFacts> = {
  "personal-data": ({ where, places, placesInAll, whole, ...found }) => {
    const rest = whole
      ? ""
      : "; only the first part of this long file was looked through (50 pages, 200,000 characters)";
    switch (where) {
      case "name":
        return {
          what: `the name of the file or its folder holds ${numbers(found)}`,
          next: "Rename it without the number.",
        };
      case "register":
        return {
          what: `this row holds ${numbers(found)}, which would be printed in the pack`,
          next: "Take the number out.",
        };
      case "narrative":
        return {
          what: `the text holds ${numbers(found)}, which would be printed in the report`,
          next: "Take the number out.",
        };
      case "text":
        return {
          what: `${numbers(found)} in plain sight: ${places.map(place).join(", ")}${placesInAll > places.length ? ` and ${String(placesInAll - places.length)} more` : ""}${rest}`,
          next: "Black the numbers out and hand in a new copy; leave it where they must be public.",
        };
    }
  },
  classified: ({ mark, where }) => ({
    what: `${{ name: "the name of the file or its folder", register: "the register", text: "the first page" }[where]} carries a mark of secrecy (${marks[mark]})`,
    next: "Classified papers do not belong here: take this one and all its copies away and tell your security office; when the mark no longer holds, hand in a version without it.",
  }),
};
