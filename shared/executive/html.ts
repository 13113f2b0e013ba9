import { cleanText } from '../text/cleanText.ts';

/** A piece of a page: text that was escaped, between tags that were not. Only `html` makes one. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup from a template: whatever is put in is text, unless it was made by `html` itself. Null leaves nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: markup.map((piece, index) => piece + written(parts[index] ?? null)).join('') };
}

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'object') return 'html' in part ? part.html : part.map((one) => one.html).join('');
  return escapeHtml(String(part));
}

/** Text between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
