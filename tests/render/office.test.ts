/** Encrypted Office files on their way to a converter that keeps what it is given. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { FileState } from "../../src/model/evidence.ts";
import { sourcePath } from "../../src/model/ids.ts";
import type { Converter, ConvertJob } from "../../src/render/convert/converter.ts";
import { renderOffice } from "../../src/render/office.ts";
import type { Outcome } from "../../src/render/outcome.ts";
import { sha256 } from "../../src/world.ts";
import { tinyPdf } from "../cases/bytes.ts";
import { tempFolder } from "../support/folders.ts";
import { zip } from "../support/handed-in.ts";
import { sealAgile } from "../support/seal.ts";

const root = tempFolder();
const plain = zip({ "word/document.xml": "<样例/>" });
const sealed = sealAgile(plain, "样例-1");
writeFileSync(path.join(root, "a.docx"), sealed);
writeFileSync(path.join(root, "b.docx"), plain);

const sound: FileState = { type: "readable", kind: "word", format: "docx", pages: null };

interface Asked extends ConvertJob {
  readonly bytes: Buffer;
}

async function rendered(
  name: string,
  bytes: Buffer,
  passwords: readonly string[],
  { state = sound, repaired = false }: { readonly state?: FileState; readonly repaired?: boolean } = {},
): Promise<[Outcome, Asked[]]> {
  const asked: Asked[] = [];
  const converter: Converter = {
    id: "sample 1",
    options: "",
    convert: (job) => {
      asked.push({ ...job, bytes: readFileSync(job.file) });
      const file = path.join(root, "made.pdf");
      writeFileSync(file, tinyPdf("sample"));
      return Promise.resolve({ ok: true, file, pages: 1, cut: false, repaired, converter: "sample 2" });
    },
    close: () => Promise.resolve(),
  };
  const file = { path: sourcePath(name), sha256: sha256(bytes), state };
  const job = { root, converter, prepared: path.join(root, "0"), passwords };
  return [await renderOffice(file, "docx", job), asked];
}

it("an encrypted file is converted as what it holds, under the hash of that", async () => {
  const [outcome, asked] = await rendered("a.docx", sealed, ["wrong", "样例-1"]);
  expect(asked).toMatchObject([{ bytes: plain, sha256: sha256(plain), format: "docx" }]);
  expect(existsSync(asked[0]?.file ?? "")).toBe(false);
  expect(outcome).toMatchObject({ rendered: { placeholder: null, converter: "sample 2" }, remarks: [] });
});

it("without its password it is not converted", async () => {
  for (const passwords of [[], ["wrong"]]) {
    const [outcome, asked] = await rendered("a.docx", sealed, passwords);
    expect([outcome.rendered.placeholder, asked]).toEqual(["encrypted", []]);
  }
});

it("a file without a password is converted where it lies", async () => {
  const [, asked] = await rendered("b.docx", plain, ["wrong"]);
  expect(asked).toMatchObject([{ file: path.join(root, "b.docx"), sha256: sha256(plain) }]);
});

it("what could be read of a damaged file is told once, by the check where that knows of it", async () => {
  const broken: FileState = { type: "unreadable", reason: "corrupt", format: "docx" };
  const [found] = await rendered("b.docx", plain, [], { repaired: true });
  const [known] = await rendered("b.docx", plain, [], { repaired: true, state: broken });
  expect(found.remarks.map(({ code }) => code)).toEqual(["salvaged-document"]);
  expect(known).toMatchObject({ rendered: { placeholder: null }, remarks: [] });
});
