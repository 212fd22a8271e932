/** What a volume is called: its title, and the name of its file. */
import { fill } from "../assemble/format.ts";
import type { PagePlan, Volume } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";

/** Letters of a title in the name of a file: 60 Chinese ones are 180 of the 255 bytes that a name may have. */
const longest = 60;

/** Title with the number of the part; empty for a volume that holds whatever comes. */
export const volumeTitle = ({ title, part }: Volume, { appendix }: Words): string =>
  part === null || title === "" ? title : fill(appendix.volume.part, { title, n: part });

/** Name of the PDF of a volume in the pack; the only one of an appendix has no number. */
export function volumeFile(volume: Volume, { volumes }: PagePlan, words: Words): string {
  const { files } = words;
  if (volumes.length === 1) return `${files.appendix}.pdf`;
  // Signs that some system does not take in a name (Windows is the strictest).
  const title = [...volumeTitle(volume, words).replace(/[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu, " ")].slice(0, longest);
  const name = fill(files.volume, { appendix: files.appendix, n: volume.number, title: title.join("") });
  return `${name.replace(/\s+/gu, " ").replace(/[. ]+$/u, "")}.pdf`;
}
