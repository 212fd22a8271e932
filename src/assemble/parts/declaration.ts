/** The declaration that all is true (真实性承诺书): a page of its own for seal and signature. */
import type { Block } from "../../model/document.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printDate } from "../format.ts";
import { paragraph, paragraphs } from "./shared.ts";

/** Title, words (those of the workspace, or the usual ones), who signs and when; nothing when none is wanted. */
export function declaration({ workspace, words }: Assembling): Block[] {
  const own = workspace.declaration;
  if (own === null) return [];
  const usual = words.parts.declaration;
  const { applicant, title, map, asOf } = workspace;
  const values = { applicant, title, map: map.title };
  return [
    { type: "title", text: usual.title },
    ...(own === "" ? usual.text.map((each) => paragraph(fill(each, values))) : paragraphs(own)),
    { type: "signature", issuer: fill(usual.issuer, values), date: printDate(asOf, words) },
  ];
}
