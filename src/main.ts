/**
 * The server's first file. Compiled modules are kept between starts, which halves the time to be
 * ready; that has to be asked for before the first of them is loaded. Threads take the folder from
 * the environment: each then does without the compiler, which is 20 MB.
 */
import { enableCompileCache } from "node:module";

const { directory } = enableCompileCache();
if (directory) process.env.NODE_COMPILE_CACHE = directory;
const { serve } = await import("./serve.ts");
await serve();
