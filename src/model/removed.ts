/** What a handed-in PDF may bring along that does not enter the appendix. */
export const removedParts = [
  "embedded-files",
  "import-data",
  "javascript",
  "launch",
  "media",
  "open-action",
  "other-action",
  "remote-link",
  "submit-form",
] as const;

export type RemovedPart = (typeof removedParts)[number];
