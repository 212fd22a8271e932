/** Two packs in short, to be compared. */
import { comparePacks } from "../../src/compare/compare.ts";
import type { PackDiff, Side } from "../../src/compare/compare.ts";
import type { ComparedManifest } from "../../src/schema/packs.ts";

export type Entry = ComparedManifest["evidence"][number];

/** An entry as `number=bytes@page`, e.g. `1-01=a@5`; the bytes name the file too, unless `from:` says another one. */
export function entry(said: string): Entry {
  const match = /^(\S+?)=(\w*)(?::(\w+))?@(\d+)(?:-(\d+))?(?:\/(\d))?$/u.exec(said);
  if (match === null) throw new Error(said);
  const [, exhibit = "", bytes = "", source = bytes, first, last = first, volume = "1"] = match;
  return {
    source: `evidence/${source}.pdf`,
    sha256: bytes === "" ? null : bytes,
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
