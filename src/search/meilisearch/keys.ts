/** What the keys of a server may do: ours are made so that neither can do more than it must. */
import { createHash } from "node:crypto";
import { Meilisearch } from "meilisearch";
import { UnusableServerError } from "../external/external-index.ts";
import { isKeyRefused, isRefusal, ServerRefusedError } from "../external/server-errors.ts";
import { isLoopback } from "../loopback.ts";
import { causeOf } from "./errors.ts";
import { type Connection, createConnection } from "./http-client.ts";

export type Credentials = {
  url: string;
  indexUid: string;
  searchKey: string | null;
  writeKey: string | null;
};

/** The oldest server whose answers this program understands. */
const OLDEST = [1, 40] as const;
const REQUEST_MS = 5_000;
/** The server's code for a key that it does not know, or that may not do what it is used for. */
const WRONG_KEY = "invalid_api_key";

const WRITE_ACTIONS = [
  "documents.add",
  "documents.get",
  "documents.delete",
  "indexes.create",
  "indexes.get",
  "indexes.delete",
  "indexes.swap",
  "settings.get",
  "settings.update",
  "stats.get",
  "tasks.get",
];

/**
 * Holds a server and the keys for it against what this program asks of them.
 * @returns what an operator should know, each a sentence
 * @throws UnusableServerError when it must not be used; other errors when it cannot be reached
 */
export async function checkServer(
  credentials: Credentials,
  connection: Connection,
): Promise<string[]> {
  const { url, searchKey, writeKey } = credentials;
  if (await isWithoutKeys(url, connection)) {
    if (!isLoopback(url)) {
      throw new UnusableServerError(
        `The search server has no master key, so anybody who reaches it can change the index. Start it with --master-key. ${HOW_TO}`,
      );
    }
    await requireVersion(clientOf(url, null, connection));
    return [
      `The server at ${url} has no master key: any program on this machine can change the index.`,
    ];
  }
  for (const [name, key] of [
    ["MEILI_SEARCH_KEY", searchKey],
    ["MEILI_WRITE_KEY", writeKey],
  ] as const) {
    if (key === null) throw new UnusableServerError(`${name} is not set. ${HOW_TO}`);
    if (await mayReadKeys(url, key, connection)) {
      throw new UnusableServerError(
        `${name} is a master or administrator's key: whoever reads it here owns the server. ${HOW_TO}`,
      );
    }
  }
  await requireRights(credentials, connection);
  return searchKey === writeKey
    ? ["MEILI_SEARCH_KEY may write: give it a key that only searches."]
    : [];
}

const WRITE_KEYS =
  "With MEILI_URL and MEILI_MASTER_KEY set, `npm run verbatim -- meili-keys --file .env` writes the two keys into your settings";
/** Follows what is wrong with a key that can never do. */
const HOW_TO = `${WRITE_KEYS}; then start again.`;

/**
 * What to do where the server does not know a key, or does not let it do its work. A refusal does not tell
 * a wrong key from one that the server has lost.
 * @param name of the setting
 */
export function describeRefusedKey(name: string, code: string | null): string {
  return `${name} is refused by the server (${code}). ${WRITE_KEYS}; then start again, unless it says that they are the same: the server had lost them, and has them again.`;
}

async function isWithoutKeys(url: string, connection: Connection): Promise<boolean> {
  return (await codeOfKeys(url, null, connection)) === "missing_master_key";
}

async function mayReadKeys(url: string, key: string, connection: Connection): Promise<boolean> {
  return (await codeOfKeys(url, key, connection)) === null;
}

/** The code with which the list of keys is refused; null when it is given. */
async function codeOfKeys(
  url: string,
  key: string | null,
  connection: Connection,
): Promise<string | null> {
  try {
    await clientOf(url, key, connection).getKeys({ limit: 1 });
    return null;
  } catch (error) {
    const cause = causeOf(error);
    if (cause instanceof ServerRefusedError && cause.code !== null && cause.status < 500) {
      return cause.code;
    }
    throw cause;
  }
}

