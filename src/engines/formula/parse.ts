/**
 * The only importer of jsep: a formula as people write it → a tree of our own, which `evaluate.ts` walks. Never eval.
 *
 * Why jsep and a small evaluator: what a figure needs beyond arithmetic (units, columns of a table, "not known yet")
 * no expression library has, so its evaluator would go unused or be fought. jsep only parses, has no dependencies, is
 * kept up (1.6.0, October 2026) and loads in a millisecond. mathjs has units and is safe with care, but loads
 * a hundred times the code and would let matrices and functions in; filtrex and expr-eval have rested since 2024 or
 * longer; cel-js brings a parser generator.
 */
import jsep from "jsep";

export type Operator = "+" | "-" | "*" | "/" | "<" | "<=" | ">" | ">=" | "==" | "!=" | "&&" | "||";

/** What a formula says. Names are the user's; nothing is looked up yet. */
export type Expression =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "column"; readonly table: string; readonly column: string }
  | { readonly type: "call"; readonly name: string; readonly operands: readonly Expression[] }
  | { readonly type: "not" | "minus"; readonly operand: Expression }
  | { readonly type: "binary"; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

export type ParseFault = "syntax" | "unsupported" | "too-long";

export type ParsedFormula =
  | { readonly ok: true; readonly tree: Expression; readonly names: readonly string[] }
  | { readonly ok: false; readonly fault: ParseFault };

/** Characters of a formula, and brackets or signs in one another; more is no formula that a person keeps. */
const lengthLimit = 4000;
const depthLimit = 500;

const operators: ReadonlySet<string> = new Set(["+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "&&", "||"]);

/** Names of functions whose first operand is a table, not a figure. */
export const tableFunctions: ReadonlySet<string> = new Set(["count"]);

/**
 * Reads numbers, names, `table.column`, `+ - * /`, comparisons, `&& || !`, brackets and calls. Signs of a Chinese
 * keyboard (（ ） × ÷ ≥ ≤) are read as what they stand for. `names` are the facts it uses, once each, in their order.
 */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > lengthLimit) return { ok: false, fault: "too-long" };
  let node: Node;
  try {
    node = jsep(plainSigns(text));
  } catch (error) {
    // Brackets in brackets without end: jsep descends into each.
    return { ok: false, fault: error instanceof RangeError ? "too-long" : "syntax" };
  }
  if (isTooDeep(node)) return { ok: false, fault: "too-long" };
  const tree = read(node);
  return tree === null ? { ok: false, fault: "unsupported" } : { ok: true, tree, names: [...new Set(namesIn(tree))] };
}

type Node = ReturnType<typeof jsep>;

const signs: Readonly<Record<string, string>> = {
  "×": "*",
  "÷": "/",
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "−": "-",
  "　": " ",
};

const plainSigns = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[×÷≥≤≠−　]/gu, (sign) => signs[sign] ?? sign);

const childrenOf = (node: Node): Node[] =>
  [node["left"], node["right"], node["argument"], node["callee"], node["object"], node["arguments"], node["body"]]
    .flat()
    .filter((each): each is Node => typeof each === "object" && each !== null && "type" in each);

/** Looked at row by row, since a walk downwards is what must not overflow. A long sum is deep on its left side only. */
function isTooDeep(root: Node): boolean {
  let row: readonly Node[] = [root];
  for (let depth = 0; row.length > 0; depth += 1) {
    if (depth > depthLimit) return true;
    row = row.flatMap(childrenOf);
  }
  return false;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Null for what a formula may not hold. */
function read(node: Node): Expression | null {
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "number" ? { type: "number", value: node["value"] } : null;
    case "Identifier":
      return { type: "name", name: textOf(node["name"]) };
    case "MemberExpression":
      return readColumn(node);
    case "CallExpression":
      return readCall(node);
    case "UnaryExpression": {
      const operand = read(node["argument"] as Node);
      const type = { "-": "minus", "!": "not" }[textOf(node["operator"])] as "minus" | "not" | undefined;
      return operand === null || type === undefined ? null : { type, operand };
    }
    case "BinaryExpression": {
      const [left, right] = [read(node["left"] as Node), read(node["right"] as Node)];
      const operator = textOf(node["operator"]);
      if (left === null || right === null || !operators.has(operator)) return null;
      return { type: "binary", operator: operator as Operator, left, right };
    }
    default:
      return null;
  }
}

function readColumn(node: Node): Expression | null {
  const [table, column] = [node["object"] as Node, node["property"] as Node];
  if (node["computed"] === true || node["optional"] === true) return null;
  if (table.type !== "Identifier" || column.type !== "Identifier") return null;
  return { type: "column", table: textOf(table["name"]), column: textOf(column["name"]) };
}

function readCall(node: Node): Expression | null {
  const callee = node["callee"] as Node;
  if (callee.type !== "Identifier" || node["optional"] === true) return null;
  const operands = (node["arguments"] as (Node | null)[]).map((each) => (each === null ? null : read(each)));
  if (operands.includes(null)) return null;
  return { type: "call", name: textOf(callee["name"]), operands: operands.filter((each) => each !== null) };
}

/** The parts of an expression, from left to right. */
export function partsOf(tree: Expression): readonly Expression[] {
  if (tree.type === "binary") return [tree.left, tree.right];
  if (tree.type === "call") return tree.operands;
  return tree.type === "not" || tree.type === "minus" ? [tree.operand] : [];
}

function namesIn(tree: Expression): string[] {
  if (tree.type === "name") return [tree.name];
  const isTable = (index: number): boolean => tree.type === "call" && tableFunctions.has(tree.name) && index === 0;
  return partsOf(tree).flatMap((part, index) => (isTable(index) ? [] : namesIn(part)));
}

/** The columns that a formula uses. */
export const columnsIn = (tree: Expression): readonly Extract<Expression, { readonly type: "column" }>[] =>
  tree.type === "column" ? [tree] : partsOf(tree).flatMap(columnsIn);
