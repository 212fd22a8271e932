/**
 * Child processes and the network: the only importer of node:child_process and the only caller of fetch.
 * No child outlives the program: it is killed when the program ends or is told to end, and each child that runs
 * code of ours watches its parent as well, for the case that the parent is killed without a word.
 */
import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "./world.ts";

/** A Node process of ours that answers one question after another. */
export interface Child {
  readonly pid: number;
  /** Sends a question; its answer, or null when the process ended instead. */
  ask(question: object): Promise<unknown>;
  /** Kills it at once; done when it is gone. */
  kill(): Promise<void>;
}

/** Signals that end the program; the numbers of Windows are told as these too. */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const living = new Set<ChildProcess>();

const killAll = (): void => {
  for (const child of living) child.kill("SIGKILL");
};

function endBySignal(signal: NodeJS.Signals): void {
  killAll();
  for (const each of endings) process.off(each, endBySignal);
  // Another listener may have its own way of ending; without one, the signal does what it always did.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

/**
 * While `work` runs, a signal that ends the program is answered with `farewell`, which cannot wait for anything; then
 * all children are gone and the exit code is 128 and the signal's number, as shells tell it. Where `farewell` says
 * false, the work is as good as done and goes on. A second signal ends the program at once.
 */
export async function withFarewell<T>(work: () => Promise<T>, farewell: () => boolean): Promise<T> {
  const leave = (signal: NodeJS.Signals): void => {
    stay();
    if (!farewell()) return;
    killAll();
    process.exit(128 + constants.signals[signal]);
  };
  const stay = (): void => {
    for (const each of endings) process.off(each, leave);
  };
  for (const each of endings) process.on(each, leave);
  try {
    return await work();
  } finally {
    stay();
  }
}

function keep(child: ChildProcess): ChildProcess {
  if (living.size === 0) {
    process.on("exit", killAll);
    for (const each of endings) process.on(each, endBySignal);
  }
  living.add(child);
  child.once("exit", () => {
    living.delete(child);
    if (living.size > 0) return;
    process.off("exit", killAll);
    for (const each of endings) process.off(each, endBySignal);
  });
  return child;
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) resolve();
    else child.once("exit", () => resolve());
  });

/** Compiled code of the program that runs as a process of its own, e.g. `engines/libreoffice-child.js`. */
export const ownScript = (name: string): string => path.join(packageRoot, "dist", name);

/**
 * Starts a Node process that runs a script and answers each message with one message.
 * While it has no question to answer it does not keep the program running.
 */
