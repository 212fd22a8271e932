/** Whose file it is: the department in whose folder it lies. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { homesIn } from "../../src/load/evidence.ts";
import { departmentId } from "../../src/model/ids.ts";
import type { Department } from "../../src/model/workspace.ts";

const departmentAt = (folder: string, index: number): Department => ({
  id: departmentId(`d${String(index)}`),
  name: folder,
  folder,
  hasFolder: true,
  contact: "",
  group: "",
  at: { file: "evipack.yaml" },
});

const segment = fc.constantFrom("财政局", "教育局", "é", "e\u0301", "a", "ab");
const place = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));

/** The rule as it is said: of all departments whose folder holds the path, the deepest; of equals the first. */
function byRule(file: string, departments: readonly Department[]): Department | null {
  const below = (folder: string): boolean => `${file.normalize("NFC")}/`.startsWith(`${folder.normalize("NFC")}/`);
  const depth = ({ folder }: Department): number => folder.split("/").length;
  const [deepest] = departments.filter(({ folder }) => below(folder)).toSorted((a, b) => depth(b) - depth(a));
  return deepest ?? null;
}

test("a file belongs to the deepest folder of a department above it", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), place, (folders, file) => {
      const departments = folders.map(departmentAt);
      const home = homesIn(departments)(file);
      expect(home?.department ?? null).toEqual(byRule(file, departments));
      expect(home?.depth).toBe(home?.department.folder.split("/").length);
    }),
  );
});

test("the start of a folder's name is not the folder", () => {
  const homeOf = homesIn([departmentAt("教育", 0)]);
  expect(homeOf("教育局/1-1 预算.pdf")).toBeNull();
  expect(homeOf("1-1 预算.pdf")).toBeNull();
  expect(homeOf("教育/1-1 预算.pdf")?.depth).toBe(1);
});
