/** The small engines under the loading: YAML places, text encodings, the order of names. */
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/engines/text.ts";
import { placeIn } from "../../src/model/places.ts";
import { parseYaml } from "../../src/engines/yaml.ts";
import { checkYaml } from "../../src/load/yaml-file.ts";
import { workspaceFile } from "../../src/schema/workspace.ts";
import { isOutside } from "../../src/load/map-source.ts";
import { compareNames } from "../../src/model/order.ts";

describe("YAML", () => {
  it("keeps codes and grades as text", () => {
    expect(parseYaml("code: 1.10\nindicator: 2.0\ngrade: 1\nself: 08\nnumber: 1.10\n").value).toEqual({
      code: "1.10",
      indicator: "2.0",
      grade: "1",
      self: "08",
      number: 1.1,
    });
  });

  it("keeps passwords as they are written, one or many", () => {
    const passwords = (text: string): unknown => parseYaml(`passwords: ${text}\n`).value;
    expect(passwords("007")).toEqual({ passwords: "007" });
    expect(passwords("[0123, 1.10, sample]")).toEqual({ passwords: ["0123", "1.10", "sample"] });
    expect(passwords("\n  - 0123\n  - 1e3")).toEqual({ passwords: ["0123", "1e3"] });
  });

  it.each([
    "title: T\npasswords: [secret\nmap: x\n",
    "passwords:\n  - secret\n   - other: [\n",
    "passwords：secret\nmap: x\n",
    "passwords: { secret: [ }\n",
    "passwords: 'secret\n",
  ])("never shows a password when %j is at fault", (text) => {
    const { value, diagnostics } = checkYaml("evipack.yaml", Buffer.from(text), workspaceFile);
    expect(value).toBeNull();
    expect(JSON.stringify(diagnostics.map(({ facts }) => facts))).not.toMatch(/secret|other/u);
  });

  it("keeps keys that look like numbers as they are written", () => {
    expect(parseYaml("scores:\n  1.10: a\n  2.0: b\n").value).toEqual({ scores: { "1.10": "a", "2.0": "b" } });
  });

  it.each<[string, readonly (string | number)[], boolean, number, number]>([
    ["a: 1\nb:\n  - c: 2\n", [], false, 1, 1],
    ["a: 1\nb:\n  - c: 2\n", ["b"], true, 2, 1],
    ["a: 1\nb:\n  - c: 2\n", ["b", 0, "c"], false, 3, 8],
    ["a: 1\nb:\n  - c: 2\n", ["b", 0, "c"], true, 3, 5],
    ["a: 1\nb:\n  - c: 2\n", ["b", 0, "d"], false, 3, 5],
    ["a: 1\nb:\n  - c: 2\n", ["b", 9], false, 3, 3],
    ["a: 1\r\nb: 2\r\n", ["b"], false, 2, 4],
    ["# 注\na: 1\n", ["a"], true, 2, 1],
    ["", ["a"], false, 1, 1],
  ])("%j at %j (key %s): %i:%i", (text, path, onKey, line, column) => {
    expect(placeIn(parseYaml(text).places, path, onKey)).toEqual({ line, column });
  });

  it.each([
    ["a: 1\na: 2\n", "DUPLICATE_KEY", 2],
    ["a: { b: 1, c: 2,\n  'b': 3 }\n", "DUPLICATE_KEY", 2],
    ["- 1.10: a\n- 1.1: b\n  2: c\n  &x 1.1: d\n", "DUPLICATE_KEY", 4],
    ["a:\n\t- 1\n", "TAB_AS_INDENT", 2],
    ["a: [1, 2\nb: 3\n", "OPEN_BRACKET", 1],
    ["a: *b\n", "UNKNOWN_ALIAS", 1],
    ["a: 1\n---\nb: 2\n", "MULTIPLE_DOCS", 2],
    ["a: 1\nb: {{ title }}\n", "COLLECTION_KEY", 2],
    ["? [x, y]\n: z\n", "COLLECTION_KEY", 1],
    ["a: &a [x]\n*a : y\n", "COLLECTION_KEY", 2],
  ])("%j: %s in line %i", (text, code, line) => {
    expect(parseYaml(text).faults.map((each) => [each.code, each.line])).toContainEqual([code, line]);
  });

  it("a file that blows itself up with aliases is refused, not computed", () => {
    const rows = Array.from({ length: 12 }, (_, index) => {
      const before = index === 0 ? '"x"' : `*a${String(index - 1)}`;
      return `a${String(index)}: &a${String(index)} [${Array(9).fill(before).join(", ")}]`;
    });
    expect(parseYaml(`${rows.join("\n")}\n`).faults).toHaveLength(1);
  });
});

describe("text", () => {
  it.each<[string, readonly number[], string | null]>([
    ["plain", [0x61], "a"],
    ["empty", [], ""],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x61], "a"],
    ["UTF-16 LE with a mark", [0xff, 0xfe, 0x61, 0x00], "a"],
    ["UTF-16 BE with a mark", [0xfe, 0xff, 0x00, 0x61], "a"],
    ["GBK", [0xd1, 0xf9], null],
    ["half a UTF-16 unit", [0xff, 0xfe, 0x61], null],
    ["half a surrogate pair", [0xff, 0xfe, 0x00, 0xd8], null],
  ])("%s", (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(text);
  });
});

describe("the order of names", () => {
  it("is natural, and the same on every machine", () => {
    const names = [
      "b",
      "a10",
      "a2",
      "A",
      "一",
      "a02",
      "a",
      "二",
      "1-10",
      "1-2",
      "a2b",
      "é",
      "e\u0301",
      "10",
      "9",
      "",
      "a 2",
      "99999999999999999999",
      "100000000000000000000",
    ];
    expect(names.toSorted(compareNames)).toEqual([
      "",
      "1-2",
      "1-10",
      "9",
      "10",
      "99999999999999999999",
      "100000000000000000000",
      "A",
      "a",
      "a02",
      "a2",
      "a2b",
      "a10",
      "a 2",
      "b",
      "e\u0301",
      "é",
      "一",
      "二",
    ]);
  });
});

describe("paths", () => {
  it.each([
    ["indicators.yaml", false],
    ["maps/mine.yaml", false],
    ["./maps/../mine.yaml", false],
    ["maps\\mine.yaml", false],
    ["..mine.yaml", false],
    ["a/..b/c.yaml", false],
    ["../mine.yaml", true],
    ["a/../../mine.yaml", true],
    ["..", true],
    ["/etc/mine.yaml", true],
    ["\\\\server\\mine.yaml", true],
    ["C:\\mine.yaml", true],
    ["c:mine.yaml", true],
    ["..\\mine.yaml", true],
  ])("%s is outside: %s", (name, outside) => {
    expect(isOutside(name)).toBe(outside);
  });
});
