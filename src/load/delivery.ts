/** What a delivery needs of a workspace: who sends it, in which language, and what the other side takes. */
import type { Language } from "../model/map.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import { findMap } from "./map-source.ts";
import { readMap } from "./indicator-map.ts";
import { readConfig } from "./config.ts";
import { noReadings } from "./readings.ts";

/** A word of `package.leave_out`: a format, the role of an output, or the originals. */
export type LeftOut = Extract<WorkspaceFile["package"]["leave_out"], string>;

/** `package` in evipack.yaml; null where nothing is limited. */
export interface DeliveryLimits {
  readonly maxFileMb: number | null;
  /** Extensions in small letters, without dot. */
  readonly allowedTypes: readonly string[] | null;
  readonly asciiNames: boolean;
  /** What is not delivered, each once. */
  readonly leaveOut: readonly LeftOut[];
}

export interface DeliveryFacts {
  readonly title: string;
  readonly organization: string;
  readonly contact: string;
  readonly language: Language;
  /** Titles of the sections of the map, by their codes. */
  readonly sections: ReadonlyMap<string, string>;
  readonly limits: DeliveryLimits;
}

/** Reads evipack.yaml and the language of its map, and no evidence. Throws Fatal when they are wrong. */
export async function loadDelivery(root: string, shown: string): Promise<DeliveryFacts> {
  const config = await readConfig(root, noReadings, shown);
  const { title, applicant, office = "", contact = "", map: name, package: limits } = config.value;
  const source = await findMap(root, name, config.at(["map"]), config.language);
  const map = readMap(source.file, source.bytes, null).value;
  const language = map?.language ?? config.language;
  return {
    title: title.replace(/\s*\n\s*/gu, language === "en" ? " " : ""),
    organization:
      office === "" || office === applicant ? applicant : `${applicant}${language === "en" ? ", " : " "}${office}`,
    contact,
    language,
    sections: new Map(map?.sections.map((section) => [section.code, section.title])),
    limits: limitsOf(limits),
  };
}

const limitsOf = ({
  max_file_mb,
  allowed_types,
  ascii_names,
  leave_out = [],
}: WorkspaceFile["package"]): DeliveryLimits => ({
  maxFileMb: max_file_mb ?? null,
  allowedTypes:
    allowed_types === undefined
      ? null
      : [...new Set(allowed_types.map((each) => each.replace(/^\./u, "").toLowerCase()))],
  asciiNames: ascii_names,
  leaveOut: [...new Set([leave_out].flat())],
});
