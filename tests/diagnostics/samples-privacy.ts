/** Samples of what must not stand in plain sight. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { PrivacyFacts } from "../../src/diagnostics/facts/privacy.ts";
import type { SourceRef } from "../../src/model/source.ts";

const file: SourceRef = { file: "evidence/财政局/2-1-1 预算批复.pdf" };
const cell: SourceRef = { file: "evidence/财政局/登记表.xlsx", cell: "登记表!C7" };
const page = (number: number) => ({ type: "page", number }) as const;

export const privacySamples: {
  readonly [C in keyof PrivacyFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "personal-data": [
    [
      { file: "evidence/教育局/2-2 名册 330***********12.pdf" },
      { idNumbers: 1, phones: 0, where: "name", places: [], placesInAll: 0, whole: true },
    ],
    [cell, { idNumbers: 0, phones: 2, where: "register", places: [], placesInAll: 0, whole: true }],
    [
      { file: "narrative/2-1-1.md", line: 3 },
      { idNumbers: 0, phones: 1, where: "narrative", places: [], placesInAll: 0, whole: true },
    ],
    [file, { idNumbers: 1, phones: 0, where: "text", places: [page(2)], placesInAll: 1, whole: true }],
    [file, { idNumbers: 30, phones: 28, where: "text", places: [page(1), page(2)], placesInAll: 12, whole: false }],
    [
      file,
      {
        idNumbers: 0,
        phones: 1,
        where: "text",
        places: [{ type: "cell", cell: "名册!C3" }],
        placesInAll: 1,
        whole: true,
      },
    ],
    [
      file,
      {
        idNumbers: 0,
        phones: 1,
        where: "text",
        places: [{ type: "paragraph", number: 4 }],
        placesInAll: 1,
        whole: true,
      },
    ],
  ],
  classified: (["name", "register", "text"] as const).map((where) => [file, { mark: "秘密", where }] as const),
};
