/** How much is told, each level with what the one before it tells: the verdict; the tables; who owes what; everything. */
export const details = ["verdict", "summary", "gaps", "full"] as const;

export type Detail = (typeof details)[number];
