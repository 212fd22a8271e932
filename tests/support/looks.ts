/** Looks of the program, without anything of a workspace. */
export { usualLooks as looksOf } from "../../src/load/looks.ts";
