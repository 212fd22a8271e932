/** What each problem weighs, and the exit code that follows (design: exit codes). */
import type { Severity, SeverityChoice } from "../model/severity.ts";
import type { Class, Code, Diagnostic } from "./diagnostic.ts";

const rating: { readonly [C in Code]: readonly [Severity, Class] } = {
  "no-workspace": ["error", "config"],
  "no-map": ["error", "config"],
  "no-as-of": ["error", "config"],
  "bad-option": ["error", "config"],
  "unknown-name": ["error", "config"],
  "unsafe-output": ["error", "config"],
  "cannot-write": ["error", "config"],
  "not-empty": ["error", "config"],
  incomplete: ["error", "evidence"],
  "yaml-syntax": ["error", "config"],
  "cannot-read": ["error", "config"],
  "not-utf8": ["error", "config"],
  "unknown-key": ["error", "config"],
  "missing-key": ["error", "config"],
  "wrong-type": ["error", "config"],
  "unknown-value": ["error", "config"],
  "out-of-bounds": ["error", "config"],
  "unknown-code": ["error", "config"],
  "bad-form": ["error", "config"],
  "period-reversed": ["error", "config"],
  "as-of-before-window": ["warning", "config"],
  "value-or-formula": ["error", "config"],
  "duplicate-code": ["error", "config"],
  "duplicate-requirement": ["error", "config"],
  "duplicate-folder": ["error", "config"],
  "unknown-department": ["error", "config"],
  "unknown-indicator": ["error", "config"],
  "unknown-requirement": ["error", "config"],
  "unknown-tag": ["error", "config"],
  "unknown-fact": ["error", "config"],
  "bad-score": ["error", "config"],
  "bad-limit": ["error", "config"],
  "number-pattern": ["error", "config"],
  "requires-on-group": ["error", "config"],
  "path-outside": ["error", "config"],
  "template-missing": ["error", "config"],
  "template-syntax": ["error", "config"],
  "template-unknown": ["error", "config"],
  "template-value": ["error", "config"],
  "template-limit": ["error", "config"],
  "no-requirements": ["error", "nothing"],
  "no-evidence-folder": ["error", "nothing"],
  "unreadable-file": ["error", "unreadable"],
  "refused-link": ["error", "evidence"],
  "unmatched-file": ["error", "evidence"],
  "ambiguous-file": ["error", "evidence"],
  "unassigned-file": ["warning", "evidence"],
  "unknown-folder": ["warning", "evidence"],
  "duplicate-file": ["warning", "evidence"],
  "wrong-extension": ["warning", "evidence"],
  "archive-file": ["warning", "evidence"],
  "unknown-kind": ["warning", "evidence"],
  "damaged-picture": ["warning", "evidence"],
  "svg-active-content": ["warning", "evidence"],
  "serial-taken": ["warning", "evidence"],
  "missing-evidence": ["error", "evidence"],
  "too-few": ["error", "evidence"],
  "missing-years": ["error", "evidence"],
  "outside-window": ["error", "evidence"],
  "impossible-date": ["warning", "evidence"],
  "no-year": ["warning", "evidence"],
  "no-doc-number": ["warning", "evidence"],
  "waiver-expired": ["warning", "evidence"],
  "photo-caption": ["warning", "evidence"],
  "register-unreadable": ["error", "unreadable"],
  "register-no-header": ["error", "evidence"],
  "register-column": ["warning", "evidence"],
  "register-value": ["warning", "evidence"],
  "register-date": ["error", "evidence"],
  "register-doc-number": ["warning", "evidence"],
  "register-locator": ["error", "evidence"],
  "locator-missing": ["error", "evidence"],
  "register-code": ["error", "evidence"],
  "register-code-date": ["warning", "evidence"],
  "register-requirement": ["error", "evidence"],
  "register-file": ["error", "evidence"],
  "register-address": ["error", "evidence"],
  "register-no-file": ["error", "evidence"],
  "register-duplicate": ["warning", "evidence"],
  "not-in-register": ["warning", "evidence"],
  "narratives-not-begun": ["warning", "evidence"],
  "hint-left": ["warning", "evidence"],
  "not-filled-in": ["warning", "evidence"],
  "narrative-missing": ["warning", "evidence"],
  "narrative-unknown": ["error", "evidence"],
  "narrative-unreadable": ["error", "evidence"],
  "narrative-unsupported": ["warning", "evidence"],
  "narrative-twice": ["error", "evidence"],
  "narrative-picture": ["error", "evidence"],
  "no-converter": ["warning", "evidence"],
  "not-rendered": ["warning", "evidence"],
  "repaired-pdf": ["warning", "evidence"],
  "font-not-embedded": ["warning", "evidence"],
  "salvaged-document": ["warning", "evidence"],
  "removed-from-pdf": ["warning", "evidence"],
  "missing-glyphs": ["warning", "evidence"],
  "unstable-pages": ["warning", "evidence"],
  "volume-too-large": ["warning", "evidence"],
  "set-aside": ["warning", "evidence"],
  "reference-unusable": ["warning", "evidence"],
  "wrong-kind": ["error", "evidence"],
  "waiver-incomplete": ["warning", "evidence"],
  "result-not-reached": ["warning", "evidence"],
  // Figures.
  "bad-formula": ["error", "config"],
  "unknown-table": ["error", "config"],
  "unknown-column": ["error", "config"],
  "unknown-function": ["error", "config"],
  "bad-arguments": ["error", "config"],
  "unit-mismatch": ["error", "config"],
  "table-unreadable": ["error", "config"],
  "table-heading": ["error", "config"],
  "table-value": ["error", "evidence"],
  "table-row-twice": ["error", "evidence"],
  "table-sheets": ["warning", "evidence"],
  "fact-conflict": ["error", "evidence"],
  "fact-claim": ["error", "evidence"],
  "fact-date": ["warning", "evidence"],
  "figure-missing": ["error", "evidence"],
  "figure-without-evidence": ["warning", "evidence"],
  "threshold-not-met": ["error", "evidence"],
  "score-differs": ["warning", "evidence"],
  "score-without-evidence": ["warning", "evidence"],
  "changed-since-review": ["warning", "evidence"],
  "asked-since-review": ["warning", "evidence"],
  "gone-since-review": ["warning", "evidence"],
  "too-many-exhibits": ["error", "evidence"],
  "numbers-changed": ["error", "config"],
  "serial-frozen": ["warning", "evidence"],
  "lock-unreadable": ["error", "config"],
  "lock-conflict": ["error", "config"],
  "lock-version": ["error", "config"],
  "lock-duplicate": ["error", "config"],
  "lock-unwritten": ["error", "config"],
  "accept-unknown": ["error", "config"],
  "output-needed": ["error", "config"],
  "not-earlier": ["error", "config"],
  "no-department-folder": ["warning", "evidence"],
  // Form and use of items, privacy, narratives.
  "no-seal": ["warning", "evidence"],
  "not-original": ["warning", "evidence"],
  "no-original-holder": ["warning", "evidence"],
  "bundle-incomplete": ["warning", "evidence"],
  "over-reused": ["warning", "evidence"],
  "unwanted-file": ["warning", "evidence"],
  "wrong-department": ["warning", "evidence"],
  "low-resolution": ["warning", "evidence"],
  "look-alike-photo": ["warning", "evidence"],
  "title-differs": ["warning", "evidence"],
  "personal-data": ["warning", "evidence"],
  classified: ["error", "evidence"],
  "unknown-exhibit": ["error", "evidence"],
  "unknown-page": ["error", "evidence"],
  "unknown-figure": ["error", "evidence"],
  "figure-unit": ["error", "evidence"],
  "narrative-length": ["warning", "evidence"],
  "problems-share": ["warning", "evidence"],
  // Funds, surveys, findings of experts.
  "fund-total": ["error", "evidence"],
  "survey-result": ["error", "config"],
  "survey-sample": ["error", "evidence"],
  "survey-sum": ["error", "evidence"],
  "survey-fact": ["error", "evidence"],
  "unknown-item": ["warning", "evidence"],
  "duplicate-finding": ["error", "config"],
  "finding-overdue": ["warning", "evidence"],
  "finding-unanswered": ["warning", "evidence"],
  "method-sum": ["error", "config"],
  // Packs.
  "no-manifest": ["error", "config"],
  "history-line": ["warning", "evidence"],
  "history-unreadable": ["warning", "evidence"],
  "history-unwritten": ["warning", "evidence"],
  busy: ["error", "config"],
  "changed-meanwhile": ["error", "config"],
  "not-reproducible": ["error", "pack"],
  "manifest-changed": ["error", "pack"],
  "file-missing": ["error", "pack"],
  "file-changed": ["error", "pack"],
  "file-extra": ["error", "pack"],
  "file-unsound": ["error", "pack"],
  "page-count": ["error", "pack"],
  "page-label": ["error", "pack"],
  "dead-link": ["error", "pack"],
  "exhibit-page": ["error", "pack"],
  "bag-form": ["error", "pack"],
  "zip-altered": ["error", "pack"],
  "original-changed": ["error", "pack"],
  "original-classified": ["error", "pack"],
  "file-too-large": ["error", "pack"],
  "type-not-allowed": ["error", "pack"],
  "name-not-ascii": ["error", "pack"],
  "name-clash": ["error", "pack"],
};

