/** register.yaml → rows like those of a sheet, each value with its line and column. */
import type { Staged } from "../../diagnostics/diagnostic.ts";
import { registerFile } from "../../schema/register.ts";
import type { RegisterFile } from "../../schema/register.ts";
import { checkYaml } from "../yaml-file.ts";
import type { Field } from "./columns.ts";
import type { RawCell, RawRow } from "./raw.ts";

type Item = RegisterFile["items"][number];

const fields: Readonly<Record<keyof Item, Field>> = {
  title: "title",
  doc_number: "docNumber",
  indicators: "indicators",
  requirement: "requirement",
  date: "date",
  files: "files",
  address: "address",
  copy: "copy",
  seal: "seal",
  secrecy: "secrecy",
  kept_at: "keptAt",
  caption: "caption",
  place: "place",
  people: "people",
  theme: "theme",
  remark: "remark",
  proof_page: "locatorPage",
  proof_quote: "locatorQuote",
  proof_area: "locatorArea",
};

/** Null when the file has a fault that leaves nothing to go on with; it is told like those of evipack.yaml. */
export function readRegisterYaml(file: string, bytes: Uint8Array): Staged<readonly RawRow[] | null> {
  const { value: checked, diagnostics } = checkYaml(file, bytes, registerFile);
  if (checked === null) return { value: null, diagnostics };
  const { value, at } = checked;
  const rows = value.items.map((item, index): RawRow => {
    const cells = new Map<Field, RawCell[]>();
    for (const [key, field] of Object.entries(fields) as [keyof Item, Field][]) {
      const given = item[key];
      if (given === undefined) continue;
      const texts = typeof given === "number" ? [String(given)] : typeof given === "string" ? [given] : given;
      const path = (position: number): (string | number)[] =>
        Array.isArray(given) ? ["items", index, key, position] : ["items", index, key];
      cells.set(
        field,
        texts.map((text, position) => ({ text, type: "text", link: "", at: at(path(position)) })),
      );
    }
    return { at: at(["items", index]), cells };
  });
  return { value: rows, diagnostics };
}
