/** What a delivery needs of a workspace: who sends it, in which language, and what the other side takes. */
import type { Language } from "../model/map.ts";
import type { DeliveryLimits } from "../model/workspace.ts";
import { findMap } from "./map-source.ts";
import { readMap } from "./indicator-map.ts";
import { readConfig } from "./config.ts";
import { deliveryLimits } from "./printing.ts";
import { noReadings } from "./readings.ts";

export interface DeliveryFacts {
  readonly title: string;
  readonly applicant: string;
  /** Who compiles; empty where nobody is named, or the applicant. */
  readonly office: string;
  readonly contact: string;
  readonly language: Language;
  /** Titles of the sections of the map, by their codes. */
  readonly sections: ReadonlyMap<string, string>;
  readonly limits: DeliveryLimits;
}

/** Reads evipack.yaml and the language of its map, and no evidence. Throws Fatal when they are wrong. */
export async function loadDelivery(root: string, shown: string): Promise<DeliveryFacts> {
  const config = await readConfig(root, noReadings, shown);
  const { title, applicant, office: named = "", contact = "", map: name, package: limits } = config.value;
  const source = await findMap(root, name, config.at(["map"]), config.language);
  const map = readMap(source.file, source.bytes, null).value;
  const language = map?.language ?? config.language;
  const office = named === applicant ? "" : named;
  return {
    title: title.replace(/\s*\n\s*/gu, language === "en" ? " " : ""),
    applicant,
    office,
    contact,
    language,
    sections: new Map(map?.sections.map((section) => [section.code, section.title])),
    limits: deliveryLimits(limits),
  };
}
