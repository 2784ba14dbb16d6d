/** Errors as they were before the client wrapped them. */
import { MeilisearchRequestError } from "meilisearch";

/** What went wrong with a request, out of the client's wrapping. */
export function causeOf(error: unknown): unknown {
  return error instanceof MeilisearchRequestError ? (error.cause ?? error) : error;
}
