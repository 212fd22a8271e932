/** Facts of the form and the use of items. */
import type { IndicatorCode, RequirementId } from "../../model/ids.ts";
import type { BundlePart } from "../../model/map.ts";

interface Slot {
  readonly requirement: RequirementId;
  readonly title: string;
}

export interface FormFacts {
  /** `declared`: the register says that there is none; when not, it says nothing. */
  "no-seal": Slot & { readonly declared: boolean };
  /** `declared`: the register says that it is a copy; when not, it says nothing. */
  "not-original": Slot & { readonly declared: boolean };
  "no-original-holder": { readonly title: string };
  "bundle-incomplete": Slot & { readonly missing: readonly BundlePart[] };
  "over-reused": { readonly times: number; readonly limit: number; readonly indicators: readonly IndicatorCode[] };
  /** `max`: handed in beyond so many; null when the requirement does not apply. */
  "unwanted-file": Slot & { readonly max: number | null };
  "wrong-department": {
    readonly indicator: IndicatorCode;
    readonly indicatorTitle: string;
    readonly department: string;
    /** Names of the departments that the indicator is a matter of. */
    readonly concerned: readonly string[];
  };
  "low-resolution": { readonly width: number; readonly height: number; readonly least: number };
  /** `first`: the other file, and what that one was handed in for. */
  "look-alike-photo": Slot & {
    readonly first: string;
    readonly firstRequirement: RequirementId;
    readonly firstTitle: string;
  };
  "title-differs": { readonly title: string; readonly found: string };
}
