-- The embedded search index: contentless, fed with words already folded, parted and stemmed by the
-- program, so that the tokenizer has nothing to decide: "ascii" takes every other character as it is.
-- Written in the same transaction as the paragraphs.

-- Exact folded words of a paragraph in reading order, for phrases, nearness and prefixes; by paragraph.id.
CREATE VIRTUAL TABLE search_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = full, tokenize = 'ascii tokenchars ''._'''
);

-- Stems of a paragraph, each once with its language ("export·en"), and once more with its count where
-- it occurs at least twice ("export·en2"), for words and ranking; by paragraph.id.
CREATE VIRTUAL TABLE search_stems USING fts5 (
  stems, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii tokenchars ''._'''
);

-- Stems of a title, each once with its language; by address.id.
CREATE VIRTUAL TABLE search_titles USING fts5 (
  stems, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii tokenchars ''._'''
);
