/** Encrypted Office files: sealed here by the book, opened by the right password only. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { identifyOle, readOle } from "../../src/engines/ole.ts";
import { openOffice } from "../../src/engines/sealed/open.ts";
import { rc4, rc4Blocks } from "../../src/engines/sealed/rc4.ts";
import { noise } from "../cases/bytes.ts";
import { root } from "../support/folders.ts";
import { ole, zip } from "../support/handed-in.ts";
import { apiKeys, plainKeys, sealAgile, sealStandard, u32 } from "../support/seal.ts";
import type { OldKeys } from "../support/seal.ts";

const secret = "样例-1";
const inner = zip({ "word/document.xml": noise(9000).toString("hex") });

/** With the wrong passwords, then with the right one among them. */
const tries = (sealed: Buffer): (Buffer | null)[] => [
  openOffice(sealed, []),
  openOffice(sealed, ["wrong", ""]),
  openOffice(sealed, ["wrong", secret]),
];

it("RC4 gives what its published test vectors say", () => {
  const made = rc4(Buffer.from("Key"), Buffer.from("Plaintext"));
  expect(made.toString("hex")).toBe("bbf316e8d940af0ad3");
});

describe("an encrypted package", () => {
  it.each([
    ["agile", sealAgile(inner, secret)],
    ["standard", sealStandard(inner, secret)],
  ])("%s is opened by its password, whatever its length", (_, sealed) => {
    expect(tries(sealed)).toEqual([null, null, inner]);
  });

  it.each([
    ["agile", sealAgile(inner, "VelvetSweatshop")],
    ["standard", sealStandard(inner, "VelvetSweatshop")],
  ])("%s that Excel sealed by itself needs none", (_, sealed) => {
    expect(openOffice(sealed, [])).toEqual(inner);
  });

  it.each<[string, Buffer]>([
    ["more rounds than anybody waits for", sealAgile(inner, secret, 99_999_999)],
    ["noise", ole({ EncryptionInfo: noise(500), EncryptedPackage: noise(500) })],
    ["nothing", ole({ EncryptionInfo: Buffer.alloc(4), EncryptedPackage: Buffer.alloc(4) })],
  ])("stays shut: %s", (_, sealed) => {
    expect(tries(sealed)).toEqual([null, null, null]);
  });
});

const keys: [string, OldKeys][] = [
  ["RC4 of Office 97", plainKeys(secret, rc4)],
  ["CryptoAPI, 40 bits", apiKeys(secret, 40, rc4)],
  ["CryptoAPI, 128 bits", apiKeys(secret, 128, rc4)],
];

/** Streams of what was opened, by their names in lower case. */
function streams(opened: Buffer | null, ...names: readonly string[]): (Buffer | null)[] {
  const file = opened === null ? null : readOle(opened);
  return names.map((name) => file?.read(name) ?? null);
}

describe.each(keys)("%s", (_, { keyOf, header }) => {
  it("DOC: text, table and data are opened, everything else stays", () => {
    const [main, data, other] = [noise(5000), noise(4500), noise(4200)];
    main.writeUInt16LE(0x0300, 10);
    const sealedMain = rc4Blocks(keyOf, main, 512);
    main.copy(sealedMain, 0, 0, 68);
    const sealed = ole({
      WordDocument: sealedMain,
      "1Table": Buffer.concat([header, rc4Blocks(keyOf, noise(6000), 512).subarray(header.length)]),
      Data: rc4Blocks(keyOf, data, 512),
      Macros: other,
    });
    const [none, wrong, opened = null] = tries(sealed);
    expect([none, wrong]).toEqual([null, null]);
    const found = streams(opened, "worddocument", "1table", "data", "macros");
    expect(found[0]?.subarray(68)).toEqual(main.subarray(68));
    expect(found[1]?.subarray(header.length)).toEqual(noise(6000).subarray(header.length));
    expect(found.slice(2)).toEqual([data, other]);
    expect(identifyOle(opened ?? Buffer.alloc(0), "doc", true)).toEqual({ format: "doc", failure: null });
  });

  it("XLS: records are opened, their heads stay", () => {
    const record = (type: number, data: Buffer): Buffer => {
      const head = u32(0);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(data.length, 2);
      return Buffer.concat([head, data]);
    };
    const begin = record(0x0809, noise(16));
    const pass = record(0x2f, Buffer.concat([Buffer.from([1, 0]), header]));
    const [sheet, cells] = [record(0x85, noise(30)), record(0x204, noise(4800))];
    const plain = Buffer.concat([begin, pass, sheet, cells]);
    const sealedBook = rc4Blocks(keyOf, plain, 1024);
    const at = begin.length + pass.length;
    plain.copy(sealedBook, 0, 0, at + 8);
    plain.copy(sealedBook, at + sheet.length, at + sheet.length, at + sheet.length + 4);
    const [none, wrong, opened = null] = tries(ole({ Workbook: sealedBook, Sample: noise(4100) }));
    expect([none, wrong]).toEqual([null, null]);
    const [book, sample] = streams(opened, "workbook", "sample");
    expect(book?.subarray(at)).toEqual(plain.subarray(at));
    expect(sample).toEqual(noise(4100));
    expect(identifyOle(opened ?? Buffer.alloc(0), "xls", true)).toEqual({ format: "xls", failure: null });
  });
});

