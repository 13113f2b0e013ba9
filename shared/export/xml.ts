import { cleanText } from '../text/cleanText.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags or in an attribute. Control characters and lone surrogates have no place in XML, escaped or not. */
export const escapeXml = (text: string): string =>
  cleanText(text).replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** What every XML file begins with. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
