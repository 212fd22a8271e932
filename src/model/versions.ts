/** The versions of the files that the program writes and reads again; each raises with its shape (src/schema). */

export const lockVersion = 1;

export const logVersion = "evipack/log@1";

/** `evipack/lock@1` → 1; null for anything else. */
export function versionOfLock(schema: unknown): number | null {
  const version = typeof schema === "string" ? /^evipack\/lock@(\d{1,9})$/u.exec(schema)?.[1] : undefined;
  return version === undefined ? null : Number(version);
}
