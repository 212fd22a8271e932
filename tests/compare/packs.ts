/** Two packs in short, to be compared. */
import { comparePacks } from "../../src/compare/compare.ts";
import type { PackDiff, Side } from "../../src/compare/compare.ts";
import type { ComparedCheck, ComparedManifest } from "../../src/schema/packs.ts";

export type Entry = ComparedManifest["evidence"][number];

/** An entry as `number=bytes@page`, e.g. `1-01=a@5`; the bytes name the file too, unless `bytes:name` says another one. */
export function entry(said: string): Entry {
  const match = /^(\S+?)=(\w*)(?::(\w+))?@(\d+)(?:-(\d+))?(?:\/(\d))?$/u.exec(said);
  if (match === null) throw new Error(said);
  const [, exhibit = "", bytes = "", source = bytes, first, last = first, volume = "1"] = match;
  return {
    source: `evidence/${source}.pdf`,
    sha256: bytes === "" ? null : bytes,
    department: "education",
    title: `材料${source}`,
    docNumber: "",
    formed: "2019",
    locator: null,
    state: "included",
    exhibit,
    volume: Number(volume),
    pages: [Number(first), Number(last)],
  };
}

export const pack = (name: string, entries: readonly string[], facts: Partial<Side & ComparedManifest> = {}): Side => ({
  name,
  manifest: {
    schema: "evipack/manifest@1",
    asOf: "2019-10-31",
    draft: false,
    map: { id: "sample", status: "sample", sha256: "m" },
    outputs: [],
    ...facts,
    evidence: entries.map(entry),
  },
  check: facts.check ?? null,
});

export const diff = (a: readonly string[], b: readonly string[]): PackDiff => comparePacks(pack("a", a), pack("b", b));

export const counts = (covered: number) => ({ applicable: 4, covered, byStatus: {} });
const none = { share: null, points: null, verdict: null, shortfalls: [] };
/** A check in which so much is covered, with one self score. */
export const check = (covered: number, self: number, status: "missing" | "covered"): ComparedCheck => ({
  schema: "evipack/check@1",
  title: "样例",
  verdict: { exitCode: 0, complete: true, errors: 0, warnings: 0, ...counts(covered) },
  sections: [
    { code: "1", title: "基本条件", ...counts(covered) },
    { code: "2", title: "保障措施", ...counts(1) },
  ],
  departments: [{ id: null, name: null, files: 1, ...counts(covered) }],
  nodes: [
    {
      code: "2-1",
      title: "经费",
      level: "leaf",
      coverage: none,
      score: { ...none, points: { self, max: 10 }, verdict: "partly" },
    },
  ],
  requirements: [{ id: "1-1/plan", title: "规划", status }],
  band: self > 8 ? "优秀" : "良好",
});
