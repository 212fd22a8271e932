/** What is known of a file that cannot be printed, beside its name, size and hash. */

export interface MailAttachment {
  /** As the mail names it; empty when it has no name. */
  readonly name: string;
  /** Null when the mail does not tell. */
  readonly bytes: number | null;
}

/** When a mail was sent, as it is written in it, so that the zone of the machine changes nothing. */
export interface MailDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly time: string;
  /** `+08:00`, as written; `+00:00` where only UTC is kept. */
  readonly zone: string;
}

export type About =
  | {
      readonly type: "media";
      /** Null: the file does not tell. */
      readonly seconds: number | null;
      /** Pixels of a video as it is shown; null for sound. */
      readonly width: number | null;
      readonly height: number | null;
      /** Names of the codecs, video first; empty when the file does not tell. */
      readonly codecs: readonly string[];
    }
  | {
      readonly type: "link";
      /** As the file has it; empty when it has none. */
      readonly url: string;
      /** http or https: only these are made into links. */
      readonly safe: boolean;
    }
  | {
      readonly type: "mail";
      readonly from: string;
      readonly to: readonly string[];
      readonly date: MailDate | null;
      readonly subject: string;
      readonly attachments: readonly MailAttachment[];
      /** The beginning of the text, in one line. */
      readonly text: string;
    }
  | {
      readonly type: "archive";
      /** Files inside; null when only an unpacker could tell. */
      readonly entries: number | null;
      /** The first of their names. */
      readonly names: readonly string[];
    }
  | { readonly type: "plain" };
