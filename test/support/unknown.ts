/** What is known of an address and its source where nothing is known: every fact that may be missing. */
import type { AddressFacts, Source } from "../../src/domain/address.ts";

export const UNKNOWN_FACTS = {
  speaker: null,
  speakerOffice: null,
  speakerCountry: null,
  occasion: null,
  place: null,
  collection: null,
  completenessNote: null,
} as const satisfies Partial<AddressFacts>;

export const UNKNOWN_SOURCE = {
  publisher: null,
  url: null,
  archivedUrl: null,
  retrievedOn: null,
  nativeId: null,
  licence: null,
  extra: {},
} as const satisfies Source;
