/** A thread that binds volumes of the appendix. */
import { serve } from "../threads.ts";
import { bindVolume } from "./volumes.ts";

serve(bindVolume);
