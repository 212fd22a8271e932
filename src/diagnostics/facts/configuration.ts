/** Facts of the configuration, the map, and of what leaves nothing to evaluate. */
import type { IndicatorCode } from "../../model/ids.ts";
import type { Period, SourceRef } from "../../model/source.ts";
import type { TypedNumber } from "../../schema/typed-number.ts";

export interface ConfigurationFacts {
  "yaml-syntax": {
    /** The slip, or a code of the parser. */
    readonly fault: string;
    readonly message: string;
    /** The line at fault. */
    readonly text: string;
  };
  "cannot-read": { readonly cause: string };
  "not-utf8": Record<never, never>;
  "unknown-key": { readonly key: string; readonly nearest: string | null; readonly known: readonly string[] };
  "missing-key": { readonly key: string };
  "wrong-type": {
    readonly key: string;
    /** Names of types, with `|` between them where several will do. */
    readonly expected: string;
    readonly got: string;
    /** A value that would do, as it is written. */
    readonly example: string | null;
    /** The number that was meant by a text in the place of one. */
    readonly typed: TypedNumber | null;
  };
  "unknown-value": {
    readonly key: string;
    readonly got: string;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  "out-of-bounds": {
    readonly key: string;
    /** What is too small or too large: a number, the characters of a text, the entries of a list. */
    readonly of: "number" | "text" | "list";
    readonly bound: "min" | "max";
    readonly limit: string;
    /** Whether the limit itself will do. */
    readonly inclusive: boolean;
  };
  /** The code of a problem whose weight shall change: there is none of this name, or its weight is fixed. */
  "unknown-code": { readonly name: string; readonly exists: boolean; readonly nearest: string | null };
  "bad-form": { readonly key: string; readonly got: string; readonly expected: string };
  "period-reversed": { readonly key: string };
  "as-of-before-window": { readonly day: string; readonly window: Period };
  "value-or-formula": { readonly key: string };
  "duplicate-code": { readonly code: string; readonly first: SourceRef };
  "duplicate-requirement": { readonly key: string; readonly indicator: IndicatorCode; readonly first: SourceRef };
  "duplicate-folder": { readonly folder: string; readonly first: SourceRef };
  "unknown-department": { readonly id: string; readonly nearest: string | null };
  "unknown-indicator": { readonly code: string; readonly nearest: string | null };
  "unknown-requirement": { readonly key: string; readonly indicator: string; readonly nearest: string | null };
  "unknown-tag": { readonly id: string; readonly nearest: string | null };
  "unknown-fact": { readonly name: string; readonly nearest: string | null };
  "bad-score": { readonly indicator: IndicatorCode; readonly got: string; readonly allowed: string };
  "bad-limit": { readonly indicator: string; readonly reason: "none" | "several" | "reversed" };
  "requires-on-group": { readonly code: string };
  "path-outside": { readonly path: string };
  "no-requirements": Record<never, never>;
  "no-evidence-folder": { readonly folder: string };
}
