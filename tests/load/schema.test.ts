/** From zod's issues to facts: path, on the key or on the value, what is wrong. */
import { describe, expect, it } from "vitest";
import { indicatorMap } from "../../src/schema/map.ts";
import { factsFile, workspaceFile } from "../../src/schema/workspace.ts";
import { parseWith } from "../../src/schema/z.ts";
import type { SchemaIssue, z } from "../../src/schema/z.ts";

const issuesOf = (schema: z.ZodType, value: unknown): readonly SchemaIssue[] => {
  const parsed = parseWith(schema, value);
  return parsed.ok ? [] : parsed.issues;
};

const config = { title: "样例", applicant: "样例区", map: "m" };
const map = {
  id: "m",
  title: "样例",
  status: "sample",
  language: "zh-CN",
  sections: [{ code: "1", title: "部分", indicators: [{ code: "1-1", title: "指标" }] }],
};
/** The map with one leaf that has these fields. */
const leaf = (fields: object): unknown => ({
  ...map,
  sections: [{ code: "1", title: "部分", indicators: [{ code: "1-1", title: "指标", ...fields }] }],
});
const inLeaf = ["sections", 0, "indicators", 0];

describe("evipack.yaml", () => {
  it.each<[object, readonly (string | number)[], boolean, object]>([
    [{ titel: 1 }, ["titel"], true, { problem: "unknown-key", key: "titel" }],
    [{ title: undefined }, [], true, { problem: "missing-key", key: "title" }],
    [{ title: 5 }, ["title"], false, { problem: "type", expected: "string", got: "number" }],
    [{ title: null }, ["title"], false, { problem: "type", expected: "string", got: "null" }],
    [{ title: "  " }, ["title"], false, { problem: "size", bound: "min", limit: "1" }],
    [{ as_of: "2019-2-3" }, ["as_of"], false, { problem: "pattern", expected: "date", got: "2019-2-3" }],
    [{ as_of: "2019-02-29" }, ["as_of"], false, { problem: "pattern", expected: "date" }],
    [{ window: { from: "2019-01-02", to: "2019-01-01" } }, ["window"], false, { problem: "period" }],
    [{ window: { from: "2019-01-02" } }, ["window"], true, { problem: "missing-key", key: "to" }],
    [{ window: "2019" }, ["window"], false, { problem: "type", expected: "object", got: "string" }],
    [{ departments: [] }, ["departments"], false, { problem: "type", expected: "record", got: "array" }],
    [
      { departments: { "1a": { name: "x" } } },
      ["departments", "1a"],
      true,
      { problem: "pattern", expected: "name", got: "1a" },
    ],
    [{ departments: { a: {} } }, ["departments", "a"], true, { problem: "missing-key", key: "name" }],
    [
      { departments: { a: { name: "x", folders: "y" } } },
      ["departments", "a", "folders"],
      true,
      { problem: "unknown-key", known: ["name", "folder", "contact", "group"] },
    ],
    [{ scores: { "1-1": { self: true } } }, ["scores", "1-1", "self"], false, { problem: "type" }],
    [
      { scores: { "1-1": { self: 1, why: "x" } } },
      ["scores", "1-1", "why"],
      true,
      { problem: "unknown-key", known: ["self", "reason", "pre", "panel"] },
    ],
    [{ waivers: [{ reason: "x" }] }, ["waivers", 0], true, { problem: "missing-key", key: "indicator" }],
    [
      { waivers: [{ indicator: "1", reason: "x", not_applicable: "yes" }] },
      ["waivers", 0, "not_applicable"],
      false,
      { problem: "type", expected: "boolean", got: "string" },
    ],
  ])("%j", (change, path, onKey, fault) => {
    const [first, ...others] = issuesOf(workspaceFile, { ...config, ...change });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ path, onKey, fault });
  });
});

