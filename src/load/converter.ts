/** Which converter is used: `EVIPACK_CONVERTER`, else evipack.yaml, else the embedded one. */
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import type { SourceRef } from "../model/source.ts";
import type { ConverterSettings } from "../model/workspace.ts";
import type { ConverterFile } from "../schema/workspace.ts";
import type { World } from "../world.ts";

const converterVariable = "EVIPACK_CONVERTER";

const words = ["embedded", "soffice", "none"] as const;

const usual = { time_limit: 30, sheet_pages: 100 } as const;

type Choice = ConverterSettings["engine"] | { readonly fault: Diagnostic };

/**
 * The converter that the environment names, which wins over evipack.yaml; null when it names none. Throws Fatal when
 * it names none that there is: whoever converts nothing need not ask.
 */
export function converterOfEnvironment(env: World["env"]): ConverterSettings["engine"] | null {
  const named = env[converterVariable]?.trim() ?? "";
  if (named === "") return null;
  const engine = words.find((each) => each === named) ?? gotenberg(named);
  if (engine !== null) return engine;
  const expected = [...words, "http://…"].join(", ");
  throw new Fatal([diagnostic("bad-option", { file: "" }, { option: converterVariable, value: named, expected })]);
}

/**
 * The settings that follow from `converter:` in evipack.yaml (`at` is its place). Where it is wrong it is told, and
 * the embedded converter stands in.
 */
export function converterSettings(file: ConverterFile | undefined, at: SourceRef): Staged<ConverterSettings> {
  const asked: Exclude<ConverterFile, string> =
    typeof file === "object" ? file : { engine: file ?? "embedded", ...usual };
  const choice = choiceOfFile(asked, at);
  const [engine, diagnostics] =
    typeof choice === "object" && "fault" in choice ? ["embedded" as const, [choice.fault]] : [choice, []];
  return { value: { engine, timeLimit: asked.time_limit, pageLimit: asked.sheet_pages }, diagnostics };
}

function choiceOfFile({ engine, url }: Exclude<ConverterFile, string>, at: SourceRef): Choice {
  if (engine !== undefined && engine !== "gotenberg") return engine;
  if (url === undefined) {
    return engine === undefined ? "embedded" : { fault: diagnostic("missing-key", at, { key: "url" }) };
  }
  return gotenberg(url) ?? { fault: diagnostic("bad-form", at, { key: "url", got: url, expected: "url" }) };
}

/** A server at a web address, without a slash at its end; null when it is none. */
function gotenberg(text: string): { readonly gotenberg: string } | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? { gotenberg: href.replace(/\/+$/u, "") } : null;
}
