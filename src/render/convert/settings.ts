/** Which converter is used: `EVIPACK_CONVERTER`, else evipack.yaml, else the embedded one. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Staged } from "../../diagnostics/diagnostic.ts";
import type { SourceRef } from "../../model/source.ts";
import type { ConverterFile } from "../../schema/workspace.ts";

export const converterVariable = "EVIPACK_CONVERTER";

export interface ConverterSettings {
  readonly engine: "embedded" | "soffice" | "none" | { readonly gotenberg: string };
  /** Seconds for one file. */
  readonly timeLimit: number;
  /** The most pages of one sheet or plain text. */
  readonly pageLimit: number;
}

const words = ["embedded", "soffice", "none"] as const;

/**
 * The settings that follow from `converter:` in evipack.yaml (`at` is its place) and from the variable, which wins.
 * Where one of them is wrong it is told, and the embedded converter stands in.
 */
export function converterSettings(
  file: ConverterFile | undefined,
  variable: string | undefined,
  at: SourceRef,
): Staged<ConverterSettings> {
  const asked = typeof file === "string" ? { engine: file } : (file ?? {});
  const limits = {
    timeLimit: ("time_limit" in asked ? asked.time_limit : undefined) ?? 30,
    pageLimit: ("sheet_pages" in asked ? asked.sheet_pages : undefined) ?? 100,
  };
  const staged = (engine: ConverterSettings["engine"]): Staged<ConverterSettings> => ({
    value: { engine, ...limits },
    diagnostics: [],
  });
  const name = variable?.trim() ?? "";
  if (name !== "") {
    const engine = words.find((each) => each === name) ?? address(name);
    if (engine !== null) return staged(typeof engine === "string" ? engine : { gotenberg: engine.href });
    const expected = [...words, "http://…"].join(", ");
    const fault = diagnostic("bad-option", { file: "" }, { option: converterVariable, value: name, expected });
    return { ...staged("embedded"), diagnostics: [fault] };
  }
  const url = "url" in asked ? asked.url : undefined;
  const { engine = url === undefined ? "embedded" : "gotenberg" } = asked;
  if (engine !== "gotenberg") return staged(engine);
  if (url === undefined) {
    return { ...staged("embedded"), diagnostics: [diagnostic("missing-key", at, { key: "url" })] };
  }
  const server = address(url);
  if (server !== null) return staged({ gotenberg: server.href });
  const facts = { key: "url", got: url, expected: "url" };
  return { ...staged("embedded"), diagnostics: [diagnostic("bad-form", at, facts)] };
}

/** A web address, without a slash at its end; null when it is none. */
function address(text: string): { readonly href: string } | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? { href: href.replace(/\/+$/u, "") } : null;
}
