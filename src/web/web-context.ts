/** What the web layer is given; it opens and chooses nothing itself. */
import type { Logger } from "pino";
import type { AskArchive } from "../search/answer.ts";
import type { ExternalStatus } from "../search/external/resilient-index.ts";
import type { Widen } from "../search/query/widen.ts";
import type { AddressReader } from "../store/records.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import type { Urls } from "./urls.ts";

export type WebContext = {
  reader: AddressReader;
  ask: AskArchive;
  /** Adds the archive's synonyms to a query, so that they are marked like what was typed. */
  widen: Widen;
  /** Names that are synonyms in this archive, for the help; empty where it has none. */
  synonymExample: readonly string[];
  /** How the search server does; null where the built-in engine is the only one. */
  externalStatus: (() => ExternalStatus) | null;
  urls: Urls;
  taxonomy: Taxonomy;
  /** Name of this archive, shown in the masthead, titles and citations. */
  siteName: string;
  log: Logger;
  /** Whether what people search for may stand in the log. */
  logQueries: boolean;
  /** True where `/metrics` is to answer. */
  metrics: boolean;
  /** Requests a minute from one address that may search; 0 sets no limit. */
  rateLimitPerMinute: number;
  /** How many proxies in front are to be believed about the client's address. */
  trustedProxies: number;
};
