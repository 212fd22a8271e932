/**
 * Compiles the sample of a district and tells where each output is. Ends with 0 when the pack was written,
 * and prints the exit code that a CI job would have seen.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { main } from "../dist/cli.js";
import { nodeWorld } from "../dist/world.js";

const root = path.join(import.meta.dirname, "..");
const workspace = path.join(root, "fixtures", "fenghua");
const world = { ...nodeWorld(), cwd: root };

const code = await main(["compile", "-C", workspace], world);
const manifest = path.join(workspace, "pack", "manifest.json");
// 0 complete, 1 gaps, 3 unreadable files: the pack was written all the same. Anything else wrote none.
const written = [0, 1, 3].includes(code) && existsSync(manifest);
if (written) {
  const { outputs } = JSON.parse(readFileSync(manifest, "utf8"));
  // Of the offline page the file that is opened.
  const opened = outputs.filter(({ role, format }) => role !== "site" || format === "html");
  const rows = [...opened.map((each) => [each.role, each.path]), ["manifest", "manifest.json"]];
  console.log("\n演示：成果包各文件的位置 / demo: where each output is");
  for (const [role, file] of rows) {
    console.log(`  ${role.padEnd(15)} ${path.relative(root, path.join(workspace, "pack", file))}`);
  }
  console.log(`CI 会看到的退出码 / exit code that CI would have seen: ${code}`);
} else {
  process.exitCode = code === 0 ? 1 : code;
}
