/** When changes are told: after a second of quiet, and after half a minute without any. */
import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { gatherChanges } from "../../src/commands/changes.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout"] }));
afterEach(() => void vi.useRealTimers());

it("tells what changed after a second of quiet", async () => {
  const changes = gatherChanges();
  const file = path.join(folder, "quiet.txt");
  writeFileSync(file, "样例");
  changes.note(file);
  const told = vi.fn<(files: readonly string[]) => void>();
  void changes.next(() => undefined).then(told);
  await vi.advanceTimersByTimeAsync(900);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(told).toHaveBeenCalledExactlyOnceWith([file]);
});

it("does not wait for ever for a file that never rests, and tells it again", async () => {
  const changes = gatherChanges();
  const file = path.join(folder, "log.txt");
  writeFileSync(file, "样例");
  changes.note(file);
  const [told, waited] = [vi.fn<(files: readonly string[]) => void>(), vi.fn<(file: string) => void>()];
  const grow = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      appendFileSync(file, "一行\n");
      await vi.advanceTimersByTimeAsync(1000);
    }
  };
  void changes.next(waited).then(told);
  await grow(29);
  expect(told).not.toHaveBeenCalled();
  await grow(1);
  expect(told).toHaveBeenCalledExactlyOnceWith([file]);
  expect(waited).toHaveBeenCalledExactlyOnceWith(file);
  const again = vi.fn<(files: readonly string[]) => void>();
  void changes.next(waited).then(again);
  await vi.advanceTimersByTimeAsync(2000);
  expect(again).toHaveBeenCalledExactlyOnceWith([file]);
});
