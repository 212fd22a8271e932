/** The only importer of csv-parse: rows of a text table, as forgiving as a spreadsheet is. */
import { parse } from "csv-parse/sync";
import type { Options } from "csv-parse/sync";

/** Signs between cells, the likeliest first. */
const separators = [",", "\t", ";", "，", "|"];

/** Characters of a cell and columns of a sheet, as spreadsheets have them. */
const [cellLimit, columnLimit] = [32_767, 16_384];
/** Characters of a row; a longer one is no row. */
const rowLimit = 1_000_000;

/**
 * The first rows of a CSV text; the separator is the one that the first lines use most. Null where a cell or a row is
 * longer than any spreadsheet allows: such a text is no table.
 */
export function readCsv(text: string, rows: number): readonly (readonly string[])[] | null {
  const head = text.split(/\r?\n/u, 20).join("\n");
  const count = (sign: string): number => head.split(sign).length - 1;
  const delimiter = separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const options = { delimiter, to: rows, relaxColumnCount: true, skipEmptyLines: false, maxRecordSize: rowLimit };
  // A quote that is never closed: then the text is read without any meaning of quotes.
  const read = parsed(text, { ...options, relaxQuotes: true }) ?? parsed(text, { ...options, quote: null });
  const fits = (row: readonly string[]): boolean =>
    row.length <= columnLimit && row.every((cell) => cell.length <= cellLimit);
  return read?.every(fits) === true ? read : null;
}

function parsed(text: string, options: Options): readonly (readonly string[])[] | null {
  try {
    return parse(text, options);
  } catch {
    return null;
  }
}