describe("the map", () => {
  it.each<[object, readonly (string | number)[], boolean, object]>([
    [{ titel: "x" }, ["titel"], true, { problem: "unknown-key", key: "titel" }],
    [{ data: "oficial" }, ["data"], false, { problem: "choice", got: "oficial" }],
    [{ data: ["survey", "oficial"] }, ["data", 1], false, { problem: "choice", got: "oficial" }],
    [{ scoring: { type: "gates" } }, ["scoring", "type"], false, { problem: "choice", got: "gates" }],
    [{ scoring: {} }, ["scoring"], true, { problem: "missing-key", key: "type" }],
    [{ scoring: { type: "points" } }, ["scoring"], true, { problem: "missing-key", key: "max" }],
    [{ scoring: { type: "points", max: 0 } }, ["scoring", "max"], false, { problem: "size", bound: "min", limit: "0" }],
    [
      { scoring: { type: "points", max: 5, steps: 1 } },
      ["scoring", "steps"],
      true,
      { problem: "unknown-key", known: ["type", "max", "step", "method"] },
    ],
    [{ scoring: { type: "ordinal", max: 2.5 } }, ["scoring", "max"], false, { problem: "type", expected: "int" }],
    [
      { scoring: { type: "grade", ladder: [{ grade: "A", criterion: "x" }] } },
      ["scoring", "ladder"],
      false,
      { problem: "size", bound: "min", limit: "2" },
    ],
    [{ scoring: { type: "threshold", value: "a", between: [1] } }, ["scoring", "between"], false, {}],
    [{ requires: [{ key: "a b", title: "x" }] }, ["requires", 0, "key"], false, { problem: "pattern", got: "a b" }],
    [
      { requires: [{ key: "a", title: "x", kind: "paper" }] },
      ["requires", 0, "kind"],
      false,
      { problem: "choice", got: "paper" },
    ],
    [
      { requires: [{ key: "a", title: "x", min: 0 }] },
      ["requires", 0, "min"],
      false,
      { problem: "size", bound: "min" },
    ],
    [
      { requires: [{ key: "a", title: "x", each: "month" }] },
      ["requires", 0, "each"],
      false,
      { problem: "choice", got: "month" },
    ],
    [
      { indicators: [{ code: "1-1-1", title: "x", colour: 1 }] },
      ["indicators", 0, "colour"],
      true,
      { problem: "unknown-key", key: "colour" },
    ],
  ])("%j", (change, path, onKey, fault) => {
    const [first, ...others] = issuesOf(indicatorMap, leaf(change));
    expect(others).toEqual([]);
    expect(first).toMatchObject({ path: [...inLeaf, ...path], onKey, fault });
  });

  it("an unknown key is told with the keys that stand there", () => {
    const [issue] = issuesOf(indicatorMap, leaf({ indicators: [{ code: "1-1-1", title: "x", colour: 1 }] }));
    expect(issue?.fault).toMatchObject({
      known: expect.arrayContaining(["code", "scoring", "requires", "indicators"]),
    });
  });

  it("all faults come at once", () => {
    expect(issuesOf(indicatorMap, { ...map, status: "draft", language: "de", id: "1", sections: [] })).toHaveLength(4);
  });
});

describe("facts.yaml", () => {
  it.each<[object, object]>([
    [{ a: { title: "x" } }, { path: ["a"], fault: { problem: "value-or-formula" } }],
    [{ a: { title: "x", value: 1, formula: "b" } }, { path: ["a"], fault: { problem: "value-or-formula" } }],
    [{ a: { title: "x", value: "1" } }, { path: ["a", "value"], fault: { problem: "type", expected: "number" } }],
    [{ "a b": { title: "x", value: 1 } }, { path: ["a b"], onKey: true, fault: { problem: "pattern", got: "a b" } }],
  ])("%j", (value, issue) => {
    expect(issuesOf(factsFile, value)[0]).toMatchObject(issue);
  });

  it("a figure that is not known yet is no fault", () => {
    expect(issuesOf(factsFile, { a: { title: "x", value: null } })).toEqual([]);
  });
});
