/** From records and answers to what the API sends. Every URL is absolute. */
import { citationsOf } from "../cite/styles.ts";
import type { Source } from "../domain/address.ts";
import { countryName } from "../domain/country.ts";
import { type MentionKind, valuesOf } from "../domain/mention.ts";
import { organisationName } from "../domain/organisation.ts";
import type { Answer } from "../search/answer.ts";
import { FACET_GROUPS } from "../search/search-index.ts";
import type {
  AddressRecord,
  FormerParagraph,
  ParagraphRecord,
  Tombstone,
  WholeAddress,
} from "../store/records.ts";
import { topicLabel } from "../text/topics/taxonomy.ts";
import type {
  ApiAddress,
  ApiFormerParagraph,
  ApiGone,
  ApiHit,
  ApiParagraph,
  ApiSearch,
  ApiWholeAddress,
} from "./api-schemas.ts";
import { citedParagraph } from "./cited-paragraph.ts";
import type { HttpError } from "./http-error.ts";
import type { SearchParameters } from "./parameters.ts";
import { GROUP_OF_TAG, PARAGRAPH_FILES } from "./urls.ts";
import type { WebContext } from "./web-context.ts";

type Models = Pick<WebContext, "urls" | "taxonomy" | "siteName">;

export function apiAddress({ urls }: Models, address: AddressRecord): ApiAddress {
  return {
    slug: address.slug,
    url: urls.absolute(urls.address(address.slug)),
    apiUrl: urls.absolute(urls.apiAddress(address.slug)),
    title: address.title,
    date: address.date,
    speaker: address.speaker,
    speakerOffice: address.speakerOffice,
    speakerCountry: address.speakerCountry,
    occasion: address.occasion,
    place: address.place,
    collection: address.collection,
    lang: address.lang,
    completenessNote: address.completenessNote,
    words: address.wordCount,
    paragraphs: address.paragraphCount,
    revision: address.revision,
  };
}

export function apiSearch(
  models: Models,
  answer: Answer,
  { state: asked, notices }: SearchParameters,
): ApiSearch {
  const { urls } = models;
  const state = { ...asked, filters: answer.filters };
  const found = state.group === "address" ? answer.addressTotal : answer.total;
  const pages = Math.ceil(found / answer.size);
  const toPage = (page: number) => urls.absolute(urls.apiSearch({ ...state, page }));
  const beyond = answer.page > pages && pages > 0;
  const mended = beyond
    ? [...notices, `There are ${pages} pages; this is past the last.`]
    : notices;
  return {
    query: {
      text: answer.query.text,
      understood: answer.understood.map((part) => part.text).join(""),
      notices: [
        ...mended.map((message) => ({ code: "parameter", message })),
        ...answer.query.notices,
      ],
      suggestions: answer.suggestions,
    },
    engine: answer.engine,
    total: answer.total,
    addressTotal: answer.addressTotal,
    page: answer.page,
    pages,
    size: answer.size,
    next: answer.page < pages ? toPage(answer.page + 1) : null,
    previous: answer.page > 1 && pages > 0 ? toPage(Math.min(answer.page - 1, pages)) : null,
    hits: answer.hits.map((hit) => apiHit(models, hit)),
    facets: Object.fromEntries(
      FACET_GROUPS.map((group) => [group, answer.facets[group]]),
    ) as ApiSearch["facets"],
  };
}

export function apiHit(models: Models, hit: Answer["hits"][number]): ApiHit {
  const { paragraph, address, marks, inAddress } = hit;
  return {
    key: paragraph.key,
    url: models.urls.absolute(models.urls.paragraph(paragraph.key)),
    number: paragraph.number,
    text: paragraph.text,
    turnSpeaker: paragraph.turnSpeaker,
    matches: marks.map(({ start, end }) => [start, end]),
    inAddress,
    address: apiAddress(models, address),
    topics: paragraph.topics.map(({ topic }) => topicValue(models, topic)),
    countries: named(models, paragraph, "country"),
    organisations: named(models, paragraph, "organisation"),
  };
}

export function apiWholeAddress(models: Models, whole: WholeAddress): ApiWholeAddress {
  return {
    address: apiAddress(models, whole.address),
    source: apiSource(whole.source),
    splitterVersion: whole.address.splitterVersion,
    breaksFrom: whole.address.breaksFrom,
    revisions: whole.revisions,
    paragraphs: whole.paragraphs.map((paragraph) => presentParagraph(models, paragraph)),
  };
}

