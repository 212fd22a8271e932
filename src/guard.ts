/** A process of its own between the program and a tool of the machine: `processes.ts` says what it does. */
import { guardTool } from "./processes.ts";

guardTool();
