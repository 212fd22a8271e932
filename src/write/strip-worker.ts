/** A thread that looks at strips. */
import { serve } from "../threads.ts";
import { lookAtStrip } from "./strips.ts";

serve(lookAtStrip);
