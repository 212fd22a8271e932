/** Volumes above the limit, by what was written. */
import { expect, it } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { mega } from "../../src/model/megabytes.ts";
import type { VolumeSettings } from "../../src/model/workspace.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { tooLargeVolumes } from "../../src/write/too-large.ts";

const volume = (number: number, bytes: number, format = "pdf"): object => ({
  role: "appendix",
  format,
  volume: number,
  bytes,
});

const entry = (exhibit: string | null, number: number | null): object => ({ exhibit, volume: number });

// No more of a manifest than is looked at.
const manifest = {
  outputs: [volume(1, 3 * mega), volume(2, 3 * mega + 1), volume(2, 9 * mega, "docx"), volume(3, 5 * mega)],
  evidence: [entry("1-1-01", 1), entry(null, null), entry("1-2-01", 2), entry("1-2-02", 2), entry("2-1-01", 3)],
} as unknown as Manifest;

const limit = (maxBytes: number | null): VolumeSettings => ({
  by: "one",
  maxPages: null,
  maxBytes,
  numbering: "volume",
});

it("is told by the first exhibit, with the size as it is", () => {
  expect(tooLargeVolumes(manifest, limit(3 * mega), []).map(({ facts }) => facts)).toEqual([
    { exhibit: "1-2-01", what: "volume", value: 3.1, limit: 3 },
    { exhibit: "2-1-01", what: "volume", value: 5, limit: 3 },
  ]);
});

it("is not told where an exhibit of it is too large by its own files, nor without a limit", () => {
  const facts = { exhibit: "1-2-02", what: "files", value: 3.1, limit: 3 } as const;
  const told = [diagnostic("volume-too-large", { file: "evipack.yaml" }, facts)];
  expect(tooLargeVolumes(manifest, limit(3 * mega), told)).toMatchObject([{ facts: { exhibit: "2-1-01" } }]);
  expect(tooLargeVolumes(manifest, limit(null), [])).toEqual([]);
});
