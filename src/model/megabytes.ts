/** Sizes as limits are written: in megabytes. */

/** Bytes of a megabyte. */
export const mega = 1024 * 1024;

/** Megabytes with one decimal, rounded up, so that what is over a limit never reads like the limit itself. */
export const megabytes = (bytes: number): number => Math.ceil((bytes / mega) * 10) / 10;
