/** Settings → converter: the engine that was asked for, or the one that can stand in for it. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Staged } from "../../diagnostics/diagnostic.ts";
import type { ConverterSettings } from "../../model/workspace.ts";
import { embeddedVersion } from "../../engines/libreoffice.ts";
import { ownScript } from "../../processes.ts";
import { converterWith, noConverter } from "./converter.ts";
import type { Converter } from "./converter.ts";
import { embeddedBounds, embeddedEngine } from "./embedded.ts";
import type { Engine } from "./engine.ts";
import { findGotenberg, gotenbergEngine } from "./gotenberg.ts";
import { findSoffice, sofficeEngine } from "./soffice.ts";

export interface OpenOptions {
  /** Folder for results and profiles; removed by whoever made it. */
  readonly scratch: string;
  /** Processes of the embedded engine, each of about 1 GB. */
  readonly processes?: number;
}

/**
 * Opens a converter; to be done when the first Office file comes. Starts no process that stays: the embedded engine
 * comes up with the first file. When the engine cannot be had, one diagnostic says so and nothing is converted;
 * instead of the embedded one, a LibreOffice of the machine is taken without a word (its name is the converter's id).
 * It is taken as well for a single file over which the embedded one crashed.
 */
export async function openConverter(settings: ConverterSettings, options: OpenOptions): Promise<Staged<Converter>> {
  const { engine, pageLimit } = settings;
  if (engine === "none") return { value: noConverter, diagnostics: [] };
  const opened = await openEngine(settings, options);
  if (opened !== null) {
    const findSpare = (): Promise<Engine | null> =>
      engine === "embedded" ? machineEngine(settings, options) : Promise.resolve(null);
    return { value: converterWith(opened, { pageLimit, scratch: options.scratch, findSpare }), diagnostics: [] };
  }
  const facts =
    typeof engine === "string" ? { engine, url: "" } : { engine: "gotenberg" as const, url: engine.gotenberg };
  return { value: noConverter, diagnostics: [diagnostic("no-converter", { file: "" }, facts)] };
}

async function openEngine(settings: ConverterSettings, options: OpenOptions): Promise<Engine | null> {
  const { engine, timeLimit } = settings;
  if (typeof engine !== "string") {
    const version = await findGotenberg(engine.gotenberg);
    return version === null ? null : gotenbergEngine({ url: engine.gotenberg, version, timeLimit });
  }
  const version = engine === "embedded" ? await embeddedVersion() : null;
  if (version !== null) {
    const script = ownScript("engines/libreoffice-child.js");
    const { processes = 1 } = options;
    return embeddedEngine({ id: `libreoffice-wasm ${version}`, script, processes, timeLimit, ...embeddedBounds });
  }
  return machineEngine(settings, options);
}

async function machineEngine({ timeLimit }: ConverterSettings, { scratch }: OpenOptions): Promise<Engine | null> {
  const found = await findSoffice();
  return found === null ? null : sofficeEngine({ ...found, timeLimit, scratch });
}
