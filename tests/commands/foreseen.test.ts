/** `compile` says at its end what `package` would refuse, while there is time to mend it. */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { foresee } from "../../src/deliver/foresee.ts";
import type { DeliveryLimits, VolumeSettings } from "../../src/model/workspace.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall } from "../support/small-pack.ts";

const folder = tempFolder();
let root: string;
beforeAll(async () => {
  ({ root } = await compileSmall(folder));
});

const compiled = async (settings: string, ...argv: readonly string[]): Promise<string> => {
  writeFileSync(path.join(root, "evipack.yaml"), `${config}${settings}`);
  return (await run(["compile", ...argv], root)).out;
};

it("files that are too large, in the pack that stands too, without making it again", async () => {
  const out = await compiled("package: { max_file_mb: 0.05 }\n");
  expect(out).toContain("没有变化");
  expect(out).toMatch(
    /\n注意：照 evipack\.yaml 的 package，这一包还打不成交付包：超过大小上限的 \d+ 个（自评报告\.pdf [\d.]+ MB、.*）。逐个怎么办，evipack package 会说。\n\n结论：/u,
  );
  expect(await compiled("package: { max_file_mb: 100 }\n")).not.toContain("打不成交付包");
  expect(await compiled("package: { max_file_mb: 0.05 }\n", "-q")).not.toContain("打不成交付包");
});

it("types of outputs and of originals, but not of what is left out", async () => {
  const said = await compiled("package: { allowed_types: [pdf, html, js, css, png] }\n");
  expect(said).toContain("类型不收的 11 个（自评报告.docx、支撑材料汇编.docx、支撑材料目录.xlsx 等）");
  const less = await compiled(
    "package: { allowed_types: [pdf, png], leave_out: [docx, xlsx, site] }\n",
    "--lang",
    "en",
  );
  expect(less).toContain("7 files of a type that is not taken (evidence/教育局/");
  const settings = "package: { allowed_types: [pdf], leave_out: [docx, xlsx, check, site, originals] }\n";
  expect(await compiled(settings)).not.toContain("打不成交付包");
  expect((await run(["package"], root)).exitCode).toBe(0);
  expect(existsSync(path.join(root, "delivery/data/pack/支撑材料汇编.pdf"))).toBe(true);
});

it("a volume that is too large, with the limit by which it would fit", () => {
  const mega = 1024 * 1024;
  const output = (name: string, megabytes: number): Manifest["outputs"][number] => ({
    role: "appendix",
    format: "pdf",
    path: name,
    bytes: megabytes * mega,
    sha256: "",
    pages: 1,
    volume: 1,
    numberedFrom: 1,
  });
  const manifest = { outputs: [output("汇编.pdf", 60)], evidence: [] } as unknown as Manifest;
  const limits = (maxFileMb: number | null): DeliveryLimits => ({
    maxFileMb,
    allowedTypes: null,
    asciiNames: false,
    leaveOut: [],
  });
  const volumes = (maxMb: number | null): VolumeSettings => ({
    by: "one",
    maxPages: null,
    maxBytes: maxMb === null ? null : maxMb * mega,
    numbering: "volume",
  });
  const told = (maxFileMb: number | null, maxMb: number | null): readonly unknown[] => {
    const { found, maxMb: split } = foresee(manifest, limits(maxFileMb), volumes(maxMb));
    return [found.length, split];
  };
  expect(told(null, null)).toEqual([0, null]);
  expect(told(100, null)).toEqual([0, null]);
  expect(told(50, null)).toEqual([1, 45]);
  expect(told(50, 80)).toEqual([1, 45]);
  // One exhibit that is as large by itself: no limit helps.
  expect(told(50, 45)).toEqual([1, null]);
  expect(told(3, null)).toEqual([1, null]);
});
