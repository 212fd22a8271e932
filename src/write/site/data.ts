/** The pack as the offline page shows it. */
import { printWords } from "../../diagnostics/print/words.ts";
import type { CheckResult } from "../../diagnostics/print/result.ts";
import { rateOf, statuses } from "../../model/coverage.ts";
import type { Picture } from "../../model/document.ts";
import { compareNames } from "../../model/order.ts";
import type { SiteData, SiteTrend } from "../../model/site.ts";
import type { WriteFacts } from "../pack.ts";
import { references } from "../resolve.ts";
import { volumeFile } from "../volume-names.ts";
import { siteBlocks } from "./blocks.ts";
import { departmentsOf, heatOf, stagesOf } from "./counts.ts";
import { siteExhibits } from "./exhibits.ts";
import { siteNodes, siteRequirements } from "./nodes.ts";
import type { SiteFacts } from "./write.ts";

export interface Drawn {
  /** Address of a picture of a narrative, from the page. */
  readonly addressOf: (picture: Picture) => string;
  readonly trend: SiteTrend | null;
  /** Exhibits whose text cannot be searched whole. */
  readonly cut: number;
}

/** Pure; the same facts give the same data. */
export function siteData(facts: WriteFacts, { words: site, sheets, stages }: SiteFacts, drawn: Drawn): SiteData {
  const { pack, plan, rendered, result, looks, workspace } = facts;
  const { words } = looks;
  const { language } = pack;
  const departments = departmentsOf(result, site);
  const refs = references(plan, words);
  const originals = workspace === null ? null : `../${workspace}`;
  const exhibits = siteExhibits(pack.exhibits, { plan, rendered, result, words, site, language, originals });
  const names = printWords[language].status;
  const kinds = [...new Set(exhibits.map(({ kind }) => kind))].toSorted(compareNames);
  return {
    schema: "evipack/site@1",
    language,
    title: pack.title,
    author: pack.author,
    map: result.map.title,
    asOf: result.asOf,
    marks: pack.report.cover.marks,
    volumes: plan.volumes.map((volume) => ({
      number: volume.number,
      address: `../${encodeURIComponent(volumeFile(volume, plan, words))}`,
      numberedFrom: volume.numberedFrom,
    })),
    pages: plan.volumes.reduce((sum, { pages }) => sum + pages, 0),
    originals: originals !== null,
    ...standingOf(result),
    stages: stagesOf(stages, result),
    trend: drawn.trend,
    heat: heatOf(result, departments),
    departments,
    nodes: siteNodes({
      result,
      sheets,
      groups: pack.appendix.groups,
      words: site,
      blocks: (narrative) => siteBlocks(narrative, { plan, refs, addressOf: drawn.addressOf }),
    }),
    requirements: siteRequirements(result, language),
    exhibits,
    cut: drawn.cut,
    kinds: kinds.map((kind) => [kind, words.appendix.kinds[kind] ?? kind]),
    statuses: statuses.map((status) => [status, names[status]]),
  };
}

/** Where the whole stands on the day of judgement. */
function standingOf({ total, owed, stage }: CheckResult): Pick<SiteData, "count" | "owed" | "overdue" | "stage"> {
  const { covered, applicable } = total;
  const current = stage?.current ?? null;
  return {
    count: { covered, applicable, rate: rateOf(total) },
    owed: owed.size,
    overdue: stage?.overdue.length ?? 0,
    stage:
      stage === null || current === null
        ? null
        : {
            number: stage.number ?? 0,
            title: current.title,
            to: current.to,
            daysLeft: stage.daysLeft ?? 0,
            due: stage.due.length,
          },
  };
}
