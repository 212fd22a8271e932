/** Facts of what must not stand in plain sight. The numbers themselves are never among them. */
import type { PersonalCount, Secrecy } from "../../model/sensitive.ts";
import type { TextPlace } from "../../model/words.ts";

export interface PrivacyFacts {
  "personal-data": PersonalCount & {
    readonly where: "name" | "register" | "narrative" | "text";
    /** The first places in the text of a file, and how many there are in all. */
    readonly places: readonly TextPlace[];
    readonly placesInAll: number;
    /** All of the text was looked through. */
    readonly whole: boolean;
  };
  classified: { readonly mark: Secrecy; readonly where: "name" | "register" | "text" };
}
