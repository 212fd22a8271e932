/** Loaded before a measured program: tells its peak memory (KB) on stderr as it ends. */
process.on("exit", () => {
  process.stderr.write(`\npeak ${String(process.resourceUsage().maxRSS)}\n`);
});
