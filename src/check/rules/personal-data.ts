/** Numbers of persons in names, in what registers say of items, in narratives and in the texts of files; never shown. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Evidence, Item } from "../../model/evidence.ts";
import { isPersonal, masked, personalIn } from "../../model/sensitive.ts";
import type { SourceRef } from "../../model/source.ts";
import { filesOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const personalData: Rule = ({ handedIn, workspace: { narratives } }) => {
  return [
    ...handedIn.flatMap((item) => item.files).flatMap(inName),
    ...handedIn.flatMap(inRegister),
    ...filesOf(handedIn).flatMap(inText),
    ...narratives.flatMap(({ texts }) => texts.flatMap(({ text, at }) => told(text, "narrative", at))),
  ];
};

const inName = ({ path, name, url }: Evidence): Diagnostic[] =>
  url === undefined ? told(path, "name", { file: path }) : told(name, "register", { file: path });

/** What is printed of a row; columns for contacts are not. */
function inRegister({ registered, title, files: [lead] }: Item): Diagnostic[] {
  if (registered === null) return [];
  const { caption, place, people, theme, keptAt, remark, at } = registered;
  const own = title === lead.title ? "" : title;
  return told([own, caption, place, people, theme, keptAt, remark].join("\n"), "register", at);
}

function inText({ path, words }: Evidence): Diagnostic[] {
  if (words === undefined || !isPersonal(words.personal)) return [];
  const { personal, places, placesInAll, whole } = words;
  const facts = { ...personal, where: "text", places, placesInAll, whole } as const;
  return [diagnostic("personal-data", { file: masked(path) }, facts)];
}

/** The name of the place may have a number too: it is told with that made unreadable. */
function told(text: string, where: "name" | "register" | "narrative", at: SourceRef): Diagnostic[] {
  const count = personalIn(text);
  if (!isPersonal(count)) return [];
  const facts = { ...count, where, places: [], placesInAll: 0, whole: true };
  return [diagnostic("personal-data", { ...at, file: masked(at.file) }, facts)];
}
