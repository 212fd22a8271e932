/** Markdown with signs of ours: `[@2-1-1-01]`, `{{figure}}`, and `[^1]` that no footnote answers. */
import type { Extension, Options } from "mdast-util-from-markdown";
import type { Literal } from "mdast";

/** A sign as it is typed, with its brackets. */
export interface Sign extends Literal {
  readonly type: "sign";
}

declare module "mdast" {
  interface PhrasingContentMap {
    sign: Sign;
  }
  interface RootContentMap {
    sign: Sign;
  }
}

type Syntax = NonNullable<NonNullable<Options["extensions"]>[number]>;
type Construct = Extract<NonNullable<Extract<Syntax, { text?: unknown }>["text"]>[number], { tokenize: unknown }>;
type State = ReturnType<Construct["tokenize"]>;

declare module "micromark-util-types" {
  interface TokenTypeMap {
    sign: "sign";
  }
}

const codes = { bracket: 91, closing: 93, brace: 123, closingBrace: 125, at: 64, caret: 94, backslash: 92 };

/** What stands in a sign ends on its line; -5 to -3 are line ends, null is the end of the text. */
const ends = (code: number | null): boolean => code === null || (code < 0 && code > -6 && code !== -2 && code !== -1);

/** The bracket with which a sign begins, and behind it one of `seconds`; then `inside` goes on. */
function opened(
  effects: Parameters<Construct["tokenize"]>[0],
  nok: State,
  seconds: readonly number[],
  inside: State,
): State {
  const second: State = (code) => {
    if (code === null || !seconds.includes(code)) return nok(code);
    effects.consume(code);
    return inside;
  };
  return (code) => {
    effects.enter("sign");
    effects.consume(code);
    return second;
  };
}

/** `[@…]` and `[^…]` without brackets inside. */
const bracketed: Construct = {
  name: "sign",
  tokenize(effects, ok, nok) {
    let empty = true;
    const inside: State = (code) => {
      if (ends(code) || code === codes.bracket) return nok(code);
      effects.consume(code);
      if (code !== codes.closing) {
        empty = false;
        return inside;
      }
      effects.exit("sign");
      return empty ? nok : ok;
    };
    return opened(effects, nok, [codes.at, codes.caret], inside);
  },
};

/** `{{…}}` without braces inside. */
const braced: Construct = {
  name: "sign",
  tokenize(effects, ok, nok) {
    let empty = true;
    const last: State = (code) => {
      if (code !== codes.closingBrace || empty) return nok(code);
      effects.consume(code);
      effects.exit("sign");
      return ok;
    };
    const inside: State = (code) => {
      if (ends(code) || code === codes.brace) return nok(code);
      effects.consume(code);
      if (code === codes.closingBrace) return last;
      empty = false;
      return inside;
    };
    return opened(effects, nok, [codes.brace], inside);
  },
};

/** Goes before the syntax of GFM: its footnotes come first, and what is none is told as a sign. */
export const signSyntax: Syntax = { text: { [codes.bracket]: bracketed, [codes.brace]: braced } };

export const signTree: Extension = {
  enter: {
    sign(token) {
      this.enter({ type: "sign", value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    sign(token) {
      this.exit(token);
    },
  },
};
