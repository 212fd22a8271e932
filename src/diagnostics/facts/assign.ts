/** Facts of what `assign` finds. */
export interface AssignFacts {
  /** A department has something to hand in and nowhere to put it. */
  readonly "no-department-folder": { readonly department: string; readonly folder: string; readonly owed: number };
}