export function apiParagraph(
  models: Models,
  paragraph: ParagraphRecord,
  about: Pick<WholeAddress, "address" | "source">,
): ApiParagraph {
  const { urls } = models;
  return {
    ...presentParagraph(models, paragraph),
    revision: about.address.revision,
    address: apiAddress(models, about.address),
    source: apiSource(about.source),
    citations: citationTexts(citedParagraph(models, paragraph, about, null)),
    files: Object.fromEntries(
      PARAGRAPH_FILES.map((format) => [
        format,
        urls.absolute(urls.paragraphFile(paragraph.key, format)),
      ]),
    ),
  };
}

export function apiFormerParagraph(
  models: Models,
  former: FormerParagraph,
  about: Pick<WholeAddress, "address" | "source">,
): ApiFormerParagraph {
  const { key, revision, number, kind, text, turnSpeaker, voice } = former;
  const citable = citedParagraph(models, former, about, revision);
  return {
    key,
    url: citable.permalink,
    number,
    kind,
    text,
    turnSpeaker,
    voice: apiVoice(voice),
    revision,
    address: apiAddress(models, about.address),
    source: apiSource(about.source),
    citations: citationTexts(citable),
  };
}

export function apiGone(
  models: Models,
  tombstone: Tombstone,
  address: AddressRecord,
  error: HttpError,
): ApiGone {
  const { key, number, kind, text, turnSpeaker, voice, revision, reason } = tombstone;
  return {
    ...error.body,
    tombstone: {
      key,
      url: models.urls.absolute(models.urls.paragraph(key)),
      number,
      kind,
      text,
      turnSpeaker,
      voice: apiVoice(voice),
      revision,
      reason,
      address: apiAddress(models, address),
    },
  };
}

function presentParagraph(models: Models, paragraph: ParagraphRecord) {
  const { key, number, kind, text, turnSpeaker, voice, breakBefore, sinceRevision } = paragraph;
  return {
    key,
    url: models.urls.absolute(models.urls.paragraph(key)),
    number,
    kind,
    text,
    turnSpeaker,
    voice: apiVoice(voice),
    breakBefore,
    sinceRevision,
    topics: paragraph.topics.map(({ topic, origin, confidence, spans }) => ({
      ...topicValue(models, topic),
      origin,
      confidence,
      matches: spans.map(({ start, end }): [number, number] => [start, end]),
    })),
    countries: explained(models, paragraph, "country"),
    organisations: explained(models, paragraph, "organisation"),
    decisions: paragraph.decisions.map(({ kind, value, verdict, by, at, reason }) => ({
      kind,
      ...(kind === "topic" ? topicValue(models, value) : namedValue(models, kind, value)),
      ...{ verdict, by, at, reason },
    })),
  };
}

function apiVoice(voice: ParagraphRecord["voice"]) {
  return voice && { speaker: voice.speaker, by: voice.by, at: voice.at, reason: voice.reason };
}

function explained(models: Models, paragraph: ParagraphRecord, kind: MentionKind) {
  return named(models, paragraph, kind).map((tag) => ({
    ...tag,
    mentions: paragraph.mentions
      .filter((mention) => mention.kind === kind && mention.value === tag.value)
      .map(({ start, end, rule, origin, confidence }) => ({
        match: [start, end] as [number, number],
        rule,
        origin,
        confidence,
      })),
  }));
}

function apiSource({ publisher, url, archivedUrl, retrievedOn, nativeId, licence }: Source) {
  return { publisher, url, archivedUrl, retrievedOn, nativeId, licence };
}

function citationTexts(citable: Parameters<typeof citationsOf>[0]): Record<string, string> {
  return Object.fromEntries(citationsOf(citable).map(({ style, text }) => [style, text]));
}

function topicValue({ urls, taxonomy }: Models, value: string) {
  const url = urls.absolute(urls.browse("topics", value));
  return { value, label: topicLabel(taxonomy, value), url };
}

const NAME_OF: Record<MentionKind, (value: string) => string> = {
  country: (code) => countryName(code),
  organisation: (slug) => organisationName(slug),
};

function named(models: Models, { mentions }: ParagraphRecord, kind: MentionKind) {
  return valuesOf(mentions, kind).map((value) => namedValue(models, kind, value));
}

function namedValue({ urls }: Models, kind: MentionKind, value: string) {
  const url = urls.absolute(urls.browse(GROUP_OF_TAG[kind], value));
  return { value, label: NAME_OF[kind](value), url };
}
