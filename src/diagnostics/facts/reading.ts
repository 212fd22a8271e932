/** What reading the evidence folder has to say besides its files. */
export interface ReadingFacts {
  /** A pattern of `ignore:` and how many files it set aside; none when it fits nothing. */
  "set-aside": { readonly pattern: string; readonly files: number };
}
