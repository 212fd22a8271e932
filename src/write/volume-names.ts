/** What a volume is called: its title, and the name of its file. */
import { fill } from "../assemble/format.ts";
import { legalName } from "../model/legal-name.ts";
import type { PagePlan, Volume } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";

/** Title with the number of the part; empty for a volume that holds whatever comes. */
export const volumeTitle = ({ title, part }: Volume, { appendix }: Words): string =>
  part === null || title === "" ? title : fill(appendix.volume.part, { title, n: part });

/** Name of the PDF of a volume in the pack; the only one of an appendix has no number. */
export function volumeFile(volume: Volume, { volumes }: PagePlan, words: Words): string {
  const { files } = words;
  const { appendix } = files;
  if (volumes.length === 1) return `${appendix}.pdf`;
  // Readers that make an address of a name would end it at #, and take % for a code.
  const title = legalName(volumeTitle(volume, words).replace(/[#%]+/gu, " "));
  const name = title === "" ? files.volume_plain : files.volume;
  return `${fill(name, { appendix, n: volume.number, title })}.pdf`;
}
