/** Facts of a finished pack: what `verify` finds in it, and what `package` cannot deliver. */
export interface PackFacts {
  /** Nothing to verify, to package or to compare. */
  "no-manifest": {
    readonly reason:
      /** Nothing of this name; `no-pack` where a ZIP would not do. */
      | "no-folder"
      | "no-pack"
      | "missing"
      | "below"
      /** A workspace; `detail` is the pack in it, empty where there is none yet. */
      | "workspace"
      | "inside"
      | "broken"
      | "zip"
      | "no-zip"
      | "damaged-zip"
      | "version";
    /** The entry that is wrong in a broken one, the version that another one names, the folder below or above that is one. */
    readonly detail?: string;
  };
  /** manifest.json and manifest.sha256 do not fit each other. */
  "manifest-changed": Record<never, never>;
  /**
   * `list` is the file that names it; null for what belongs to every pack or delivery and is named by none. `isList`:
   * it is itself the list by which files are checked.
   */
  "file-missing": { readonly list: string | null; readonly isList?: boolean };
  /** `list` is the file that should say so. */
  "file-changed": { readonly list: string; readonly bytes: number; readonly expected: number | null };
  /** `list` is null for what lies in a ZIP beside the folder of the delivery. */
  "file-extra": { readonly list: string | null; readonly leftBehind?: boolean };
  /** A file that does not open; `part` is the piece of an Office file that is broken. */
  "file-unsound": { readonly format: string; readonly part: string | null };
  "page-count": { readonly pages: number; readonly expected: number };
  /** The number that is printed is not that of the label; empty where there is none. */
  "page-label": { readonly page: number; readonly label: string; readonly printed: string };
  /** `page` is null for a bookmark, a workbook and a Word file; `goal` is what the link says. */
  "dead-link": {
    readonly page: number | null;
    readonly goal: string;
    readonly reason: "no-page" | "no-file" | "no-place";
  };
  "exhibit-page": { readonly exhibit: string; readonly page: number; readonly source: string };
  "bag-form": { readonly reason: "declaration" | "line" | "oxum" };
  /** Bytes of the ZIP itself, outside of the files in it. */
  "zip-altered": Record<never, never>;
  /** `outside`: the manifest itself names a file that does not lie below `evidence/`. */
  "original-changed": { readonly exhibit: string; readonly reason: "changed" | "missing" | "outside" };
  /** The original of an exhibit is marked as classified; its pages are not in the pack. */
  "original-classified": { readonly exhibit: string };
  /**
   * `limit` in MB; of the configuration, or what the format of ZIP allows. `leavable`, here and below: the word of
   * `package.leave_out` by which a delivery goes without it.
   */
  "file-too-large": {
    readonly megabytes: number;
    readonly limit: number;
    /** `volume`: the appendix as PDF, or one volume of it. */
    readonly what: "original" | "volume" | "output" | "zip";
    readonly leavable: string | null;
    /** `appendix.max_mb` by which a volume would be divided; null where none would do. */
    readonly maxMb: number | null;
  };
  "type-not-allowed": {
    readonly type: string;
    readonly allowed: readonly string[];
    readonly what: "original" | "output" | "site";
    readonly leavable: string | null;
  };
  "name-not-ascii": Record<never, never>;
  /** Two names of the delivery that some systems take for one. */
  "name-clash": { readonly other: string };
}
