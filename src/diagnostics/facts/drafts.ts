/** Facts about the history of drafts, about two runs at once, and about two that should give the same. */
export interface DraftFacts {
  /** `first` is the line that tells of the same draft; null for a line that cannot be read. */
  "history-line": { readonly text: string; readonly first: number | null };
  /** `cause` is the version that the file names, or the system's word. */
  "history-unreadable": { readonly reason: "failed" | "encoding" | "version"; readonly cause: string };
  "history-unwritten": { readonly cause: string };
  /** A file of evidence that is no longer as it was read. */
  "changed-meanwhile": Readonly<Record<never, never>>;
  /** Another run is writing to the same place, as the file `mark` says; `process` is its number, null where another machine runs it. */
  busy: { readonly mark: string; readonly process: number | null };
  /** A file of the pack that is another when it is compiled once more: there are other bytes, none, or only then some. */
  "not-reproducible": { readonly reason: "changed" | "gone" | "added" };
}
