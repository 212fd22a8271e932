/** What acts in a PDF does not enter the appendix, and is named. */
import { describe, expect, it } from "vitest";
import { line, pagePdf } from "../../support/handmade-pdf.ts";
import { bind, prepare } from "../../support/pdf-pages.ts";

describe("what acts in a PDF", () => {
  const script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
  const cases: Readonly<Record<string, readonly [Parameters<typeof pagePdf>[1], readonly string[]]>> = {
    "a script that runs on opening": [{ catalog: `/OpenAction ${script}` }, ["javascript", "open-action"]],
    "a script among the names": [{ catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }, ["javascript"]],
    "a script of the page": [{ page: `/AA << /O ${script} >>` }, ["javascript"]],
    "a script that follows a jump": [
      { page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D [3 0 R /Fit] /Next ${script} >> >>]` },
      ["javascript"],
    ],
    "a script of a field": [
      { catalog: `/AcroForm << /Fields [<< /T (a) /Kids [<< /T (b) /AA << /C ${script} >> >>] >>] >>` },
      ["javascript"],
    ],
    "a program to start": [
      { page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (sample.exe) >> >>]" },
      ["launch"],
    ],
    "a form to send": [
      {
        page: "/Annots [<< /Subtype /Widget /FT /Btn /Rect [0 0 9 9] /A << /S /SubmitForm /F (http://sample.invalid) >> >>]",
      },
      ["submit-form"],
    ],
    "data to import": [
      { page: "/Annots [<< /Subtype /Widget /FT /Btn /Rect [0 0 9 9] /A << /S /ImportData /F (a.fdf) >> >>]" },
      ["import-data"],
    ],
    "a file within": [
      { catalog: "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", more: ["<< /Type /Filespec /F (a.txt) >>"] },
      ["embedded-files"],
    ],
    "a file pinned to the page": [
      { page: "/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (a.txt) >> >>]" },
      ["embedded-files"],
    ],
    "a film": [{ page: "/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]" }, ["media"]],
    "a link to another file": [
      { page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>]" },
      ["remote-link"],
    ],
    "a link to a file of the machine": [
      { page: "/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///etc/sample) >> >>]" },
      ["remote-link"],
    ],
    "an opening at a page, which is harmless": [{ catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>" }, []],
  };

  it.each(Object.entries(cases))("%s is named and not taken along", async (_, [facts, removed]) => {
    const done = await prepare(pagePdf(line("sample", 50, 300), facts));
    expect(done.removed).toEqual(removed);
    const text = Buffer.from(await bind(done)).toString("latin1");
    expect(text).not.toMatch(
      /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|EmbeddedFiles|Filespec|OpenAction|AA|AcroForm|RichMedia)\b/u,
    );
  });
});
