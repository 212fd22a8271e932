/** The only importer of csv-parse: rows of a text table, as forgiving as a spreadsheet is. */
import { parse } from "csv-parse/sync";

/** Signs between cells, the likeliest first. */
const separators = [",", "\t", ";", "，", "|"];

/** The first rows of a CSV text; the separator is the one that the first lines use most. */
export function readCsv(text: string, rows: number): readonly (readonly string[])[] {
  const head = text.split(/\r?\n/u, 20).join("\n");
  const count = (sign: string): number => head.split(sign).length - 1;
  const delimiter = separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const options = { delimiter, to: rows, relaxColumnCount: true, skipEmptyLines: false };
  try {
    return parse(text, { ...options, relaxQuotes: true });
  } catch {
    // A quote that is never closed: the text is read without any meaning of quotes.
    return parse(text, { ...options, quote: null });
  }
}
