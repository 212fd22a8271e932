/** funds.yaml → tables of money, every amount in the unit of its table. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { whole } from "../../model/funds.ts";
import type { Amounts, Fund, FundLine } from "../../model/funds.ts";
import { parseUnit } from "../../model/unit.ts";
import type { Unit } from "../../model/unit.ts";
import type { AmountsFile, FundFile, FundsFile } from "../../schema/funds.ts";
import type { Path } from "../../model/places.ts";
import type { Reader } from "./known.ts";

export const readFunds = (file: FundsFile, reader: Reader): Fund[] =>
  Object.entries(file).map(([id, fund]): Fund => {
    const unit = parseUnit(fund.unit);
    return {
      id,
      title: fund.title,
      unit: fund.unit,
      asOf: fund.as_of ?? null,
      source: reader.department(fund.source, [id, "source"]),
      item: reader.item(fund.item, [id, "item"]),
      lines: fund.lines.map((line, index) => readLine(line, [id, "lines", index], unit, reader)),
      totals: {
        amount: readAmounts(fund.total, [id, "total"], unit, reader),
        spent: readAmounts(fund.spent_total, [id, "spent_total"], unit, reader),
      },
      at: reader.at([id], true),
    };
  });

function readLine(line: FundFile["lines"][number], path: Path, unit: Unit | null, reader: Reader): FundLine {
  if (line.amount === undefined && line.spent === undefined) {
    reader.found.push(diagnostic("missing-key", reader.at(path), { key: "amount" }));
  }
  return {
    title: line.title,
    amount: readAmounts(line.amount, [...path, "amount"], unit, reader),
    spent: readAmounts(line.spent, [...path, "spent"], unit, reader),
    source: reader.department(line.source, [...path, "source"]),
    item: reader.item(line.item, [...path, "item"]),
  };
}

function readAmounts(file: AmountsFile | undefined, path: Path, unit: Unit | null, reader: Reader): Amounts {
  if (file === undefined) return new Map();
  if (file === null || typeof file !== "object") {
    return new Map([[whole, { value: reader.figure(file, unit, path), at: reader.at(path) }]]);
  }
  return new Map(
    Object.entries(file).map(([year, value]) => {
      const here = [...path, year];
      return [year, { value: reader.figure(value, unit, here), at: reader.at(here) }];
    }),
  );
}
