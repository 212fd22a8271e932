/** Looks of the program, without anything of a workspace. */
import { loadLooks } from "../../src/load/looks.ts";
import type { Language } from "../../src/model/map.ts";
import type { Looks } from "../../src/schema/looks.ts";

export const looksOf = (language: Language): Promise<Looks> =>
  loadLooks("", {
    style: language === "en" ? "plain-en" : "gb9704",
    language,
    fonts: "fonts",
    report: { template: null, briefing: true, briefingTemplate: null, pdf: "a-2a", reference: null },
  });
