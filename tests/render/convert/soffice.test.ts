/** What LibreOffice of the machine says when it writes nothing: whether the file is to blame. */
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { sofficeEngine } from "../../../src/render/convert/soffice.ts";
import { tempFolder } from "../../support/folders.ts";

const folder = tempFolder();

it.skipIf(process.platform === "win32").each([
  ["Error: source file could not be loaded", "corrupt"],
  ["Error: Please verify input parameters... (SfxBaseModel::impl_store <file:///x.pdf> failed: 0x909)", "crashed"],
  ["Fatal Error: The application cannot be started.", "crashed"],
])("%s", async (words, failure) => {
  const command = path.join(folder, "office.sh");
  writeFileSync(command, `#!/bin/sh\necho '${words}' >&2\n`);
  chmodSync(command, 0o755);
  const engine = sofficeEngine({ command, version: "0", timeLimit: 30, scratch: folder });
  const [input, output] = [path.join(folder, "in.odt"), path.join(folder, "out.pdf")];
  writeFileSync(input, "sample");
  expect(await engine.toPdf({ input, output, format: "odt", lastPage: null, clock: 0 })).toBe(failure);
  await engine.close();
});
