/** How much a problem weighs. */
export type Severity = "error" | "warning";

/** What a map or a workspace may say of a problem: another weight, or that it is no problem here. */
export type SeverityChoice = Severity | "off";
