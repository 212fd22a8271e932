/** findings.yaml → rounds of assessment with their findings. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import type { Finding, Round } from "../../model/findings.ts";
import { indicatorCode } from "../../model/ids.ts";
import type { IndicatorCode } from "../../model/ids.ts";
import { nodesOf } from "../../model/map.ts";
import type { IndicatorMap } from "../../model/map.ts";
import type { SourceRef } from "../../model/source.ts";
import type { FindingFile, FindingsFile } from "../../schema/findings.ts";
import type { Path } from "../../model/places.ts";
import type { Reader } from "./known.ts";

export function readRounds(file: FindingsFile, map: IndicatorMap, reader: Reader): Round[] {
  const codes = new Set<string>(nodesOf(map).map((each) => each.code));
  return Object.entries(file).map(([id, round]): Round => {
    const first = new Map<string, SourceRef>();
    return {
      id,
      title: round.title,
      date: round.date ?? null,
      by: round.by ?? "",
      findings: round.findings.map((finding, index) => {
        const path = [id, "findings", index];
        tellTwice(finding.id, reader.at([...path, "id"]), first, reader);
        return readFinding(finding, path, codes, reader);
      }),
      at: reader.at([id], true),
    };
  });
}

function tellTwice(id: string, at: SourceRef, first: Map<string, SourceRef>, reader: Reader): void {
  const earlier = first.get(id);
  if (earlier === undefined) first.set(id, at);
  else reader.found.push(diagnostic("duplicate-finding", at, { id, first: earlier }));
}

const readFinding = (file: FindingFile, path: Path, codes: ReadonlySet<string>, reader: Reader): Finding => ({
  id: file.id,
  indicators: readCodes(file.indicator, [...path, "indicator"], codes, reader),
  exhibits: reader.items(file.exhibit, [...path, "exhibit"]),
  text: file.text,
  severity: file.severity ?? null,
  owner: reader.department(file.owner, [...path, "owner"]),
  due: file.due ?? null,
  state: file.state,
  answer: file.answer ?? "",
  proof: reader.items(file.proof, [...path, "proof"]),
  at: reader.at(path),
});

const readCodes = (
  file: FindingFile["indicator"],
  path: Path,
  codes: ReadonlySet<string>,
  reader: Reader,
): IndicatorCode[] =>
  [file ?? []].flat().map((code, index) => {
    if (!codes.has(code)) {
      const at = reader.at(typeof file === "object" ? [...path, index] : path);
      reader.found.push(diagnostic("unknown-indicator", at, { code, nearest: nearest(code, codes) }));
    }
    return indicatorCode(code);
  });
