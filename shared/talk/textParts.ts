/** A piece of a comment's text as it is shown. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** The text is the address, and begins with http:// or https://. */
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/gi;
const WHOLE = /^https?:\/\/[^\s/?#]+/i;
/** What ends a sentence ends no address, and neither does the bracket around one. */
const TAIL = /[.,;:!?'")\]}]+$/;

/**
 * Takes a comment's plain text apart: addresses that may be opened, and the names of people it mentions. Only http and
 * https become links; everything else, `javascript:` before all, stays text.
 *
 * @param names of those the comment mentions, as they are written behind the @
 */
export function textParts(text: string, names: readonly string[] = []): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TAIL, '');
    if (!WHOLE.test(address)) continue;
    parts.push(...mentionParts(text.slice(from, match.index), names), { kind: 'link', text: address });
    from = match.index + address.length;
  }
  parts.push(...mentionParts(text.slice(from), names));
  return parts;
}

function mentionParts(text: string, names: readonly string[]): readonly TextPart[] {
  // The longest first: "Ana Maria" is not "Ana" and something.
  const calls = names.filter(Boolean).map((name) => `@${name}`);
  calls.sort((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const call = calls.find((candidate) => text.startsWith(candidate, at));
    if (!call) continue;
    if (at > from) parts.push({ kind: 'text', text: text.slice(from, at) });
    parts.push({ kind: 'mention', text: call });
    from = at + call.length;
    at = from - 1;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
