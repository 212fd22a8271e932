/** The only importer of pidusage: what another process weighs. */
import pidusage from "pidusage";

/** Resident memory of a process in bytes; null when it is gone or the system does not tell. */
export async function memoryOf(pid: number): Promise<number | null> {
  try {
    return (await pidusage(pid)).memory;
  } catch {
    return null;
  }
}
