/** The taxonomy of topics that an archivist can edit: its shape. */

export type Topic = {
  /** URL-safe, permanent. */
  slug: string;
  /** By language; `en` is always there. */
  labels: Record<string, string>;
  /** One line, shown on the topic's page. */
  description: string;
  /** Slug of the topic this is a part of, or null for a major topic. */
  parent: string | null;
};

export type Taxonomy = {
  /** Raised by whoever edits the file. */
  version: string;
  /** In the order of the file: each major topic followed by its parts. */
  topics: Topic[];
};
