/** A connection that tells what goes over it. */
import type { Connection } from "../../src/search/meilisearch/http-client.ts";

/** @param heard told the address and text of each request that has a body, before it is sent */
export function listening(real: Connection, heard: (url: URL, body: string) => void): Connection {
  return {
    close: () => real.close(),
    httpClient(url, init) {
      if (typeof init?.body === "string") heard(new URL(String(url)), init.body);
      return real.httpClient(url, init);
    },
  };
}
