/** Why an external index that answers is not believed. */

/** The external index is not what it should be. No fault of the server's: it has to be looked at. */
export class BehindError extends Error {
  override name: string = "BehindError";
}

/** It is known to be behind, and is being brought up to date. */
export class CatchingUpError extends BehindError {
  override name = "CatchingUpError";
}

/** It holds what the archive does not, though nothing else tells: it has to be rebuilt. */
export class WrongDocumentsError extends BehindError {
  override name = "WrongDocumentsError";
}
