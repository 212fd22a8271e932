/**
 * Loaded before a measured program: tells its peak memory (KB) on stderr as it ends. What the system counts for a
 * process begins with what its parent had as it started it; Linux also tells what the program itself came to.
 */
import { readFileSync } from "node:fs";

process.on("exit", () => {
  process.stderr.write(`\npeak ${String(ownPeak() ?? process.resourceUsage().maxRSS)}\n`);
});

function ownPeak() {
  try {
    return /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
