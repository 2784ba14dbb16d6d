/** Reading text a UTF-16 code unit at a time. */

const { charCodeAt } = String.prototype;

/**
 * `text.charCodeAt(at)`, to be used where every character of a text is looked at. V8 looks a method
 * of a string up anew at each call, once a place in the code has met more than four representations
 * of strings (flat, sliced, joined, of one byte or two…): that took twice as long as all else of
 * `tokenize`. So the method is fetched once.
 * @param at within the text: asked beyond it even once, V8 no longer compiles the reading in
 */
export function codeAt(text: string, at: number): number {
  return charCodeAt.call(text, at);
}
