/** The pieces of a style: paragraph and run properties, in the order that the schema wants (CT_PPr, CT_RPr). */
import type { ImportedXmlComponent } from "../../engines/docx.ts";
import type { Role, Style } from "../../schema/style.ts";
import { advance, geometryOf, lineHeight, twips } from "./geometry.ts";
import { toggle, val, w } from "./xml.ts";

export interface ParagraphExtras {
  readonly keepNext?: boolean;
  readonly outline?: number;
  readonly indentLeft?: number;
  readonly indentRight?: number;
  readonly hanging?: number;
  readonly rightTab?: number;
  readonly align?: Role["align"];
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
  /** Twips; `auto` for a line as high as what stands in it. */
  readonly line?: number | "auto";
  readonly list?: { readonly id: number; readonly level: number };
  /** What leads to the right tab. */
  readonly leader?: string;
  /** `false`: no space between Chinese and Latin or digits, as in narrow columns. */
  readonly autoSpace?: boolean;
}

const leaders: Readonly<Record<string, string>> = {
  ".": "dot",
  "·": "middleDot",
  "…": "dot",
  "-": "hyphen",
  _: "underscore",
};

const sides = { left: "left", center: "center", right: "right", justify: "both" } as const;

/** Paragraph properties of a role. `extras` that are given win over the role. */
export function paragraphProperties(style: Style, role: Role, extras: ParagraphExtras = {}): ImportedXmlComponent {
  const { rightTab, outline, list, leader = "" } = extras;
  const line = extras.line ?? lineHeight(geometryOf(style), role);
  return w(
    "pPr",
    {},
    extras.keepNext === true ? w("keepNext") : null,
    extras.keepNext === true ? w("keepLines") : null,
    list === undefined ? null : w("numPr", {}, val("ilvl", list.level), val("numId", list.id)),
    rightTab === undefined
      ? null
      : w("tabs", {}, w("tab", { val: "right", leader: leaders[leader.trim()] ?? "none", pos: rightTab })),
    extras.autoSpace === false ? toggle("autoSpaceDE", false) : null,
    extras.autoSpace === false ? toggle("autoSpaceDN", false) : null,
    w("spacing", {
      before: extras.before ?? twips(role.before),
      after: extras.after ?? twips(role.after),
      line: line === "auto" ? 240 : line,
      lineRule: line === "auto" ? "auto" : "exact",
    }),
    indentOf(style, role, extras),
    val("jc", sides[extras.align ?? role.align]),
    outline === undefined ? null : val("outlineLvl", outline),
  );
}

/** First-line indents are given in characters, so that they follow the size, and in twips for programs that need it. */
function indentOf(style: Style, role: Role, extras: ParagraphExtras): ImportedXmlComponent | null {
  const indent = extras.indent ?? role.indent;
  const { indentLeft, indentRight, hanging } = extras;
  if (indent === 0 && indentLeft === undefined && indentRight === undefined) return null;
  return w("ind", {
    left: indentLeft,
    right: indentRight,
    hanging,
    firstLineChars: indent === 0 || hanging !== undefined ? undefined : Math.round(indent * 100),
    firstLine: indent === 0 || hanging !== undefined ? undefined : Math.round(indent * advance(style, role)),
  });
}

/** Chinese and Latin fonts apart. Throws when the style names a face that it does not have. */
export function fontsOf(style: Style, faceName: string): ImportedXmlComponent {
  const face = style.faces[faceName];
  if (face === undefined) throw new Error(`style ${style.id} has no face ${faceName}`);
  return w("rFonts", { ascii: face.latin, eastAsia: face.docx, hAnsi: face.latin, cs: face.latin });
}

/**
 * Run properties of a role. Text of body size is set to the pitch of the grid by spacing, not by the grid: what a grid
 * does to characters wider than its cells differs between Word, WPS and LibreOffice (which gives each two cells).
 */
export const runProperties = (style: Style, role: Role): ImportedXmlComponent =>
  w(
    "rPr",
    {},
    fontsOf(style, role.face),
    toggle("b", role.bold),
    toggle("bCs", role.bold),
    style.grid === undefined ? null : val("spacing", role.size === style.roles.body.size ? gridSpacing(style) : 0),
    val("sz", Math.round(role.size * 2)),
    val("szCs", Math.round(role.size * 2)),
  );

/**
 * What is added to each character, in twips; rounded down and one less, so that a full line fits: LibreOffice gives the
 * last character of a line its whole width, and would set one character less.
 */
const gridSpacing = (style: Style): number => Math.floor(((geometryOf(style).grid?.charSpace ?? 0) / 4096) * 20) - 1;
