/** 中文措辞：先说哪里不对，再说怎么办；不指责，不说“请”。 */
import type { Catalogue } from "./catalogue.ts";
import { assignWords } from "./zh-CN/assign.ts";
import { commands } from "./zh-CN/commands.ts";
import { configuration } from "./zh-CN/configuration.ts";
import { evidence } from "./zh-CN/evidence.ts";
import { figures } from "./zh-CN/figures.ts";
import { form } from "./zh-CN/form.ts";
import { judging } from "./zh-CN/judging.ts";
import { narrative } from "./zh-CN/narrative.ts";
import { drafts } from "./zh-CN/drafts.ts";
import { numbers } from "./zh-CN/numbers.ts";
import { outputs } from "./zh-CN/outputs.ts";
import { packs } from "./zh-CN/packs.ts";
import { privacy } from "./zh-CN/privacy.ts";
import { reading } from "./zh-CN/reading.ts";
import { registers } from "./zh-CN/registers.ts";
import { rendering } from "./zh-CN/rendering.ts";
import { reportData } from "./zh-CN/report-data.ts";
import { reviewing } from "./zh-CN/review.ts";
import { templates } from "./zh-CN/templates.ts";

export const chinese: Catalogue = {
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
