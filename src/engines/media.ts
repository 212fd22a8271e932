/** The only importer of MediaInfo (WebAssembly): how long a recording is and how large its picture. */
import mediainfo from "mediainfo.js";
import type { ByteSource } from "../world.ts";

export interface MediaFacts {
  /** Null: the file does not tell, or is broken. */
  readonly seconds: number | null;
  /** Pixels as shown, after turning; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
  /** Video first. */
  readonly codecs: readonly string[];
}

/** A file that has not told by then will not: bounds the time of broken ones. */
const readLimit = 128 * 1024 * 1024;

/** Never fails: what a file does not tell is null. Reads pieces where the format has its facts. */
export async function mediaFacts(source: ByteSource): Promise<MediaFacts> {
  let left = readLimit;
  const piece = async (length: number, offset: number): Promise<Uint8Array> => {
    const bytes = await source.read(offset, Math.min(length, left));
    left -= bytes.length;
    return bytes;
  };
  const info = await mediainfo({ format: "object", chunkSize: 256 * 1024 });
  try {
    const { media } = await info.analyzeData(source.size, piece);
    const tracks = media?.track ?? [];
    const video = tracks.find((each) => each["@type"] === "Video");
    const sound = tracks.find((each) => each["@type"] === "Audio");
    const general = tracks.find((each) => each["@type"] === "General");
    const lengths = [general, video, sound].map((each) => positive(each?.Duration));
    const size = [positive(video?.Width), positive(video?.Height)];
    const turned = Math.round(Number(video?.Rotation ?? 0) / 90) % 2 !== 0;
    const [width = null, height = null] = turned ? size.toReversed() : size;
    return {
      seconds: lengths.find((each) => each !== null) ?? null,
      width,
      height,
      codecs: [video, sound].flatMap((each) => each?.Format ?? []),
    };
  } catch {
    return { seconds: null, width: null, height: null, codecs: [] };
  } finally {
    info.close();
  }
}

const positive = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) && value > 0 ? value : null;
