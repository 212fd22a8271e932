/** The words of the appendix's index, closing sheet and spine labels, and of the index as a workbook. */
import { line, z } from "./z.ts";

/** Words that may be empty. */
const text = z.string();

export const workbookWords = z.strictObject({
  columns: z.strictObject({
    serial: line.describe("place in the list"),
    exhibit: line,
    indicator: line,
    requirement: line,
    title: line,
    number: line.describe("document number"),
    department: line,
    day: line,
    volume: line.describe("where there are several"),
    first: line,
    last: line,
    pages: line,
    proof: line.describe("where its proving passage stands"),
    quote: line.describe("its words"),
    secrecy: line,
    remark: line,
    form: line.describe("bound in as it is, or replaced by a placeholder page"),
    original: line,
  }),
  archive: z
    .strictObject({ exhibit: line, department: line, title: line, day: line })
    .describe("names of the same columns in the list of an archive"),
  included: line,
  partly: line.describe("bound in with a placeholder page for a part of it"),
  placeholder: line,
});

export const archiveWords = z
  .strictObject({
    columns: z.tuple([line, line, line, line, line, line, line]),
    copy: line.describe("an exhibit that is a copy"),
    gap: text.describe("before each remark"),
  })
  .describe("the index with the columns of archives (卷内文件目录)");

export const closingWords = z
  .strictObject({
    title: line,
    state: line.describe("heading of what is told of the volume"),
    count: line.describe("{count} {first} {last} {pages}"),
    one: line.describe("the same of a single exhibit: {first} {pages}"),
    none: line.describe("the same without any: {pages}"),
    pages: line.describe("{evidence} {own}"),
    blank: line.describe("{n}"),
    replaced: line.describe("files that placeholder pages stand in for: {n}"),
    compiler: line.describe("who bound it"),
    checker: line.describe("who checked it"),
    date: line.describe("when it was bound"),
    date_blank: text.describe("room for the date"),
  })
  .describe("the closing sheet of a volume (备考表)");

export const spineWords = z
  .strictObject({
    title: line.describe("title of the sheets of labels"),
    hint: line.describe("above the labels: {width} {height}, in mm"),
    number: line.describe("number of the volume: {n}"),
    exhibits: line.describe("{first} {last}"),
    years: line.describe("{from} {to}"),
    year: line.describe("{from}"),
  })
  .describe("labels for the spines of volumes (脊背标签)");
