/**
 * Text with the little formatting that citation styles ask for, written once and rendered both
 * as plain text and as HTML, so that the two can never differ in their words.
 */

/** A stretch of a citation. `dir` is set where its direction may differ from what surrounds it. */
export type Piece =
  | string
  | { text: string; italic?: true; href?: string; lang?: string; dir?: "ltr" | "rtl" };

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export function toPlainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** HTML with every text escaped; italics as `<i>`, links as `<a>`, foreign directions as `<bdi>`. */
export function toHtml(pieces: readonly Piece[]): string {
  return pieces.map(pieceToHtml).join("");
}

function pieceToHtml(piece: Piece): string {
  if (typeof piece === "string") return escapeHtml(piece);
  let html = escapeHtml(piece.text);
  if (piece.lang || piece.dir) {
    const lang = piece.lang ? ` lang="${escapeHtml(piece.lang)}"` : "";
    const dir = piece.dir ? ` dir="${piece.dir}"` : "";
    html = `<bdi${lang}${dir}>${html}</bdi>`;
  }
  if (piece.italic) html = `<i>${html}</i>`;
  if (piece.href) html = `<a href="${escapeHtml(piece.href)}">${html}</a>`;
  return html;
}
