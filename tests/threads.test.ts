/** Jobs shared out among threads: each is done once, whoever does it, and comes back to who asked. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { InkBand } from "../src/engines/pdfium-ink.ts";
import { Threads } from "../src/threads.ts";
import { lookAtStrip } from "../src/write/strips.ts";
import type { StripJob } from "../src/write/strips.ts";
import { tempFolder } from "./support/folders.ts";
import { pagePdf } from "./support/handmade-pdf.ts";

const folder = tempFolder();

/** Pages that differ in where a square stands in the strip. */
const jobs = Array.from({ length: 40 }, (_, index): StripJob => {
  const file = path.join(folder, `${String(index)}.pdf`);
  const square = `0 0 0 rg ${String(100 + index)} 20 10 10 re f`;
  writeFileSync(file, pagePdf(square, { page: "/MediaBox [0 0 595 842]" }));
  return { file, paper: "original", place: { position: "outer", at: "foot" } };
});

const runsOf = (bands: readonly InkBand[]): unknown => bands.map(({ runs }) => runs);
const expected = jobs.map((_, index) => [[[100 + index, 110 + index]]]);

describe("jobs for threads", () => {
  it.each([1, 2, 3])("come back to who asked, with %i at once in each", async (ahead) => {
    const threads = new Threads<StripJob, readonly InkBand[]>("write/strip-worker.js", 2, { ahead });
    const found = await Promise.all(jobs.map((job) => threads.run(job)));
    await threads.close();
    expect(found.map(runsOf)).toEqual(expected);
  });

  it("are done in this thread too, where it takes part", async () => {
    const here: string[] = [];
    const threads = new Threads<StripJob, readonly InkBand[]>("write/strip-worker.js", 2, {
      ahead: 2,
      here: (job) => {
        here.push(job.file);
        return lookAtStrip(job);
      },
    });
    const found = await Promise.all(jobs.map((job) => threads.run(job)));
    await threads.close();
    expect(found.map(runsOf)).toEqual(expected);
    expect(here[0]).toBe(jobs[0]?.file);
    expect(here.length).toBeLessThan(jobs.length);
  });

  it("fail one by one when a thread ends: nobody waits for ever", async () => {
    const threads = new Threads("no/such-module.js", 2, { ahead: 2 });
    const found = await Promise.allSettled(jobs.slice(0, 5).map((job) => threads.run(job)));
    await threads.close();
    expect(found.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => "rejected"));
  });

  it("fail when this thread fails, and the next are done", async () => {
    const threads = new Threads<StripJob, readonly InkBand[]>("write/strip-worker.js", 2, {
      here: () => Promise.reject(new Error("样例")),
    });
    const found = await Promise.allSettled(jobs.map((job) => threads.run(job)));
    await threads.close();
    expect(found[0]?.status).toBe("rejected");
    expect(found).toHaveLength(jobs.length);
  });
});
