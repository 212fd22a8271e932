/** Form and use of items. */
import type { BundlePart } from "../../../model/map.ts";
import type { FormFacts } from "../../facts/form.ts";
import type { Catalogue } from "../catalogue.ts";
import { codeOf } from "./phrases.ts";

const parts: Readonly<Record<BundlePart, string>> = {
  notice: "notice",
  sign_in: "sign-in sheet",
  papers: "papers",
  speech: "speech",
  minutes: "minutes",
  photo: "photo or film",
};

export const form: Pick<Catalogue, keyof FormFacts> = {
  "no-seal": ({ requirement, title, declared }) => ({
    what: `${codeOf(requirement)} "${title}" needs a seal; the register ${declared ? "says that it has none" : "does not say whether it has one"}`,
    next: declared
      ? "Have it sealed, scan it again, and change the register."
      : 'Write "yes" in the column Seal of the register; have it sealed first when it is not.',
  }),
  "not-original": ({ requirement, title, declared }) => ({
    what: `${codeOf(requirement)} "${title}" must be the original; the register ${declared ? "says that it is a copy" : "does not say which it is"}`,
    next: declared
      ? "Hand in the original (a scan of it), and change the register."
      : 'Write "original" in the column Original or copy of the register; hand in the original when it is not.',
  }),
  "no-original-holder": ({ title }) => ({
    what: `"${title}" is registered as a copy, without a word on where the original is`,
    next: "Write in the column Kept at of the register who keeps the original.",
  }),
  "bundle-incomplete": ({ requirement, title, missing }) => ({
    what: `of ${codeOf(requirement)} "${title}" these parts are missing: ${missing.map((part) => parts[part]).join(", ")}`,
    next: "Add them beside this one, in the same row of the register; where they are there already, say in their names what they are.",
  }),
  "over-reused": ({ times, limit, indicators }) => ({
    what: `this item serves ${String(times)} requirements (${indicators.join(", ")}), at most ${String(limit)} are allowed`,
    next: "Keep it where it proves most; find other evidence for the rest.",
  }),
  "unwanted-file": ({ requirement, title, max }) =>
    max === null
      ? {
          what: `${codeOf(requirement)} "${title}" does not apply; this is not needed`,
          next: "Move it out of the evidence folder.",
        }
      : {
          what: `${codeOf(requirement)} "${title}" takes ${String(max)} at most; this is one too many`,
          next: "Keep what proves most; move the rest out of the evidence folder.",
        },
  "wrong-department": ({ indicator, indicatorTitle, department, concerned }) => ({
    what: `indicator ${indicator} "${indicatorTitle}" is a matter of ${concerned.join(", ")}, but this lies in the folder of ${department}`,
    next: "Check the code; move it to the department's own folder, or add this department to support in the map.",
  }),
  "low-resolution": ({ width, height, least }) => ({
    what: `this photo has ${String(width)}×${String(height)} pixels, its longer side less than ${String(least)}: it would print blurred`,
    next: "Get the picture as it was taken, not one that a messenger made smaller.",
  }),
  "look-alike-photo": ({ requirement, first, firstRequirement, firstTitle }) =>
    requirement === firstRequirement
      ? {
          what: `this looks like the same photo as ${first}, only of another size or compression`,
          next: "Keep the sharper one and hand in another photo; leave it when they really are two.",
        }
      : {
          what: `this looks like the same photo as ${first} of ${codeOf(firstRequirement)} "${firstTitle}", only of another size or compression`,
          next: "Ask whether one was handed in by mistake, and get a photo of each occasion; where both need it, give both codes in one row of the register.",
        },
  "title-differs": ({ title, found }) => ({
    what: `the register calls it "${title}", which is not on its first page; that begins "${found}"`,
    next: "Open the file: put the right one in its place, or mend the title in the register.",
  }),
};
