/** Rows of registers, and what they tell of an item, with nothing in them but what a test is about. */
import type { Registered } from "../../src/model/evidence.ts";
import { sourcePath } from "../../src/model/ids.ts";
import type { RegisterRow } from "../../src/model/register.ts";
import type { SourceRef } from "../../src/model/source.ts";

/** The first row of a register. */
export const registerCell = { file: "evidence/教育局/登记表.xlsx", cell: "登记表!A2" } satisfies SourceRef;

export const registeredWith = (facts: Partial<Registered> = {}): Registered => ({
  caption: "",
  place: "",
  people: "",
  theme: "",
  copy: null,
  sealed: null,
  secrecy: "",
  keptAt: "",
  remark: "",
  requirementUnknown: false,
  at: registerCell,
  ...facts,
});

export const rowWith = (facts: Partial<RegisterRow> = {}): RegisterRow => ({
  register: sourcePath(registerCell.file),
  department: null,
  title: "",
  docNumber: "",
  formed: null,
  period: null,
  year: null,
  claims: [],
  files: [],
  urls: [],
  refused: [],
  registered: registeredWith(),
  places: [registerCell],
  ...facts,
});
