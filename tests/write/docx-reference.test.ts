import { describe, expect, it } from "vitest";
import { editParts, packParts } from "../../src/engines/ooxml.ts";
import { readReference } from "../../src/engines/reference-docx.ts";
import type { ReadReference } from "../../src/engines/reference-docx.ts";
import type { Reference } from "../../src/model/reference.ts";
import { sourceOfBytes } from "../../src/world.ts";
import { writeDocx } from "../../src/write/docx/write.ts";
import { everything } from "./docx-everything.ts";
import { faultsOf, part, textOf } from "./docx-read.ts";
import { contextFor } from "./docx-sample.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...tags: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags.join("")}</Relationships>`;
const relation = (id: string, type: string, target: string, more = ""): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`;

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** A file as a Chinese Word saves it: ids in figures, names in Chinese, a header with a picture. */
function template(changes: Readonly<Record<string, string>> = {}): Uint8Array {
  const style = (id: string, name: string, more: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": `<w:document ${w} ${r}><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:pgSz w:w="10319" w:h="14571"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(relation("rId7", "header", "header1.xml")),
    "word/header1.xml": `<w:hdr ${w} ${r}><w:p><w:r><w:t>样例单位公文用纸</w:t></w:r></w:p></w:hdr>`,
    "word/_rels/header1.xml.rels": relations(relation("rId1", "image", "media/logo.png")),
    "word/styles.xml": `<w:styles ${w}><w:docDefaults/>${style("a", "Normal", "")}${style("1", "标题 1", '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="9"/></w:numPr><w:jc w:val="center"/></w:pPr><w:rPr><w:color w:val="C00000"/></w:rPr>')}${style("a3", "Body Text", '<w:rPr><w:sz w:val="30"/></w:rPr>')}${style("TOC", "TOC Heading", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}</w:styles>`,
    ...changes,
  };
  const bytes = packParts(new Map(Object.entries(parts)));
  return editParts(bytes, (all) => void all.set("word/media/logo.png", png));
}

const read = (bytes: Uint8Array): Promise<ReadReference> => readReference(bytes, sourceOfBytes(bytes));

async function referenceOf(bytes: Uint8Array): Promise<Reference> {
  const found = await read(bytes);
  if (!found.ok) throw new Error(found.fault);
  return found.reference;
}

const fault = async (bytes: Uint8Array): Promise<string> => {
  const found = await read(bytes);
  return found.ok ? (found.objects ? "objects" : "none") : found.fault;
};

describe("a reference document", async () => {
  const reference = await referenceOf(template());
  const bytes = await writeDocx(everything, contextFor(everything, { reference }));
  const xml = part(bytes, "word/document.xml");
  const styles = part(bytes, "word/styles.xml");

  it("gives a valid file, the same each time", async () => {
    expect(await faultsOf(bytes)).toEqual([]);
    expect(await writeDocx(everything, contextFor(everything, { reference }))).toEqual(bytes);
  }, 60_000);

  it("lends its styles by name, and ours fill up what it lacks", () => {
    expect(styles).toMatch(/w:styleId="1"><w:name w:val="标题 1"\/>.*?C00000/u);
    expect(styles).not.toContain('w:styleId="Heading1"');
    expect(styles).toContain('w:styleId="TableText"');
    // Its own list stays behind; the number of the heading is ours.
    expect(styles).toContain(
      '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/>',
    );
    expect(xml).toContain('<w:pStyle w:val="1"/>');
    expect(xml).toContain('<w:pStyle w:val="a3"/>');
    expect(xml).not.toContain('w:val="Heading1"');
    expect(part(bytes, "word/numbering.xml")).toContain('<w:pStyle w:val="1"/>');
  });

  it("keeps the number of a heading from styles that are based on it", () => {
    expect(styles).toContain(
      '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>',
    );
    expect(xml).toContain('<w:pStyle w:val="TOC"/>');
  });

  it("lends page, header and picture; our page mark and watermark stay", () => {
    expect(xml).toContain('<w:pgSz w:w="10319" w:h="14571"');
    expect(xml).toContain('w:left="1134"');
    const header = part(bytes, "word/reference1.xml");
    expect(textOf(header)).toContain("样例单位公文用纸");
    expect(header).toContain("草稿");
    expect(part(bytes, "word/_rels/reference1.xml.rels")).toContain('Target="media/reference1-1.png"');
    expect(xml.match(/<w:footerReference /gu)).not.toBeNull();
  });

  it("is refused with the reason when it cannot be used", async () => {
    expect(await fault(Buffer.from("not a document"))).toBe("not-docx");
    expect(await fault(Buffer.alloc(0))).toBe("not-docx");
    expect(await fault(template().subarray(0, 900))).toBe("damaged");
    expect(await fault(template({ "word/styles.xml": "<w:styles>" }))).toBe("damaged");
    expect(await fault(template({ "word/styles.xml": `<!DOCTYPE x [<!ENTITY a "b">]><w:styles ${w}/>` }))).toBe(
      "damaged",
    );
    const macros = part(template(), "[Content_Types].xml");
    const docm = macros.replace(
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      "vnd.ms-word.document.macroEnabled.main+xml",
    );
    expect(await fault(template({ "[Content_Types].xml": docm }))).toBe("macros");
    const huge = `<w:styles ${w}>${" ".repeat(65 * 1024 * 1024)}</w:styles>`;
    expect(await fault(template({ "word/styles.xml": huge }))).toBe("too-large");
    const outside = relations(relation("rId1", "image", "http://example.org/a.png", ' TargetMode="External"'));
    expect(await fault(template({ "word/_rels/header1.xml.rels": outside }))).toBe("objects");
    expect(await fault(template())).toBe("none");
  }, 60_000);
});
