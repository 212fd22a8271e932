/** evipack.yaml → what it says by itself, before any map is known; with what it names where it cannot be read. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import type { IndicatorMap, Language } from "../model/map.ts";
import type { Checked } from "../model/places.ts";
import type { Period } from "../model/source.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import { entryType } from "../world.ts";
import { loadFigures } from "./figures.ts";
import { readInside } from "./inside.ts";
import { readYaml } from "./kept-yaml.ts";
import { findMap } from "./map-source.ts";
import type { MapSource } from "./map-source.ts";
import { noReadings } from "./readings.ts";
import type { Readings } from "./readings.ts";
import { loadReportData } from "./report-data/read.ts";

export const configFile = "evipack.yaml";

export interface Config extends Checked<WorkspaceFile> {
  /** Language that the file is written in, before any map is known. */
  readonly language: Language;
}

/** Reads evipack.yaml; `shown` is what messages call its folder. Throws Fatal with all that is wrong in it, and in what it names. */
export async function readConfig(
  root: string,
  readings: Readings = noReadings,
  shown = path.basename(root),
): Promise<Config> {
  const read = await readInside(root, configFile);
  if (!read.ok) {
    const missing = read.failure === "missing";
    const exists = (await entryType(root)) === "folder";
    const fault = missing
      ? diagnostic("no-workspace", { file: configFile }, { folder: shown, exists })
      : diagnostic("cannot-read", { file: configFile }, { cause: read.cause });
    throw new Fatal([fault]);
  }
  const schema = async () => (await import("../schema/workspace.ts")).workspaceFile;
  const checked = await readYaml(configFile, read.bytes, schema, readings);
  const text = decodeText(read.bytes);
  const language = text === null || /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
  const spoken = text !== null && /\p{L}/u.test(text) ? language : null;
  if (checked.value === null) {
    const others = await faultsElsewhere(root, text ?? "");
    throw new Fatal([...checked.diagnostics, ...others], spoken);
  }
  return { ...checked.value, language };
}

/** What reads a map is loaded when one must be read: mostly it is recalled. */
export async function mapIn({ file, bytes }: MapSource, window: Period | null): Promise<Staged<IndicatorMap | null>> {
  const { readMap } = await import("./indicator-map.ts");
  return readMap(file, bytes, window);
}

/** What else is wrong, so that one run tells it all: figures, report data, and the map as far as its name can be read. */
async function faultsElsewhere(root: string, config: string): Promise<Diagnostic[]> {
  const found = [
    ...(await loadFigures(root, noReadings)).diagnostics,
    ...(await loadReportData(root, null, noReadings)).diagnostics,
  ];
  const name = /^map:\s*["']?([^"'#\s]+)/mu.exec(config)?.[1];
  if (name === undefined) return found;
  try {
    const source = await findMap(root, name, { file: configFile }, "zh-CN");
    found.push(...(await mapIn(source, null)).diagnostics);
  } catch (error) {
    if (!(error instanceof Fatal)) throw error;
    found.push(...error.diagnostics);
  }
  return found;
}
