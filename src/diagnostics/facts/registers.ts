/** Facts of registers. */
import type { SourceRef } from "../../model/source.ts";

export interface RegisterFacts {
  "register-unreadable": { readonly reason: UnreadRegister };
  "register-no-header": { readonly sheets: readonly string[] };
  "register-column": { readonly heading: string; readonly nearest: string | null };
  "register-value": { readonly value: string };
  "register-date": { readonly got: string };
  /** `meant`: the number in its right form, where it can be guessed. */
  "register-doc-number": { readonly got: string; readonly reason: DocNumberFault; readonly meant: string | null };
  "register-locator": { readonly got: string; readonly what: "page" | "area" };
  /** `found`: a page of the exhibit on which the words do stand. */
  "locator-missing": {
    readonly exhibit: string;
    readonly page: number | null;
    readonly quote: string;
    readonly pages: number;
    /** `placeholder`: no page of it is bound in. */
    readonly reason: "page" | "quote" | "no-text" | "placeholder";
    readonly found: number | null;
  };
  "register-code": {
    readonly code: string;
    readonly nearest: string | null;
    /** Titles of what the code could mean; empty when the map has no such code. */
    readonly asked: readonly string[];
  };
  "register-code-date": { readonly shown: string; readonly code: string };
  "register-requirement": {
    readonly name: string;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  "register-file": {
    readonly name: string;
    readonly reason: "missing" | "outside" | "ambiguous";
    readonly nearest: string | null;
  };
  /** `kind`: an address of a kind that no pack may lead to; `form`: no address at all. */
  "register-address": { readonly address: string; readonly reason: "kind" | "form" };
  "register-no-file": { readonly title: string; readonly keptAt: string };
  "register-duplicate": {
    readonly name: string;
    readonly first: SourceRef;
    /** The title there and the one here, when they differ. */
    readonly titles: readonly [string, string] | null;
  };
  "not-in-register": { readonly files: number; readonly names: readonly string[] };
}

/** Why a register cannot be read. */
export type UnreadRegister = "corrupt" | "encrypted" | "old-format" | "too-large" | "no-permission" | "vanished";

/**
 * How a 文号 departs from GB/T 9704-2012, 7.2.5. `brackets`: none around the year, or one alone. `year`: two digits of it.
 * `ordinal`: 第 before the number. `zero`: zeros before it. `suffix`: no 号 behind it. `sign`: nothing says who issued it.
 */
export type DocNumberFault = "brackets" | "year" | "ordinal" | "zero" | "suffix" | "sign";
