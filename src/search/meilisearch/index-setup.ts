/** How the index is to be set up: by the program, the file of synonyms, and the languages of the archive. */
import type { Settings } from "meilisearch";
import { primaryLanguage } from "../../text/language.ts";
import { isStemmable } from "../../text/stem.ts";
import type { Synonyms } from "../synonyms.ts";
import { indexSettings, type ServerSynonyms, type SettingsHash, settingsHash } from "./settings.ts";
import { serverSynonyms } from "./spelling.ts";

export type IndexSetup = { synonyms: ServerSynonyms; settings: Settings; hash: SettingsHash };

function setupOf(synonyms: ServerSynonyms): IndexSetup {
  return { synonyms, settings: indexSettings(synonyms), hash: settingsHash(synonyms) };
}

/**
 * The setup of an archive as it is now: names have forms in its languages, and in no others.
 * @param languages BCP 47, of the archive at the time
 */
export function createSetup(synonyms: Synonyms, languages: () => readonly string[]) {
  let made = { of: "", setup: setupOf({}) };
  return {
    /** As it was last prepared; without synonyms before that. */
    current: (): IndexSetup => made.setup,
    /** Brings it up to date where the archive has other languages than before, in slices. */
    async prepare(): Promise<void> {
      if (synonyms.length === 0) return;
      const stemmed = new Set(
        languages().map((lang) => (isStemmable(lang) ? primaryLanguage(lang) : "und")),
      );
      const of = [...stemmed].sort().join();
      if (of === made.of) return;
      made = { of, setup: setupOf(await serverSynonyms(synonyms, of.split(","))) };
    },
  };
}
