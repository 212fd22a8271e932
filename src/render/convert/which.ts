/** Which engine would convert, told without starting it. */
import { embeddedVersion } from "../../engines/libreoffice.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { ConverterSettings } from "../../model/workspace.ts";
import { officeFormat } from "../office-format.ts";
import { findGotenberg } from "./gotenberg.ts";
import { findSoffice } from "./soffice.ts";

/** A text that changes when another engine, or another version of it, would convert `files`; empty when none need one. */
export async function whichEngine(files: readonly Evidence[], { engine }: ConverterSettings): Promise<string> {
  if (engine === "none" || !files.some((file) => officeFormat(file) !== null)) return "";
  if (typeof engine !== "string") return `gotenberg ${(await findGotenberg(engine.gotenberg)) ?? ""}`;
  const embedded = engine === "embedded" ? await embeddedVersion() : null;
  return embedded === null ? `soffice ${(await findSoffice())?.version ?? ""}` : `embedded ${embedded}`;
}
