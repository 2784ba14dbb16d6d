/** What topics, countries and organisations are called. */
import { allCountryCodes, countryName } from "../../domain/country.ts";
import { organisationName } from "../../domain/organisation.ts";
import { parentsOf, sourceTopics, type Taxonomy } from "../../text/topics/taxonomy.ts";

/** From a slug or a code to its name; the value itself where it has none. */
export type TagNames = {
  topic: (slug: string) => string;
  country: (code: string) => string;
  organisation: (slug: string) => string;
  /** Slug of the major topic that a topic is a part of; null for a major one. */
  majorTopic: (slug: string) => string | null;
  /** Slug of the topic that a source's own label stands for; null where the taxonomy does not know it. */
  sourceTopic: (label: string) => string | null;
};

export function tagNames(taxonomy: Taxonomy): TagNames {
  const topics = new Map(taxonomy.topics.map((topic) => [topic.slug, topic.labels.en]));
  const topicOf = sourceTopics(taxonomy);
  const countries = new Map(allCountryCodes().map((code) => [code, countryName(code)]));
  return {
    topic: (slug) => topics.get(slug) ?? slug,
    country: (code) => countries.get(code) ?? code,
    organisation: (slug) => organisationName(slug),
    majorTopic: parentsOf(taxonomy),
    sourceTopic: (label) => topicOf(label)?.slug ?? null,
  };
}
