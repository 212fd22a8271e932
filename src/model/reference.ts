/** A Word file of the user that lends the report its looks (`report: { reference: … }`). */

/** A header or a footer with what it needs beside it. */
export interface ReferenceFrame {
  readonly kind: "header" | "footer";
  readonly type: "default" | "even" | "first";
  readonly xml: string;
  /** Pictures, and links to addresses; nothing else goes over. */
  readonly relations: readonly ReferenceRelation[];
}

export type ReferenceRelation =
  | { readonly id: string; readonly type: "image"; readonly extension: string; readonly bytes: Uint8Array }
  | { readonly id: string; readonly type: "hyperlink"; readonly address: string };

export interface Reference {
  /** word/styles.xml */
  readonly styles: string;
  /** word/theme/theme1.xml; styles may name its fonts. */
  readonly theme: string | null;
  /** mm; null when the file does not say. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  } | null;
  readonly frames: readonly ReferenceFrame[];
  /** Odd and even pages have headers and footers of their own. */
  readonly twoSided: boolean;
}

/** Why a reference cannot be used; `objects`: only a header or footer is left out, for what is embedded in it. */
export type ReferenceFault = "missing" | "not-docx" | "encrypted" | "macros" | "damaged" | "too-large" | "objects";
