/** `report:` of evipack.yaml, with the files that it names. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { decodeText } from "../engines/text.ts";
import type { SourceRef } from "../model/source.ts";
import type { ReportSettings, TextFile } from "../model/workspace.ts";
import type { WorkspaceFile } from "../schema/workspace.ts";
import { readInside } from "./inside.ts";
import { loadReference } from "./reference.ts";

/** Reads templates and reference; what cannot be read is told, and the usual one stands in. `at` gives the place of a key. */
export async function readReportSettings(
  root: string,
  { template, briefing, briefing_template, reference, pdf }: WorkspaceFile["report"],
  at: (key: string) => SourceRef,
): Promise<Staged<ReportSettings>> {
  const found: Diagnostic[] = [];
  const read = async (key: "template" | "briefing_template", file: string | undefined): Promise<TextFile | null> => {
    const kind = key === "template" ? "report" : "briefing";
    return file === undefined ? null : readTemplate(root, { file, kind, at: at(key) }, found);
  };
  const lent = await loadReference(root, reference, at("reference"));
  found.push(...lent.diagnostics);
  const value = {
    template: await read("template", template),
    briefing,
    pdf,
    reference: lent.value,
    briefingTemplate: await read("briefing_template", briefing_template),
  };
  return { value, diagnostics: found };
}

async function readTemplate(
  root: string,
  { file, kind, at }: { readonly file: string; readonly kind: "report" | "briefing"; readonly at: SourceRef },
  found: Diagnostic[],
): Promise<TextFile | null> {
  const read = await readInside(root, file);
  const text = read.ok ? decodeText(read.bytes) : null;
  if (text !== null) return { file, text: text.replace(/^\uFEFF/u, "").replaceAll("\r\n", "\n") };
  if (read.ok) found.push(diagnostic("not-utf8", { file }, {}));
  else if (read.failure === "outside") found.push(diagnostic("path-outside", at, { path: file }));
  else found.push(diagnostic("template-missing", at, { file, cause: read.cause, kind }));
  return null;
}
