/** Layers (optional content groups): which are hidden when the file is opened, and the same said in another file. */
import { PDFArray, PDFDict, PDFName } from "pdf-lib";
import type { PDFContext, PDFObject, PDFRef } from "pdf-lib";
import type { Copier } from "./copy.ts";
import { arrayIn, arrayOf, dictIn, dictOf, isRef, itemsOf, nameIn } from "./objects.ts";

/** Layers of one file, or of many that were bound. */
export interface Layers {
  readonly all: readonly PDFRef[];
  readonly hidden: readonly PDFRef[];
}

/** Reads the default configuration as a viewer applies it when it opens the file (ISO 32000-1, 8.11.4.3 and 8.11.4.5). */
export function layersOf(catalog: PDFDict): Layers {
  const properties = dictIn(catalog, "OCProperties");
  if (properties === null) return { all: [], hidden: [] };
  const all = [...new Set(refsIn(arrayIn(properties, "OCGs")))];
  const config = dictIn(properties, "D");
  const [on, off] = ["ON", "OFF"].map((key) => new Set(config === null ? [] : refsIn(arrayIn(config, key))));
  const hiddenAtFirst = config !== null && nameIn(config, "BaseState") === "OFF";
  const byUse = config === null ? new Map<PDFRef, boolean>() : statesByUse(config, catalog.context);
  const hidden = all.filter((ref) => {
    if (!isForView(catalog.context, ref)) return false;
    const state = byUse.get(ref);
    if (state !== undefined) return !state;
    return (hiddenAtFirst && on?.has(ref) !== true) || off?.has(ref) === true;
  });
  return { all, hidden };
}

/** Whether a layer is meant to be switched in viewers; others are always shown (ISO 32000-1, 8.11.2.3). */
function isForView(context: PDFContext, ref: PDFRef): boolean {
  const intents = namesOf(context.lookup(ref));
  return intents.length === 0 || intents.includes("View") || intents.includes("All");
}

function namesOf(group: PDFObject | undefined): readonly string[] {
  const intent = group instanceof PDFDict ? group.lookup(PDFName.of("Intent")) : undefined;
  const list = intent instanceof PDFArray ? itemsOf(intent) : [intent];
  return list.flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []));
}

const refsIn = (array: PDFArray | null): PDFRef[] => array?.asArray().filter(isRef) ?? [];

/** Layers that are switched by what the file is used for; here it is viewed. */
function statesByUse(config: PDFDict, context: PDFContext): Map<PDFRef, boolean> {
  const states = new Map<PDFRef, boolean>();
  for (const each of itemsOf(arrayIn(config, "AS"))) {
    if (!(each instanceof PDFDict) || nameIn(each, "Event") !== "View") continue;
    for (const ref of refsIn(arrayIn(each, "OCGs"))) {
      const group = context.lookup(ref);
      const usage = group instanceof PDFDict ? dictIn(group, "Usage") : null;
      const view = usage === null ? null : dictIn(usage, "View");
      const state = view === null ? null : nameIn(view, "ViewState");
      if (state !== null) states.set(ref, state !== "OFF");
    }
  }
  return states;
}

/** The layers as they stand in a file into which pages were copied; those that no page uses are left out. */
export function copiedLayers(layers: Layers, copier: Copier): Layers {
  const copies = (refs: readonly PDFRef[]): PDFRef[] => refs.flatMap((ref) => copier.copyOf(ref) ?? []);
  return { all: copies(layers.all), hidden: copies(layers.hidden) };
}

/**
 * Takes from layers what viewers might switch them by: some follow a layer's usage although its file does not ask
 * for that, others do not, and all must show the same.
 */
export function fixLayers({ all }: Layers, context: PDFContext): void {
  for (const ref of all) {
    const group = context.lookup(ref);
    if (group instanceof PDFDict) group.delete(PDFName.of("Usage"));
  }
}

/** Writes the layers into a catalog; no panel lists them, for they are as they were handed in. */
export function setLayers(catalog: PDFDict, { all, hidden }: Layers): void {
  if (all.length === 0) return;
  const { context } = catalog;
  const config = dictOf(context, { BaseState: PDFName.of("ON"), OFF: arrayOf(context, hidden) });
  catalog.set(PDFName.of("OCProperties"), dictOf(context, { OCGs: arrayOf(context, all), D: config }));
}
