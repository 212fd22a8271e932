/** A thread that binds volumes of the appendix. */
import { serve } from "../threads.ts";
import { bindVolume } from "./bind-volume.ts";

serve(bindVolume);
