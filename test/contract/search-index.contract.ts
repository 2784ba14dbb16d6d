/** What a reader may rely on, whatever the engine. Each adapter runs this suite against its own harness. */
import { afterAll, beforeAll, describe } from "vitest";
import { countsContract } from "./counts.contract.ts";
import { findsContract } from "./finds.contract.ts";
import { ARCHIVE, type Harness, type SearchedArchive } from "./harness.ts";
import { modelContract } from "./model.contract.ts";
import { useContract } from "./use.contract.ts";

export function searchIndexContract(harness: Harness): void {
  describe(`${harness.name} as a search index`, () => {
    let archive: SearchedArchive;
    beforeAll(async () => {
      archive = await harness.create(ARCHIVE);
    });
    afterAll(() => archive?.close());

    findsContract(harness, () => archive);
    countsContract(harness, () => archive);
    modelContract(harness);
    useContract(harness);
  });
}
