/** Facts of the templates of report and briefing. */
export interface TemplateFacts {
  "template-missing": {
    readonly file: string;
    /** Why it cannot be read, where it is more than not there: a code of the system. */
    readonly cause: string;
    readonly kind: "report" | "briefing";
  };
  "template-syntax": {
    readonly what: "syntax" | "unclosed" | "stray";
    /** As it is typed. */
    readonly text: string;
  };
  "template-unknown": {
    readonly what: "variable" | "filter" | "tag" | "argument" | "part" | "narrative";
    readonly name: string;
    readonly nearest: string | null;
  };
  "template-value": {
    /** What stands where it cannot, or is not as it should be. */
    readonly what: "list" | "record" | "pages" | "heading" | "table" | "row" | "widths" | "blocks" | "html" | "picture";
  };
  "template-limit": Record<never, never>;
}
