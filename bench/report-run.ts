/** Writes the report of so many pages (first argument) in the forms that follow, `pdf` and `docx`; tells its pages. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseYaml } from "../src/engines/yaml.ts";
import { styleFile } from "../src/schema/style.ts";
import { wordsFile } from "../src/schema/words.ts";
import { writeDocx } from "../src/write/docx/write.ts";
import { writeReportPdf } from "../src/write/report-pdf.ts";
import { references } from "../src/write/resolve.ts";
import { reportOf } from "./report-model.ts";

const [pages = "50", ...forms] = process.argv.slice(2);
const yaml = (file: string): unknown =>
  parseYaml(readFileSync(path.join(import.meta.dirname, "..", "templates", file), "utf8")).value;

const { pack, plan } = reportOf(Number(pages));
const looks = {
  style: styleFile.parse(yaml("styles/gb9704.yaml")),
  words: wordsFile.parse(yaml("words/zh-CN.yaml")),
  standard: "a-2a" as const,
  fonts: [],
};

// As in a run of the program: the DOCX takes the pages of its contents from the PDF.
const written = forms.includes("pdf") ? await writeReportPdf(pack, plan, looks) : null;
if (written !== null) console.log(`${String(written.pages)} pages, ${String(written.pdf.length)} bytes`);
if (forms.includes("docx")) {
  const bytes = await writeDocx(pack.report, {
    style: looks.style,
    asOf: pack.asOf,
    language: pack.language,
    author: pack.author,
    headingPage: (anchor) => written?.headings.get(anchor) ?? null,
    contents: true,
    ...references(plan, looks.words),
  });
  console.log(`${String(bytes.length)} bytes`);
}
