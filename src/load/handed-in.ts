/** What was handed in: the files below `evidence/`, and the items (材料) that they and the registers make up. */
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { itemsOf } from "../link/items.ts";
import type { Evidence, Item } from "../model/evidence.ts";
import type { RowSubject } from "../model/register.ts";
import { readEvidence } from "./evidence.ts";
import type { EvidenceOptions } from "./evidence.ts";
import { openMemory } from "./memory.ts";
import type { MemoryOptions } from "./memory.ts";
import type { Readings } from "./readings.ts";
import type { Asked } from "./register/codes.ts";
import { readRegisters } from "./register/read.ts";

export interface HandedInOptions extends MemoryOptions, Omit<EvidenceOptions, "memory"> {
  /** Folder of the cache; null when nothing shall be remembered. */
  readonly cache: string | null;
  readonly map: Asked["map"];
  readonly readings: Readings;
}

export interface HandedIn {
  readonly evidence: readonly Evidence[];
  readonly items: readonly Item[];
  readonly rows: readonly RowSubject[];
}

/** Reads it, and keeps what was found out for the next run. Null when there is no folder `evidence/`. */
export async function readHandedIn(options: HandedInOptions): Promise<Staged<HandedIn | null>> {
  const { root, cache, map, codes, readings } = options;
  const memory = await openMemory(cache, options);
  const evidence = await readEvidence(root, { ...options, memory });
  const registers = await readRegisters(root, evidence.value ?? [], { map, codes }, readings);
  await memory.save();
  await readings.save();
  const items = itemsOf(evidence.value ?? [], registers.value);
  const diagnostics: Diagnostic[] = [...evidence.diagnostics, ...registers.diagnostics, ...items.diagnostics];
  const value = evidence.value === null ? null : { evidence: evidence.value, items: items.value, rows: items.rows };
  return { value, diagnostics };
}
