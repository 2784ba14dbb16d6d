/**
 * The server's first file. Compiled modules are kept between starts, which halves the time to be
 * ready; that has to be asked for before the first of them is loaded.
 */
import { enableCompileCache } from "node:module";

enableCompileCache();
const { serve } = await import("./serve.ts");
await serve();
