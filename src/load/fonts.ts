/** Fonts of the user's own: a folder of the workspace, for the PDF. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { familyNames, fontsOf } from "../engines/fonts.ts";
import { compareNames } from "../model/order.ts";
import type { OwnFont } from "../schema/looks.ts";
import type { Style } from "../schema/style.ts";
import { entryType, readdir } from "../world.ts";
import { readInside } from "./inside.ts";

interface Found {
  readonly names: readonly string[];
  readonly bytes: Buffer;
}

/**
 * The style with the user's own fonts first in each face of which the folder has one, and those fonts. `folder` is
 * relative to the workspace in `root`; without it the style stays as it is. A file that is no font is told.
 */
export async function withOwnFonts(
  root: string,
  folder: string,
  style: Style,
): Promise<Staged<{ readonly style: Style; readonly fonts: readonly OwnFont[] }>> {
  const { value: found, diagnostics } = await fontsIn(root, folder);
  const fonts: OwnFont[] = [];
  const faces = Object.entries(style.faces).map(([name, face]) => {
    const wanted = [face.docx, ...face.own];
    const fitting = wanted
      .map((each) => found.filter(({ names }) => names.includes(each)))
      .find(({ length }) => length > 0);
    if (fitting === undefined) return [name, face] as const;
    // A name that no machine has, as for the fonts of the program.
    const family = `Evipack Own ${name}`;
    fonts.push(...fitting.map(({ bytes }) => ({ family, bytes })));
    return [name, { ...face, pdf: [family, ...face.pdf] }] as const;
  });
  return { value: { style: { ...style, faces: Object.fromEntries(faces) }, fonts }, diagnostics };
}

/** Names of files in the folder that are read as fonts. */
export const fontName = /\.(?:ttf|otf|ttc)$/iu;

async function fontsIn(root: string, folder: string): Promise<Staged<readonly Found[]>> {
  if ((await entryType(path.join(root, folder))) !== "folder") return { value: [], diagnostics: [] };
  const names = (await readdir(path.join(root, folder))).filter((name) => fontName.test(name));
  const value: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names.toSorted(compareNames)) {
    const file = path.posix.join(folder, name);
    const read = await readInside(root, file);
    const fonts = read.ok ? fontsOrNull(read.bytes) : null;
    if (fonts === null)
      diagnostics.push(diagnostic("cannot-read", { file }, { cause: read.ok ? "EFONT" : read.cause }));
    else value.push(...fonts);
  }
  return { value, diagnostics };
}

/** Null for what is no font. */
function fontsOrNull(bytes: Buffer): Found[] | null {
  try {
    return fontsOf(bytes).map((font) => ({ names: familyNames(font), bytes: font }));
  } catch {
    return null;
  }
}
