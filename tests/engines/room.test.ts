/** One piece of memory serves every small file; what a large one took is given back. */
import { truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { Room } from "../../src/engines/room.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

it("small files are read into the same memory, one large one after the other is not kept", async () => {
  const [one, other, large] = ["one", "other", "large"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(one, "样例一");
  writeFileSync(other, "样例");
  writeFileSync(large, "");
  truncateSync(large, 20 << 20);
  const room = new Room();
  const first = await room.read(one);
  expect(first?.toString()).toBe("样例一");
  const second = await room.read(other);
  expect(second?.toString()).toBe("样例");
  expect(second?.buffer).toBe(first?.buffer);
  const huge = await room.read(large);
  expect([huge?.length, huge?.buffer.byteLength]).toEqual([20 << 20, 20 << 20]);
  const after = await room.read(one);
  expect([after?.toString(), after?.buffer.byteLength]).toEqual(["样例一", 1 << 20]);
  expect(await room.read(path.join(folder, "none"))).toBeNull();
});
