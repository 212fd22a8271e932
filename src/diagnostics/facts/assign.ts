/** Facts of what `assign` finds. */
export interface AssignFacts {
  /** `--department` names none: neither an id, nor a name, nor a folder. */
  readonly "no-such-department": {
    readonly name: string;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  /** A department has something to hand in and nowhere to put it. */
  readonly "no-department-folder": { readonly department: string; readonly folder: string; readonly owed: number };
}
