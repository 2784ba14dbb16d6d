/**
 * An index that lives inside the archive's own database and is written in the same transaction as
 * the words, so that it can never be behind them. Both methods run inside the writer's transaction
 * and must neither begin nor end one.
 */
export interface InTransactionIndex {
  /**
   * Takes in the speaker's own words of one address.
   * @param address its present title, which may have changed since the last call
   * @param paragraphs speech only, and only what it does not have: new ones, and changed ones that
   *   it was told to forget before; `words` as in `DraftParagraph`
   */
  putAddress(
    address: { id: number; title: string; lang: string },
    paragraphs: readonly { id: number; text: string; words: string }[],
  ): void;
  /** Forgets paragraphs by row id; called before their rows go. Ids it never had are ignored. */
  removeParagraphs(ids: readonly number[]): void;
}