export const severityOf = (code: Code): Severity => rating[code][0];

export const classOf = (code: Code): Class => rating[code][1];

export const allCodes = Object.keys(rating) as Code[];

export const isError = (each: Diagnostic): boolean => each.severity === "error";

/** What tells that something handed in is not in its place in the pack: it may weigh less, but is never unsaid. */
const tellsLoss: ReadonlySet<Code> = new Set<Code>([
  "unassigned-file",
  "unknown-folder",
  "duplicate-file",
  "archive-file",
  "unknown-kind",
  "damaged-picture",
  "no-converter",
  "not-rendered",
  "salvaged-document",
  "removed-from-pdf",
  "missing-glyphs",
  "table-sheets",
  "history-line",
  "history-unreadable",
  "history-unwritten",
]);

/** What a map or a workspace may make of a code: faults of configuration and unreadable files keep their weight. */
export function choicesFor(code: Code): readonly SeverityChoice[] {
  if (classOf(code) !== "evidence") return [];
  return severityOf(code) === "error" || tellsLoss.has(code) ? ["error", "warning"] : ["error", "warning", "off"];
}

/** The findings with the weights of the map and the workspace; what is `off` is left out. */
export const reweigh = (
  found: readonly Diagnostic[],
  severities: ReadonlyMap<string, SeverityChoice>,
): readonly Diagnostic[] =>
  severities.size === 0
    ? found
    : found.flatMap((each) => {
        const choice = severities.get(each.code) ?? each.severity;
        return choice === "off" ? [] : [{ ...each, severity: choice }];
      });

/** Exit codes that a finished run can end with. */
export const exit = { complete: 0, gaps: 1, config: 2, unreadable: 3, nothing: 4, fault: 70 } as const;

/**
 * The exit code that follows from what was found: 2 before 4 before 3 before 1, 0 when there is no error.
 * With `draft`, gaps do not fail (1 becomes 0); unreadable files still do. With `failOn: "warning"`, any warning
 * alone ends with 1.
 */
export function exitCode(
  all: readonly Diagnostic[],
  { draft = false, failOn = "error" }: { readonly draft?: boolean; readonly failOn?: Severity } = {},
): number {
  const classes = new Set(all.filter(isError).map((each) => classOf(each.code)));
  if (classes.has("config")) return exit.config;
  if (classes.has("nothing")) return exit.nothing;
  if (classes.has("unreadable")) return exit.unreadable;
  if (classes.has("pack")) return exit.gaps;
  if (classes.has("evidence") || (failOn === "warning" && all.length > 0)) return draft ? exit.complete : exit.gaps;
  return exit.complete;
}
