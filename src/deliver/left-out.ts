/** What a delivery goes without because its recipient does not take it: `package.leave_out` in evipack.yaml. */
import type { LeftOut } from "../model/workspace.ts";
import type { Manifest } from "../schema/manifest.ts";

type Output = Manifest["outputs"][number];

/** Report, briefing and appendix as PDF are what is delivered: of them nothing is left out but the briefing as a whole. */
const wordFor = ({ role, format }: Pick<Output, "role" | "format">): readonly LeftOut[] => [
  ...(format === "docx" || format === "xlsx" ? [format] : []),
  ...(role === "report" || role === "appendix" ? [] : [role]),
];

/** Whether an output stays out of the delivery: its role is named, or its format. */
export const isLeftOut = (output: Pick<Output, "role" | "format">, leaveOut: readonly LeftOut[]): boolean =>
  wordFor(output).some((word) => leaveOut.includes(word));

/** The word by which an output of this kind can be left out, the one of its format first; null when it cannot. */
export const leavableAs = (output: Pick<Output, "role" | "format">): LeftOut | null => wordFor(output)[0] ?? null;

/** Names of the outputs that are left out; the files of the offline page under that of their folder. */
export const namesLeftOut = ({ outputs }: Manifest, leaveOut: readonly LeftOut[]): readonly string[] => [
  ...new Set(
    outputs
      .filter((each) => isLeftOut(each, leaveOut))
      .map(({ role, path }) => (role === "site" ? `${path.split("/")[0] ?? ""}/` : path)),
  ),
];
