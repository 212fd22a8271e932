/** Facts of commands and their surroundings. */
export interface CommandFacts {
  "no-workspace": { readonly folder: string; readonly exists: boolean };
  "no-map": {
    readonly name: string;
    /** Ids of the built-in maps. */
    readonly known: readonly string[];
    /** Id and file of the map of the workspace; empty where it has none. */
    readonly own: readonly string[];
    readonly nearest: string | null;
  };
  "no-as-of": Record<never, never>;
  /** `noSuchDay`: it has the form of a day, but the calendar lacks that day. */
  "bad-option": {
    readonly option: string;
    readonly value: string;
    readonly expected: string;
    readonly noSuchDay?: boolean;
  };
  "unknown-name": {
    readonly what: "schema" | "department" | "indicator" | "section" | "code";
    readonly name: string;
    readonly known: readonly string[];
    readonly nearest: string | null;
  };
  "unsafe-output": {
    readonly folder: string;
    readonly reason: "not-a-pack" | "not-a-delivery" | "in-evidence" | "in-pack" | "is-workspace";
  };
  "cannot-write": { readonly folder: string; readonly cause: string };
  /** `isFile`: what stands there is a file that the command would write. */
  "not-empty": { readonly folder: string; readonly isFile?: boolean };
  incomplete: { readonly errors: number };
}