/** @throws UnusableServerError when the server says that a key may not do its work, naming keys that were exchanged */
async function requireRights(
  { url, indexUid, searchKey, writeKey }: Credentials,
  connection: Connection,
): Promise<void> {
  const indexFor = (key: string | null) => clientOf(url, key, connection).index(indexUid);
  const canWrite = (key: string | null) => refusalOf(() => indexFor(key).getStats());
  const canSearch = (key: string | null) => refusalOf(() => indexFor(key).search("", { limit: 0 }));
  const [write, search] = [await canWrite(writeKey), await canSearch(searchKey)];
  if (!write && !search) return;
  const exchanged =
    write && search && !((await canWrite(searchKey)) || (await canSearch(writeKey)));
  if (exchanged) {
    throw new UnusableServerError(
      "MEILI_SEARCH_KEY and MEILI_WRITE_KEY seem to be exchanged: each may do what is the other's to do. Give each the value of the other, and start again.",
    );
  }
  const [name, code] = write ? ["MEILI_WRITE_KEY", write] : ["MEILI_SEARCH_KEY", search];
  throw new UnusableServerError(describeRefusedKey(name, code));
}

/** @returns the code with which the server says that a key may not; null where it may: an index need not be there yet */
async function refusalOf(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    const cause = causeOf(error);
    if (isKeyRefused(cause)) return cause.code;
    if (isRefusal(cause, 400, 404)) return null;
    throw cause;
  }
}

/** Asked where it may be: the server tells its version to no key that is limited to an index. */
async function requireVersion(client: Meilisearch): Promise<void> {
  const { pkgVersion } = await client.getVersion();
  const [major = 0, minor = 0] = pkgVersion.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new UnusableServerError(
    `The server is Meilisearch ${pkgVersion}; ${OLDEST.join(".")} or newer is needed. Start a newer one with an empty folder: the index is rebuilt by itself.`,
  );
}

/**
 * Makes the two keys, or finds those made before. A key of their name that may do more or less, for
 * other indexes or for a time only, is replaced.
 * @param masterKey of the server; used here and nowhere else
 * @returns names of replaced keys with them: whoever uses the old ones is locked out
 */
export async function makeKeys(
  { url, indexUid }: Pick<Credentials, "url" | "indexUid">,
  masterKey: string,
): Promise<{ searchKey: string; writeKey: string; replaced: string[] }> {
  const connection = createConnection();
  const client = clientOf(url, masterKey, connection);
  const { make, replaced } = createKeyMaker(client);
  try {
    await requireVersion(client);
    return {
      searchKey: await make(
        `verbatim search ${indexUid}`,
        "Searches one index and can do nothing else",
        ["search"],
        [indexUid],
      ),
      writeKey: await make(
        `verbatim write ${indexUid}`,
        "Writes one index and the one it is rebuilt in",
        WRITE_ACTIONS,
        [indexUid, `${indexUid}_build`],
      ),
      replaced,
    };
  } catch (error) {
    const cause = causeOf(error) as Error;
    if (cause instanceof UnusableServerError) throw cause;
    const isOther = isKeyRefused(cause) && cause.code === WRONG_KEY;
    const why = isOther ? "MEILI_MASTER_KEY is not this server's key" : cause.message;
    throw new UnusableServerError(`No keys could be made at ${url}: ${why}`, { cause });
  } finally {
    connection.close();
  }
}

function createKeyMaker(client: Meilisearch) {
  const replaced: string[] = [];
  const make = async (name: string, description: string, actions: string[], indexes: string[]) => {
    const { results } = await client.getKeys({ limit: 1000 });
    const named = results.filter((key) => key.name === name);
    const same = named.find(
      (key) =>
        sameList(key.actions, actions) && sameList(key.indexes, indexes) && key.expiresAt === null,
    );
    if (same) return same.key;
    for (const { uid } of named) await client.deleteKey(uid);
    if (named.length > 0) replaced.push(name);
    const about = { uid: uidOf(name), name, description };
    return (await client.createKey({ ...about, actions, indexes, expiresAt: null })).key;
  };
  return { make, replaced };
}

/**
 * The server makes a key out of its uid and the master key: with the same uid, a server that lost its folder
 * makes the same keys again.
 * @returns a UUID of version 4, as the server asks
 */
function uidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join("-");
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

function clientOf(url: string, key: string | null, { httpClient }: Connection): Meilisearch {
  return new Meilisearch({
    host: url,
    httpClient,
    timeout: REQUEST_MS,
    ...(key === null ? {} : { apiKey: key }),
  });
}
