/** Packs that are verified, packaged and compared. */
import type { PackFacts } from "../../facts/packs.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { count, list } from "./phrases.ts";

export const packs: CatalogueOf<PackFacts> = {
  "no-manifest": ({ reason, detail = "" }) =>
    ({
      "no-folder": {
        what: "there is no such folder or file",
        next: "Name the folder of a pack, the folder of a delivery, or its ZIP.",
      },
      "no-pack": {
        what: "there is no such folder or file",
        next: "Name the folder of a pack or of a delivery; a ZIP has to be unpacked first.",
      },
      missing: {
        what: "there is no manifest.json in it, so it is neither a pack nor a delivery",
        next: "Name a pack that evipack compile wrote, or what evipack package made of it.",
      },
      below: {
        what: `there is no manifest.json in it, but a pack or a delivery lies in ${detail}, one folder down`,
        next: `Name the folder ${detail} in it.`,
      },
      workspace:
        detail === ""
          ? {
              what: "this is a workspace, in which there is no pack yet",
              next: "Compile one first, with evipack compile.",
            }
          : { what: `this is a workspace; its pack is ${detail}`, next: `Name ${detail} instead.` },
      inside: {
        what: `this is a file of a pack or a delivery, which is ${detail}`,
        next: `Verify it as a whole: evipack verify ${detail}`,
      },
      broken: {
        what: `manifest.json cannot be read${detail === "" ? "" : ` (${detail} is wrong)`}, so nothing tells what should be here`,
        next: "Take an intact copy, or compile again.",
      },
      version: {
        what: `a newer version compiled it (${detail}), which this program does not know`,
        next: "Update evipack; if that cannot be, compile again with this one.",
      },
      zip: {
        what: "this is a ZIP, which has to be unpacked before it can be compared",
        next: "Unpack it and name the folder that comes out of it.",
      },
      "no-zip": {
        what: "this is no ZIP file that can be opened",
        next: "Copy or download it again; if that does not help, package again.",
      },
      "damaged-zip": {
        what: "the ZIP is damaged or encrypted: files in it cannot be unpacked, and there is no manifest.json to judge by",
        next: "Copy or download it again; if that does not help, package again.",
      },
    })[reason],
  "manifest-changed": () => ({
    what: "manifest.json and manifest.sha256 do not fit: one of them was changed, so what the manifest says is not proven",
    next: "Take an intact copy; to change the pack, change the evidence and compile again.",
  }),
  "file-missing": ({ list: name, isList = false }) => ({
    what: isList
      ? "every delivery has this list of checksums, but it is not here, so the files it names cannot be checked one by one"
      : name === null
        ? "every pack or delivery has this file, but it is not here"
        : `${name} names it, but it is not here`,
    next: "Put it back from an intact copy, or compile and package again.",
  }),
  "file-changed": ({ list: name, bytes, expected }) => ({
    what: `its content is not what ${name} says${
      expected === null || expected === bytes ? "" : ` (${count(bytes, "byte")} instead of ${String(expected)})`
    }`,
    next: "Somebody edited it, or a copy went wrong: take the file as it was, or compile again.",
  }),
  "file-extra": ({ list: name, leftBehind = false }) => ({
    what: name === null ? "it lies in the ZIP, but beside the folder of the delivery" : `${name} does not name it`,
    next: leftBehind
      ? "A system or an office program left it by itself: delete it."
      : "Move it out (an empty folder can be deleted); what belongs into the pack goes into the workspace, then compile again.",
  }),
  "file-unsound": ({ format, part }) => ({
    what: part === null ? `it does not open as ${format.toUpperCase()}` : `${part} inside of it is damaged`,
    next: "Take an intact copy, or compile again.",
  }),
  "page-count": ({ pages, expected }) => ({
    what: `it has ${count(pages, "page")}, manifest.json says ${String(expected)}`,
    next: "Pages were added or taken out: take the file as it was, or compile again.",
  }),
  "page-label": ({ page, label, printed }) => ({
    what: `page ${String(page)} should have the number "${label === "" ? "(nothing)" : label}", but printed on it is "${printed === "" ? "(nothing)" : printed}"`,
    next: "Pages were replaced or moved: take the file as it was, or compile again.",
  }),
  "dead-link": ({ page, goal, reason }) => ({
    what: `a link ${page === null ? "" : `on page ${String(page)} `}leads nowhere: ${
      reason === "no-page"
        ? "there is no such page"
        : reason === "no-file"
          ? "the file is not in the pack"
          : "there is no such place"
    }${goal === "" ? "" : ` (${goal})`}`,
    next: "Take the file as it was, or compile again; if it is still so, tell the maintainers, for it is a fault of the program.",
  }),
  "exhibit-page": ({ exhibit, page, source }) => ({
    what: `page ${String(page)} should be the first of exhibit ${exhibit} (${source}), but looks different from when it was compiled`,
    next: "An exhibit was replaced or has changed places: take the file as it was, or compile again.",
  }),
  "bag-form": ({ reason }) =>
    ({
      declaration: {
        what: "this does not declare BagIt 1.0 in UTF-8",
        next: "Take the file as it was, or package again.",
      },
      line: {
        what: "the line is not a checksum, two spaces and a path",
        next: "Take the file as it was, or package again.",
      },
      oxum: {
        what: "Payload-Oxum, the count of bytes and files, is not that of data/",
        next: "See whether a file is missing or extra, or package again.",
      },
    })[reason],
  "zip-altered": () => ({
    what: "the ZIP itself is not as evipack package wrote it (its directory, its headers, or bytes between the files)",
    next: "It was damaged on its way, or zipped anew with another program: take the ZIP as it was. To verify only the files in it, unpack it and verify the folder.",
  }),
  "original-changed": ({ exhibit, reason }) => ({
    what:
      reason === "outside"
        ? `manifest.json says that the original of exhibit ${exhibit} lies here, outside of evidence/, so it cannot be delivered`
        : `the original of exhibit ${exhibit} ${reason === "changed" ? "was changed" : "is gone"} since the pack was compiled`,
    next:
      reason === "outside"
        ? "No pack is compiled so, manifest.json was changed: compile again, then package."
        : "Compile again, then package; if it should not have changed, put back the file as it was.",
  }),
  "original-classified": ({ exhibit }) => ({
    what: `the original of exhibit ${exhibit} is marked as classified and may not be delivered`,
    next: "Do what evipack explain classified says, compile again, then package; if it is a false alarm, write classified: warning below severity in evipack.yaml and compile again.",
  }),
  "file-too-large": ({ megabytes, limit, what, leavable, maxMb }) => ({
    what: `it has ${String(megabytes)} MB, more than the ${String(limit)} MB allowed`,
    next: {
      original:
        "Make it smaller (coarser pictures and scans, a shorter or coarser recording) or hand it in as several files, then compile again.",
      volume:
        maxMb === null
          ? "Leave out large files that are not needed, then compile again."
          : `Write max_mb: ${String(maxMb)} below appendix in evipack.yaml and compile again, so that it is divided into volumes.`,
      output: `${leavable === null ? "Shrink" : `If it need not be delivered, write ${leavable} under package.leave_out; else shrink`} the pictures in it, and compile again.`,
      zip: "Leave out --zip and deliver the folder, or deliver in several parts.",
    }[what],
  }),
  "type-not-allowed": ({ type, allowed, what, leavable }) => ({
    what:
      type === ""
        ? "it has no extension, so its type is not among those allowed"
        : `it is ${type}, which is not among the types allowed (${list(allowed)})`,
    next: {
      original:
        "Save it as one of these types and compile again; where the appendix alone is delivered, write originals under package.leave_out; if the portal does take it, add the type to package.allowed_types.",
      output: `${leavable === null ? "If" : `To deliver none of these, write ${leavable} under package.leave_out; if`} the portal does take it, add the type to package.allowed_types.`,
      site: "It belongs to the offline page: to deliver none, write site under package.leave_out; if the portal does take it, add the type to package.allowed_types.",
    }[what],
  }),
  "name-not-ascii": () => ({
    what: "its name is not ASCII, which package.ascii_names forbids",
    next: "The pack was compiled before ascii_names was set: compile again, and its files get English names.",
  }),
  "name-clash": ({ other }) => ({
    what: `it differs from "${other}" only by case or by the form of its characters, which some systems do not tell apart`,
    next: "Give one of the two another number or title and compile again.",
  }),
};
