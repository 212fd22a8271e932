/** evipack.lock.yaml as people and merges leave it. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { config, noEvidence } from "../workspace.ts";
import type { Case } from "../workspace.ts";

const hash = "a".repeat(64);
const asked = "0123456789abcdef";

const lock = (...lines: readonly string[]): string => ["schema: evipack/lock@1", "exhibits:", ...lines, ""].join("\n");

const entry = (number: string, file: string): string[] => [
  `  ${number}:`,
  `    files: { "${file}": ${hash} }`,
  `    links: { 2-2/roster: ${asked} }`,
];

const roster = "evidence/教育局/2-2 人员名册2019.txt";

const withLock = (text: string): NonNullable<Case["files"]> => ({ "evipack.lock.yaml": text });

export const reviewCases: readonly Case[] = [
  {
    name: "accept-all",
    about: "everything is accepted; a second time there is nothing to record",
    runs: [
      ["check", "--accept"],
      ["check", "--accept", "--quiet"],
      ["check", "--accept", "--lang", "en", "-q"],
    ],
  },
  {
    name: "accept-english",
    about: "everything is accepted, in English",
    base: "english",
    runs: [["check", "--accept"], ["check"]],
  },
  {
    name: "accept-some",
    about: "codes of a section, a requirement and an exhibit are accepted, full-width digits too",
    runs: [
      ["check", "-q", "--accept", "1", "2-1-1/voucher"],
      ["check", "-q", "--accept", "２－２－01"],
    ],
  },
  {
    name: "accept-unknown",
    about: "codes that do not exist, the nearest told; nothing is accepted",
    runs: [
      ["check", "--accept", "2-1-1", "2-1-3", "财政局"],
      ["check", "--accept", "2-1-1/bugdet", "--lang", "en"],
    ],
  },
  {
    name: "accept-nothing",
    about: "nothing was handed in, nothing is accepted",
    files: noEvidence(),
    folders: ["evidence"],
    runs: [["check", "--accept", "-q"]],
  },
  {
    name: "review-changed",
    about: "a file and a requirement are not as they were reviewed; another exhibit is gone",
    files: withLock(lock(...entry("2-2-03", roster), ...entry("2-2-07", "evidence/教育局/2-2 旧名册.txt"))),
  },
  {
    name: "review-severity",
    about: "the workspace makes what changed an error",
    files: {
      ...withLock(lock(...entry("2-2-03", roster))),
      "evipack.yaml": `${config}severity: { changed-since-review: error, asked-since-review: "off" }\n`,
    },
    runs: [["check"]],
  },
  {
    name: "lock-conflict",
    about: "the marks of a merge conflict in the lock",
    files: withLock(
      lock("<<<<<<< HEAD", ...entry("2-2-01", roster), "=======", ...entry("2-2-01", roster), ">>>>>>> 教育局"),
    ),
  },
  { name: "lock-newer", about: "a lock of a later version", files: withLock("schema: evipack/lock@9\nitems: []\n") },
  { name: "lock-older", about: "a lock of an earlier version", files: withLock("schema: evipack/lock@0\nitems: []\n") },
  { name: "lock-foreign", about: "a lock that is none", files: withLock("schema: 样例\nexhibits: {}\n") },
  { name: "lock-empty", about: "an empty lock", files: withLock("") },
  {
    name: "lock-syntax",
    about: "a lock that is no YAML",
    files: withLock(lock("  2-2-01:", "    files: { a: b")),
  },
  {
    name: "lock-keys",
    about: "unknown names, and values that are none",
    files: withLock(
      lock(
        "  2-2-01:",
        "    file: { a.pdf: unread }",
        "  2-2-1:",
        "    files: { a.pdf: unread }",
        "  2-2-03:",
        "    files: { a.pdf: 0815 }",
        "    links: { 2-2/roster: yes }",
        "    gone: false",
      ),
    ),
  },
  {
    name: "lock-duplicate",
    about: "one number twice, as a merge by hand may leave it",
    files: withLock(lock(...entry("2-2-01", roster), ...entry("2-2-02", roster), ...entry("2-2-01", "b.txt"))),
  },
  {
    name: "lock-folder",
    about: "a folder where the lock should be",
    folders: ["evipack.lock.yaml"],
    runs: [["check"], ["check", "--accept", "--lang", "en"]],
  },
  {
    name: "lock-outside",
    about: "a lock that is a link out of the workspace",
    links: { "evipack.lock.yaml": "../../elsewhere.yaml" },
    after: (root) => writeFileSync(path.join(root, "..", "..", "elsewhere.yaml"), lock()),
    notOnWindows: true,
  },
  {
    name: "lock-unknown-leaf",
    about: "numbers of an indicator that the map has no more",
    files: withLock(lock(...entry("9-9-01", "evidence/教育局/9-9 旧.txt"))),
    runs: [["check"], ["check", "-q", "--accept", "9-9-01"], ["check", "-q"]],
  },
];
