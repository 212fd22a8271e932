/** `evipack verify`: whether a pack, or what was delivered of it, is what was compiled. */
import path from "node:path";
import { Fatal } from "../diagnostics/diagnostic.ts";
import { printDiagnostics } from "../diagnostics/print/human.ts";
import { diagnosticsOutput, printJsonStopped } from "../diagnostics/print/json.ts";
import { exitCode } from "../diagnostics/severity.ts";
import type { Language } from "../model/map.ts";
import type { VerifyOutput } from "../schema/packs.ts";
import { verify } from "../verify/verify.ts";
import type { Verdict } from "../verify/verify.ts";
import type { World } from "../world.ts";
import { stoppedBy } from "./fatal.ts";
import { guessLanguage, progressLine } from "./options.ts";
import type { CommonOptions, PackFormat } from "./options.ts";
import { packWords } from "./pack-words.ts";

export interface VerifyOptions extends CommonOptions {
  /** The pack, bag or ZIP, as typed. */
  readonly place: string;
  readonly format: PackFormat;
}

/** Exit code 0 when all is sound, 1 when something is not; throws Fatal (2) when there is nothing to judge by. */
export async function runVerify(options: VerifyOptions, world: World): Promise<number> {
  const language = guessLanguage(options, world);
  const { place, format } = options;
  const progress = progressLine(options, world);
  const onFile = (name: string): void => progress(packWords[language].verify.reading(name));
  const verdict = await verify(path.resolve(world.cwd, place), place, { onFile })
    .catch((error: unknown) => {
      // Machines are told on stdout, people on stderr.
      if (error instanceof Fatal && format === "json") {
        world.stdout.write(printJsonStopped(stoppedBy(error.diagnostics), language));
      }
      throw error;
    })
    .finally(() => progress(""));
  const code = exitCode(verdict.diagnostics);
  if (format === "json") world.stdout.write(`${JSON.stringify(toOutput(verdict, place, code, language), null, 2)}\n`);
  else world.stdout.write(`${human(verdict, code, { ...options, language })}\n`);
  return code;
}

function human(verdict: Verdict, code: number, options: VerifyOptions & { readonly language: Language }): string {
  const { language, color, quiet, place } = options;
  const words = packWords[language].verify;
  const { diagnostics, kind, manifest } = verdict;
  const last = words.verdict(diagnostics.length, code);
  if (quiet) return last;
  return [
    ...(diagnostics.length === 0 ? [] : [printDiagnostics(diagnostics, { language, color }), ""]),
    words.head(words.kind[kind], place, manifest.asOf, manifest.tool.version),
    ...words.partial(manifest.sections ?? []),
    words.checked(verdict),
    ...words.unchecked(verdict),
    "",
    last,
  ].join("\n");
}

function toOutput(verdict: Verdict, place: string, code: number, language: Language): VerifyOutput {
  const { kind, manifest, counts, unchecked, diagnostics } = verdict;
  const { files, bytes, pages, links, labels, firstPages } = counts;
  return {
    schema: "evipack/verify@1",
    place,
    kind,
    pack: {
      asOf: manifest.asOf,
      draft: manifest.draft,
      ...(manifest.sections === undefined ? {} : { sections: manifest.sections }),
      map: manifest.map.id,
      tool: manifest.tool.version,
    },
    verdict: { exitCode: code, sound: diagnostics.length === 0, faults: diagnostics.length },
    checked: { files, bytes, pages, links, labels, firstPages },
    unchecked: {
      addresses: counts.outside,
      originals: [...unchecked.originals],
      firstPages: unchecked.firstPages,
    },
    diagnostics: diagnosticsOutput(diagnostics, language),
  };
}
