/** Half-open range in UTF-16 code units: `text.slice(start, end)`. */
export type Range = { start: number; end: number };
