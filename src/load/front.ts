/** evipack.yaml → what stands on the first pages of report and appendix, and whether there is an offline page. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import { isInBrackets } from "../model/hint.ts";
import type { Language } from "../model/map.ts";
import type { Workspace } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import type { Checked } from "../model/places.ts";

export type Front = Pick<
  Workspace,
  "title" | "coverTitle" | "applicant" | "office" | "contact" | "declaration" | "site"
>;

/** A declaration of `true` is one in the usual words, which are empty here. What still stands as `init` wrote it is told. */
export function frontOf({ value, at }: Checked<WorkspaceFile>, language: Language): Staged<Front> {
  const { title, applicant, office = "", contact = "", declaration, site } = value;
  const front: Front = {
    title: title.replace(/\s*\n\s*/gu, language === "en" ? " " : ""),
    coverTitle: title,
    applicant,
    office,
    contact,
    site,
    declaration: typeof declaration === "string" ? declaration : declaration ? "" : null,
  };
  const hints = (["applicant", "office"] as const).filter((key) => isInBrackets(front[key]));
  return {
    value: front,
    diagnostics: hints.map((key) => diagnostic("not-filled-in", at([key]), { key, value: front[key] })),
  };
}
