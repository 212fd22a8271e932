/** One reader of zip files, whether they lie on the disk or in memory. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { entriesOf, isBomb, listZip, readEntry, unpack } from "../../src/engines/zip.ts";
import { sourceOfBytes } from "../../src/world.ts";

const text = "样例 ".repeat(200);
const plain = Buffer.from(
  zipSync({ "目录/a.txt": strToU8(text), "b\\c.txt": [strToU8("bc"), { level: 0 }], "d/": new Uint8Array() }),
);

const sealed = Buffer.from(plain);
for (const mark of ["PK\u0001\u0002", "PK\u0003\u0004"]) {
  const at = sealed.indexOf(Buffer.from(mark, "latin1"));
  const flags = at + (mark === "PK\u0001\u0002" ? 8 : 6);
  sealed.writeUInt16LE(sealed.readUInt16LE(flags) | 1, flags);
}

describe.each([
  ["a zip file", plain],
  ["one behind another program's head", Buffer.concat([Buffer.alloc(3000, "x"), plain])],
  ["one with a comment that looks like its end", withComment("PK\u0005\u0006 no end at all, though it looks like one")],
])("%s", (_, zip) => {
  const source = sourceOfBytes(zip);

  it("has the same entries both ways", async () => {
    const entries = entriesOf(zip) ?? [];
    expect((await listZip(source))?.entries).toEqual(entries);
    expect(entries.map(({ name, folder }) => [name, folder])).toEqual([
      ["目录/a.txt", false],
      ["b/c.txt", false],
      ["d/", true],
    ]);
  });

  it("gives the same bytes both ways, and none beyond the limit", async () => {
    for (const entry of entriesOf(zip) ?? []) {
      expect((await readEntry(source, entry, 5000))?.equals(unpack(zip, entry, 5000))).toBe(true);
      if (entry.folder) continue;
      expect(await readEntry(source, entry, 1)).toBeNull();
      expect(faultOf(() => unpack(zip, entry, 1))).toSatisfy(isBomb);
    }
    const [first] = entriesOf(zip) ?? [];
    expect(first === undefined ? "" : unpack(zip, first, 5000).toString("utf8")).toBe(text);
  });
});

describe("a zip file that is not whole", () => {
  it.each([
    ["cut in its directory", plain.subarray(0, -30)],
    ["without a directory", plain.subarray(0, 60)],
    ["whose directory is longer than it says", patched(12, 1)],
    ["that counts more entries than it has", patched(10, 9)],
  ])("%s has no listing", async (_, zip) => {
    expect([entriesOf(zip), await listZip(sourceOfBytes(zip))]).toEqual([null, null]);
  });

  it("with an encrypted entry does not unpack it", async () => {
    const [entry] = entriesOf(sealed) ?? [];
    if (entry === undefined) throw new Error("no entry");
    expect(entry.encrypted).toBe(true);
    expect(await readEntry(sourceOfBytes(sealed), entry, 5000)).toBeNull();
    expect(isBomb(faultOf(() => unpack(sealed, entry, 5000)))).toBe(false);
  });
});

function withComment(comment: string): Buffer {
  const zip = Buffer.concat([plain, Buffer.from(comment, "latin1")]);
  zip.writeUInt16LE(comment.length, plain.length - 2);
  return zip;
}

/** A number of two bytes in the end record written anew. */
function patched(at: number, value: number): Buffer {
  const zip = Buffer.from(plain);
  zip.writeUInt16LE(value, plain.length - 22 + at);
  return zip;
}

function faultOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}
