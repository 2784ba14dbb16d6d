/** An archive and its site for all tests of a file. */
import { afterAll } from "vitest";
import { createTestArchive } from "./archive.ts";
import { serve } from "./http.ts";

/** Closes both when the tests of the file are done. */
export async function serveArchive(...given: Parameters<typeof createTestArchive>) {
  const archive = createTestArchive(...given);
  const site = await serve(archive.context);
  afterAll(async () => {
    await site.close();
    await archive.close();
  });
  return { archive, site };
}
