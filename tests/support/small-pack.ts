/** A small pack, compiled once for a test file, and copies of it to be spoiled. */
import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../cases/run.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { build, plan } from "../cases/workspace.ts";
import type { Files } from "../cases/workspace.ts";
import { pagePdf } from "./handmade-pdf.ts";

const textPdf = (text: string): Buffer => pagePdf(`BT /F1 18 Tf 30 300 Td (${text}) Tj ET`);

/** Two exhibits of one page each that look different, beside those of the base. */
export const printed: Files = {
  [plan]: textPdf("PLAN FOR LEARNING"),
  "evidence/财政局/2-1-1 拨款凭证2017-04-09.pdf": textPdf("VOUCHER OF 2017, 12 000 yuan"),
};

export interface SmallPack {
  /** The workspace; its pack is in `pack/`. */
  readonly root: string;
  /** Copies the pack to a new place. */
  readonly copy: () => string;
}

/** Call it in `beforeAll`, with a folder from `tempFolder()`. */
export async function compileSmall(folder: string, files: Files = printed): Promise<SmallPack> {
  const root = path.join(folder, "workspace");
  build(root, { name: "", about: "", files });
  const ran = await run(["compile"], root);
  if (![0, 1].includes(ran.exitCode)) throw new Error(ran.err);
  let copies = 0;
  return {
    root,
    copy: () => {
      copies += 1;
      const target = path.join(folder, `copy-${String(copies)}`);
      cpSync(path.join(root, "pack"), target, { recursive: true });
      return target;
    },
  };
}

/** Turns one bit of the byte at a place (0 to 1) of a file. */
export function flip(file: string, place: number): void {
  const bytes = readFileSync(file);
  const at = Math.min(bytes.length - 1, Math.floor(place * bytes.length));
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  writeFileSync(file, bytes);
}

/** Writes the manifest of a pack anew for what now lies there: sizes, sums and its own checksum. */
export function reseal(pack: string, change: (manifest: Manifest) => Manifest = (same) => same): void {
  const file = path.join(pack, "manifest.json");
  const manifest = change(JSON.parse(readFileSync(file, "utf8")) as Manifest);
  const outputs = manifest.outputs.map((each) => {
    const bytes = readFileSync(path.join(pack, each.path));
    return { ...each, bytes: bytes.length, sha256: sha256(bytes) };
  });
  const json = `${JSON.stringify({ ...manifest, outputs }, null, 2)}\n`;
  writeFileSync(file, json);
  writeFileSync(path.join(pack, "manifest.sha256"), `${sha256(json)}  manifest.json\n`);
}

const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");
