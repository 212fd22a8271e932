/** A child that answers as the engine does, and does what the input file says. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../support/folders.ts";

/** A child is started as any other, without what reads TypeScript. */
const processes = pathToFileURL(path.join(root, "dist", "processes.js")).href;

const script = `
import { appendFileSync, copyFileSync, readFileSync } from "node:fs";
import { dieWithParent } from ${JSON.stringify(processes)};
dieWithParent();
const starts = process.argv[1] + ".starts";
appendFileSync(starts, process.pid + "\\n");
let served = 0;
process.on("message", (question) => {
  if ("start" in question) return process.send({ done: true });
  const word = readFileSync(question.input, "utf8").trim();
  if (word === "hang") for (;;);
  if (word === "crash") process.exit(1);
  if (word === "crash-when-used" && served > 0) process.exit(1);
  if (word === "eat") {
    globalThis.eaten = [];
    setInterval(() => globalThis.eaten.push(Buffer.alloc(64 * 1024 * 1024, 1)), 50);
    return;
  }
  served += 1;
  if (word === "fail") return process.send({ done: false, error: "cannot be opened" });
  copyFileSync(question.input, question.output);
  process.send({ done: true });
});
`;

/** Writes the script; each start of it adds its process id as a line to `<script>.starts`. */
export function fakeChild(folder: string, name: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, script);
  return file;
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Waits until something holds; false when it does not within a minute. */
export async function eventually(holds: () => boolean): Promise<boolean> {
  for (let round = 0; round < 1200; round += 1) {
    if (holds()) return true;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  return false;
}
