/** `npm run bench [NAME…]`: runs the benches that are named, or all of them, and prints a table of each. */
import { table } from "./measure.ts";
import type { Measured } from "./measure.ts";
import { again } from "./again.ts";
import { appendix, changed, growth, heavy } from "./appendix.ts";
import { check } from "./check.ts";
import { report } from "./report.ts";
import { site } from "./site.ts";
import { startup } from "./startup.ts";

const benches: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  startup,
  check,
  report,
  again,
  site,
  appendix,
  heavy,
  changed,
  growth,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(benches)) {
    if (asked.length === 0 || asked.includes(name)) console.log(`${name}\n${table(await run())}\n`);
  }
}
