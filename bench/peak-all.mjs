/**
 * As `peak.mjs`, of a program and all its child processes together: a thread beside it adds up every few milliseconds
 * what they hold. What they share (the code of Node, some 40 MB) is counted for each. Linux only.
 */
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It has just ended.
    return "";
  }
};
const held = (id) => Number(/^VmRSS:\s+(\d+) kB$/mu.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
const children = (id) => read(`/proc/${id}/task/${id}/children`).split(" ").filter(Boolean);
const together = (id) => children(id).reduce((sum, each) => sum + together(each), held(id));

if (isMainThread) {
  const peak = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL(import.meta.url), { workerData: peak, execArgv: [] }).unref();
  process.on("exit", () => {
    process.stderr.write(`\npeak ${String(peak[0])}\n`);
  });
} else if (parentPort !== null && workerData instanceof Int32Array) {
  setInterval(() => {
    workerData[0] = Math.max(workerData[0], together(String(process.pid)));
  }, 5);
}
