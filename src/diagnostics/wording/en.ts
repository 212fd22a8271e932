/** English wording: what is wrong, then what to do; no blame, no "please". */
import type { Catalogue } from "./catalogue.ts";
import { assignWords } from "./en/assign.ts";
import { commands } from "./en/commands.ts";
import { configuration } from "./en/configuration.ts";
import { evidence } from "./en/evidence.ts";
import { figures } from "./en/figures.ts";
import { form } from "./en/form.ts";
import { judging } from "./en/judging.ts";
import { narrative } from "./en/narrative.ts";
import { drafts } from "./en/drafts.ts";
import { numbers } from "./en/numbers.ts";
import { outputs } from "./en/outputs.ts";
import { packs } from "./en/packs.ts";
import { privacy } from "./en/privacy.ts";
import { reading } from "./en/reading.ts";
import { registers } from "./en/registers.ts";
import { rendering } from "./en/rendering.ts";
import { reportData } from "./en/report-data.ts";
import { reviewing } from "./en/review.ts";
import { templates } from "./en/templates.ts";

export const english: Catalogue = {
  ...assignWords,
  ...commands,
  ...configuration,
  ...evidence,
  ...figures,
  ...form,
  ...judging,
  ...narrative,
  ...drafts,
  ...numbers,
  ...outputs,
  ...packs,
  ...privacy,
  ...reading,
  ...registers,
  ...rendering,
  ...reportData,
  ...reviewing,
  ...templates,
};