export function startChild(
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Child {
  return childOf(keep(forked(script, args, environment)));
}

const forked = (
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess =>
  // Answers may hold bytes.
  fork(script, [...args], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [],
    serialization: "advanced",
    env: { ...process.env, ...environment },
  });

function childOf(child: ChildProcess): Child {
  // A process that could not be started tells it as an error; `ask` learns it as the end of the process.
  child.on("error", () => undefined);
  const rest = (): void => {
    child.unref();
    child.channel?.unref();
  };
  rest();
  return {
    pid: child.pid ?? 0,
    ask: (question) =>
      new Promise((resolve) => {
        const settle = (answer: unknown): void => {
          child.off("message", settle);
          child.off("exit", onEnd);
          child.off("error", onEnd);
          rest();
          resolve(answer);
        };
        const onEnd = (): void => settle(null);
        child.on("message", settle);
        child.once("exit", onEnd);
        child.once("error", onEnd);
        if (!child.connected) return settle(null);
        child.ref();
        child.channel?.ref();
        child.send(question, (error) => {
          if (error !== null) onEnd();
        });
      }),
    kill: async () => {
      child.ref();
      child.kill("SIGKILL");
      await gone(child);
    },
  };
}

/**
 * For code that runs as a child of ours: takes this process down as soon as its parent is gone. While it works without
 * a pause it hears nothing of that, so a thread beside it looks after the parent.
 */
export function dieWithParent(): void {
  const parent = String(process.ppid);
  const watch = `
    const gone = () => {
      try { process.kill(${parent}, 0); } catch { return true; }
      return process.platform !== "win32" && process.ppid !== ${parent};
    };
    setInterval(() => { if (gone()) process.kill(process.pid, "SIGKILL"); }, 500);`;
  new Worker(watch, { eval: true }).unref();
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
}

/** A program of the machine, to be run once. */
export interface Tool {
  readonly command: string;
  readonly args: readonly string[];
}

export type ToolResult =
  | { readonly ended: "exit"; readonly code: number | null; readonly output: string }
  | { readonly ended: "timed-out" }
  | { readonly ended: "not-found" };

/**
 * Runs a program and all that it starts, for at most `seconds`. It runs below a small process of ours (`guard.ts`)
 * that kills the whole group when the time is over or when the program itself is gone.
 */
export async function runTool(tool: Tool, seconds: number): Promise<ToolResult> {
  // Nobody kills the guard: it ends by itself when we are gone, and takes the tool with it.
  const guard = childOf(forked(ownScript("guard.js"), []));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void guard.ask({ stop: true });
  }, seconds * 1000);
  const answer = await guard.ask({ ...tool });
  clearTimeout(timer);
  await guard.kill();
  if (late) return { ended: "timed-out" };
  const { code, output, missing } = answer === null ? {} : (answer as Partial<GuardAnswer>);
  if (missing === true) return { ended: "not-found" };
  return { ended: "exit", code: code ?? null, output: output ?? "" };
}

interface GuardAnswer {
  readonly code: number | null;
  readonly output: string;
  readonly missing: boolean;
}

/** What `guard.ts` does: runs one tool, answers how it ended, and takes it down when nobody listens any more. */
export function guardTool(): void {
  let tool: ChildProcess | null = null;
  const stop = (): void => {
    if (tool?.pid !== undefined) killGroup(tool.pid);
  };
  process.on("disconnect", () => {
    stop();
    process.exit();
  });
  // A Ctrl-C goes to everybody on the terminal; the program decides, and closes the channel.
  for (const signal of endings) process.on(signal, () => undefined);
  process.on("message", (message: Tool | { readonly stop: true }) => {
    if ("stop" in message) {
      stop();
      return;
    }
    let output = "";
    const answer = (rest: Omit<GuardAnswer, "output">): void => {
      process.send?.({ ...rest, output: output.slice(0, 10_000) });
    };
    tool = spawn(message.command, [...message.args], {
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const gather = (chunk: Buffer): void => {
      if (output.length < 10_000) output += chunk.toString("utf8");
    };
    tool.stdout?.on("data", gather);
    tool.stderr?.on("data", gather);
    tool.once("error", () => answer({ code: null, missing: true }));
    tool.once("exit", (code) => {
      // What the tool started and left behind goes too; its last words may still be on their way.
      stop();
      const told = (): void => answer({ code, missing: false });
      const last = setTimeout(told, 500);
      tool?.once("close", () => {
        clearTimeout(last);
        told();
      });
    });
  });
}

function killGroup(pid: number): void {
  try {
    if (process.platform === "win32") spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
    else process.kill(-pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
}

export type Answer =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly failure: "unreachable" | "timed-out" | "refused"; readonly status: number | null };

/** Asks a web address, with a form when one is given; no answer within `seconds` is a failure like any other. */
export async function askAddress(url: string, seconds: number, form?: FormData): Promise<Answer> {
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const response = await fetch(url, { signal, redirect: "error", ...(form && { method: "POST", body: form }) });
    const bytes = Buffer.from(await response.arrayBuffer());
    return response.ok ? { ok: true, bytes } : { ok: false, failure: "refused", status: response.status };
  } catch {
    return { ok: false, failure: signal.aborted ? "timed-out" : "unreachable", status: null };
  }
}
