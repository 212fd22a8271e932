/** A world for `main` in which nothing is printed: what was said can be read afterwards. */
import type { World } from "../../src/world.ts";

export interface TestWorld {
  readonly world: World;
  readonly out: () => string;
  readonly err: () => string;
}

export interface TestWorldOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The clock, for `--as-of today`. */
  readonly now?: () => number;
}

/** No terminal, no variables of the environment but those given, a clock that stands still. */
export function testWorld({ cwd, env = {}, now = () => Date.UTC(2019, 9, 31) }: TestWorldOptions): TestWorld {
  const said = { out: "", err: "" };
  const sink = (stream: keyof typeof said) => ({
    isTTY: false,
    write: (text: string): void => {
      said[stream] += text;
    },
  });
  return {
    // Starting an office suite for a text file takes seconds: tests that want one say so.
    world: { cwd, env: { EVIPACK_CONVERTER: "none", ...env }, now, stdout: sink("out"), stderr: sink("err") },
    out: () => said.out,
    err: () => said.err,
  };
}