describe("PPT", () => {
  const { keyOf, header } = apiKeys(secret, 128, rc4);
  const object = (length: number): Buffer => Buffer.concat([u32(0x03e8000f, length), noise(length)]);
  const objects = [object(3000), object(2000)];
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = objects;
  const session = Buffer.concat([u32(0x2f14000f, header.length), header]);
  const [secondAt, sessionAt] = [first.length, first.length + second.length];
  const directoryAt = sessionAt + session.length;
  const directory = Buffer.concat([u32(0x17720000, 16), u32(0x00300001, 0, secondAt, sessionAt)]);
  const editAt = directoryAt + directory.length;
  const edit = u32(0x0ff50000, 0x20, 0, 0x03000000, 0, directoryAt, 1, 3, 0, 3);
  const tail = Buffer.concat([session, directory, edit]);
  const user = Buffer.concat([u32(0x0ff60000, 0x20, 0x14, 0xf3d1c4df, editAt), Buffer.alloc(24)]);
  // A PNG in the stream of pictures: head, identifier, tag and bytes are sealed each for itself.
  const picture = [Buffer.concat([u32(0xf01e6e00, 17 + 4100)]), noise(16), Buffer.from([0xff]), noise(4100)];
  const withPictures = (pictures: Buffer): Buffer =>
    ole({
      "Current User": user,
      "PowerPoint Document": Buffer.concat([rc4(keyOf(1), first), rc4(keyOf(2), second), tail]),
      Pictures: pictures,
      EncryptedSummary: noise(4100),
    });
  const pictures = Buffer.concat(picture.map((part) => rc4(keyOf(0), part)));
  // The entry of a store says how long a name behind it is; here it ends before that.
  const entry = rc4(keyOf(0), u32(0xf0070002, 900));

  it("objects and pictures are opened", () => {
    const [none, wrong, opened = null] = tries(withPictures(pictures));
    expect([none, wrong]).toEqual([null, null]);
    const [main, shown, summary] = streams(opened, "powerpoint document", "pictures", "encryptedsummary");
    expect(main?.subarray(0, sessionAt)).toEqual(Buffer.concat(objects));
    expect(shown).toEqual(Buffer.concat(picture));
    expect(summary).toBeNull();
    expect(identifyOle(opened ?? Buffer.alloc(0), "ppt", true)).toEqual({ format: "ppt", failure: null });
  });

  it.each([
    ["in a picture", pictures.subarray(0, 4109)],
    ["in an entry of the store", Buffer.concat([pictures, entry])],
  ])("a stream of pictures that breaks off %s does not keep it shut", (_, broken) => {
    const [main, shown] = streams(openOffice(withPictures(broken), [secret]), "powerpoint document", "pictures");
    expect(main?.subarray(0, sessionAt)).toEqual(Buffer.concat(objects));
    expect(shown?.subarray(0, 4109)).toEqual(Buffer.concat(picture).subarray(0, 4109));
  });
});

it("what is not encrypted is handed back as it is", () => {
  const plain = ole({ WordDocument: Buffer.alloc(4096) });
  expect([openOffice(plain, [secret]) === plain, openOffice(inner, [secret]) === inner]).toEqual([true, true]);
});

/** Never part of the project; EVIPACK_CORPUS says where it lies when that is not beside the project. */
const corpus = path.join(process.env["EVIPACK_CORPUS"] ?? path.join(root, "..", "shared", "corpus"), "office");

describe("files that Office encrypted", () => {
  const known = [
    ["35897-type4.xls", "freedom"],
    ["password.xls", "password"],
    ["password_tika_binaryrc4.doc", "tika"],
    ["Password_Protected-56-hello.ppt", "hello"],
    ["Password_Protected-np-hello.ppt", "hello"],
    ["bug53475-password-is-pass.docx", "pass"],
    ["bug53475-password-is-solrcell.docx", "solrcell"],
    ["extenxls_pwd123.xlsx", "pwd123"],
  ] as const;
  for (const [name, password] of known) {
    const at = path.join(corpus, name);
    const there = existsSync(at);
    it.skipIf(!there)(`${name}${there ? "" : " (skipped: not at hand)"}`, () => {
      const file = readFileSync(at);
      expect(openOffice(file, ["wrong"])).toBeNull();
      const opened = openOffice(file, [password]);
      expect(opened).not.toBeNull();
      expect(openOffice(opened ?? file, [])).toBe(opened);
    });
  }
});
