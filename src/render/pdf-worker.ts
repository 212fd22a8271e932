/** A thread that makes PDFs ready. */
import { serve } from "../threads.ts";
import { renderPdfOnce } from "./pdf.ts";

serve(renderPdfOnce);
