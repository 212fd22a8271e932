/** The only importer of jsep: formulas over named facts, evaluated by walking the tree, never by eval. */
import jsep from "jsep";

type Node = ReturnType<typeof jsep>;

export type FormulaFault = "syntax" | "unsupported" | "not-a-number";

export type Formula =
  | { readonly ok: true; readonly names: readonly string[]; readonly evaluate: (values: Values) => Result }
  | { readonly ok: false; readonly fault: FormulaFault };

/** Null stands for a figure that is not known. */
export type Values = (name: string) => number | null;

export type Result = { readonly ok: true; readonly value: number | null } | { readonly ok: false };

/** Reads `+ - * /`, unary minus, brackets, numbers and names. Anything else is a fault. */
export function parseFormula(text: string): Formula {
  let tree: Node;
  try {
    tree = jsep(text);
  } catch {
    return { ok: false, fault: "syntax" };
  }
  const names = new Set<string>();
  if (!supported(tree, names)) return { ok: false, fault: "unsupported" };
  return {
    ok: true,
    names: [...names],
    evaluate: (values) => {
      const value = compute(tree, values);
      return value !== null && !Number.isFinite(value) ? { ok: false } : { ok: true, value };
    },
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

function supported(node: Node, names: Set<string>): boolean {
  if (node.type === "Literal") return typeof node["value"] === "number";
  if (node.type === "Identifier") {
    names.add(textOf(node["name"]));
    return true;
  }
  if (node.type === "UnaryExpression") return node["operator"] === "-" && supported(node["argument"] as Node, names);
  if (node.type !== "BinaryExpression" || !Object.hasOwn(operators, textOf(node["operator"]))) return false;
  const left = supported(node["left"] as Node, names);
  return supported(node["right"] as Node, names) && left;
}

function compute(node: Node, values: Values): number | null {
  if (node.type === "Literal") return Number(node["value"]);
  if (node.type === "Identifier") return values(textOf(node["name"]));
  if (node.type === "UnaryExpression") {
    const value = compute(node["argument"] as Node, values);
    return value === null ? null : -value;
  }
  const left = compute(node["left"] as Node, values);
  const right = compute(node["right"] as Node, values);
  if (left === null || right === null) return null;
  return operators[textOf(node["operator"])]?.(left, right) ?? null;
}
