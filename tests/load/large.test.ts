/** Files too large to be held: known by their first bytes, and refused where they would have to be opened whole. */
import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { inspectFile } from "../../src/load/inspect.ts";
import { tempFolder } from "../support/folders.ts";
import { mp4 } from "../support/handed-in.ts";

const folder = tempFolder();
/** Just above the limit; a hole in the file, so it costs no room on the disk. */
const size = 512 * 1024 * 1024 + 1;

it.each<[string, Buffer, object]>([
  ["txt", Buffer.from("样例\n".repeat(10_000)), { type: "unreadable", reason: "too-large" }],
  ["doc", Buffer.from("{\\rtf1 sample}"), { type: "unreadable", reason: "too-large", format: "rtf" }],
  ["mp4", mp4(60, 1920, 1080), { type: "readable", kind: "video" }],
])("a .%s of more than 512 MB", { timeout: 60_000 }, async (extension, head, state) => {
  const file = path.join(folder, `sample.${extension}`);
  const handle = openSync(file, "w");
  writeSync(handle, head);
  ftruncateSync(handle, size);
  closeSync(handle);
  const seen = await inspectFile(file, extension, []);
  rmSync(file);
  expect(seen).toMatchObject({ bytes: size, state });
  expect(seen.sha256).toMatch(/^[0-9a-f]{64}$/u);
});
