/** LibreOffice of the machine: one run for one file, with a profile of its own and nothing of the network. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runTool } from "../../processes.ts";
import { entryType, makeFolder, rename, rm, writeFile } from "../../world.ts";
import { exportOptions } from "./engine.ts";
import type { Engine, EngineFailure } from "./engine.ts";

/** Where it is when it is not on the path: the usual places of its installers. */
const commands = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/** Seconds to tell its version. */
const versionLimit = 60;

export interface Soffice {
  readonly command: string;
  /** E.g. `7.4.7`. */
  readonly version: string;
}

/** LibreOffice on the path, or in a usual place; null when there is none. */
export async function findSoffice(): Promise<Soffice | null> {
  for (const command of commands) {
    const asked = await runTool({ command, args: ["--version"] }, versionLimit);
    if (asked.ended !== "exit") continue;
    const version = /LibreOffice\S* (\d+\.\d+(?:\.\d+)?)/u.exec(asked.output)?.[1];
    if (version !== undefined) return { command, version };
  }
  return null;
}

/**
 * Settings of the profile: no macros, no update of links (Writer: 0 never; Calc: 1 never), no pictures from elsewhere,
 * and a proxy that leads nowhere. Paths and names as in LibreOffice's configuration registry (officecfg).
 */
const settings: readonly (readonly [path: string, name: string, value: string | number | boolean])[] = [
  ["/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", 3],
  ["/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", true],
  ["/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", true],
  ["/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", true],
  ["/org.openoffice.Office.Writer/Content/Update", "Link", 0],
  ["/org.openoffice.Office.Calc/Content/Update", "Link", 1],
  ["/org.openoffice.Inet/Settings", "ooInetProxyType", 2],
  ["/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"],
  ["/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", 9],
  ["/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"],
  ["/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", 9],
];

const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${settings
  .map(
    ([item, name, value]) =>
      `<item oor:path="${item}"><prop oor:name="${name}" oor:op="fuse"><value>${String(value)}</value></prop></item>`,
  )
  .join("\n")}
</oor:items>
`;

/** Name of the PDF export filter by kind; without one LibreOffice would guess by the kind of document it made of it. */
const filters: readonly { readonly formats: readonly string[]; readonly filter: string }[] = [
  { formats: ["xls", "xlsx", "xlsm", "xltx", "ods", "csv", "et"], filter: "calc_pdf_Export" },
  { formats: ["ppt", "pptx", "pptm", "potx", "ppsx", "odp", "dps", "pps"], filter: "impress_pdf_Export" },
  { formats: ["html", "htm"], filter: "writer_web_pdf_Export" },
];

const filterOf = (format: string): string =>
  filters.find(({ formats }) => formats.includes(format))?.filter ?? "writer_pdf_Export";

export interface SofficeOptions extends Soffice {
  /** Seconds for one file. */
  readonly timeLimit: number;
  readonly scratch: string;
}

/** One at a time: two runs cannot share a profile. */
export function sofficeEngine({ command, version, timeLimit, scratch }: SofficeOptions): Engine {
  const home = path.join(scratch, "soffice");
  const user = path.join(home, "profile");
  let turn: Promise<unknown> = Promise.resolve();
  let ready = false;

  const convert = async (input: string, output: string, target: string): Promise<EngineFailure | null> => {
    if (!ready) {
      await makeFolder(path.join(user, "user"));
      await writeFile(path.join(user, "user", "registrymodifications.xcu"), profile);
      ready = true;
    }
    const args = [
      `-env:UserInstallation=${pathToFileURL(user).href}`,
      "--headless",
      "--norestore",
      "--nolockcheck",
      "--nodefault",
      "--nofirststartwizard",
      "--convert-to",
      target,
      "--outdir",
      home,
      input,
    ];
    const ran = await runTool({ command, args }, timeLimit);
    if (ran.ended === "not-found") return "no-converter";
    const extension = target.split(":")[0] ?? "pdf";
    const made = path.join(home, `${path.basename(input, path.extname(input))}.${extension}`);
    if (ran.ended === "timed-out") {
      // A run that was killed may leave its profile locked or half written.
      await rm(user, { recursive: true, force: true });
      ready = false;
      return "timed-out";
    }
    // Without these words it is not the file: a full disk, a profile that cannot be made.
    if ((await entryType(made)) !== "file") return /could not be loaded/u.test(ran.output) ? "corrupt" : "crashed";
    await rename(made, output);
    return null;
  };

  const inTurn = (work: () => Promise<EngineFailure | null>): Promise<EngineFailure | null> => {
    const next = turn.then(work, work);
    turn = next;
    return next;
  };

  return {
    id: `soffice ${version}`,
    toPdf: ({ input, output, format, lastPage }) =>
      inTurn(() => convert(input, output, `pdf:${filterOf(format)}:${exportOptions(lastPage)}`)),
    toXlsx: ({ input, output }) => inTurn(() => convert(input, output, "xlsx")),
    close: async () => {
      await turn.catch(() => undefined);
      await rm(home, { recursive: true, force: true });
    },
  };
}
