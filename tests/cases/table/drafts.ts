/** Drafts: what they are compared with, and the history of them, as people and merges leave it. */
import { printedManifest } from "../../support/manifests.ts";
import type { Case } from "../workspace.ts";

const night = (day: string, covered: string): string =>
  `  - { as_of: ${day}, covered: ${covered}, sections: { "1": 1/2 }, files: 3, exhibits: 3, unreadable: 0, owed: 2 }`;

const history = (...lines: readonly string[]): NonNullable<Case["files"]> => ({
  "evipack.history.yaml": ["schema: evipack/history@1", "nights:", ...lines, ""].join("\n"),
});

const draft = ["compile", "--draft", "--out", "../draft", "--quiet"] as const;
const loud = ["compile", "--draft", "--out", "../draft", "--detail", "full"] as const;
const since = (place: string): readonly (readonly string[])[] => [
  ["compile", "--since", place, "--out", "../draft"],
  ["compile", "--since", place, "--out", "../draft", "--lang", "en"],
];

export const draftCases: readonly Case[] = [
  {
    name: "history-lines-broken",
    about:
      "marks of a merge, a line cut off, and one draft with two lines: told with their places, and the rest is used",
    files: history(
      night("2018-05-18", "3/6"),
      "<<<<<<< HEAD",
      night("2018-05-19", "4/6"),
      "=======",
      night("2018-05-19", "5/6"),
      ">>>>>>> theirs",
      "  - { as_of: 2018-05-20, covered: 4 of 6",
      "  - { as_of: 2018-05-21, covered: 4/6, sections: {}, files: 3, exhibits: 3, unreadable: 0, owed: 2, mood: good }",
    ),
    runs: [loud, [...loud, "--lang", "en"]],
  },
  {
    name: "history-set-in-another-way",
    about: "an editor has set the history in blocks: it is read as it is",
    files: {
      "evipack.history.yaml": `schema: evipack/history@1
nights:
  - as_of: 2018-05-18
    draft: 3
    covered: 3/6
    sections:
      "1": 1/2
    files: 3
    exhibits: 3
    unreadable: 0
    owed: 2
`,
    },
    runs: [draft],
  },
  {
    name: "history-newer",
    about: "a history of a newer version is left as it is",
    files: { "evipack.history.yaml": "schema: evipack/history@2\nnights: []\n" },
    runs: [loud, [...loud, "--lang", "en"]],
  },
  {
    name: "history-gbk",
    about: "a history that is not UTF-8 is left as it is",
    files: { "evipack.history.yaml": Buffer.from([0xb8, 0xb2, 0xb8, 0xc7, 0x0a]) },
    runs: [loud],
  },
  {
    name: "history-folder",
    about: "a folder in the place of the history",
    folders: ["evipack.history.yaml"],
    runs: [loud],
  },
  {
    name: "since-nowhere",
    about: "compile --since names nothing that is there",
    runs: since("../nowhere"),
  },
  {
    name: "since-no-pack",
    about: "compile --since names a folder that is no pack",
    runs: since("evidence"),
  },
  {
    name: "since-cut",
    about: "the manifest to compare with was cut off",
    files: { "old/manifest.json": printedManifest.slice(0, 300) },
    runs: since("old"),
  },
  {
    name: "since-wrong-shape",
    about: "the manifest to compare with is JSON, but one entry is not what it should be",
    files: { "old/manifest.json": printedManifest.replace('"draft": false', '"draft": "no"') },
    runs: since("old/manifest.json"),
  },
  {
    name: "since-newer",
    about: "the manifest to compare with has another version",
    files: { "old/manifest.json": printedManifest.replace("manifest@1", "manifest@2") },
    runs: since("old"),
  },
  {
    name: "draft-first",
    about: "--since without a name, and no pack to be replaced: the first draft, and then one without changes",
    runs: [
      ["compile", "--since", "--out", "../draft", "-q"],
      ["compile", "--since", "--out", "../draft", "-q"],
    ],
  },
];
