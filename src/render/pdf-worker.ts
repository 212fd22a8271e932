/** A thread that makes PDFs ready. */
import { serve } from "../threads.ts";
import { renderPdf } from "./pdf.ts";

serve(renderPdf);
