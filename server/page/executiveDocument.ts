import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExecutivePage } from '../../shared/executive/executivePage.ts';
import { escapeHtml } from '../../shared/executive/html.ts';

/** The built document of the executive view, ready to be filled. */
export interface ExecutiveDocument {
  readonly markup: string;
  /** What a content security policy has to name for the style inside: `'sha256-...'`. */
  readonly styleSource: string;
}

/**
 * Reads the document that the build made and puts its style into it, so that one answer is all it takes to show the
 * page. Null where the page was not built.
 */
export async function readExecutiveDocument(folder: string): Promise<ExecutiveDocument | null> {
  const built = await readFile(join(folder, 'executive.html'), 'utf8').catch(() => null);
  if (built === null) return null;
  const links = [...built.matchAll(/<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+)"[^>]*>/g)];
  const styles = await Promise.all(links.map(([, file]) => readFile(join(folder, file ?? ''), 'utf8')));
  const style = styles.join('\n');
  const [first, ...others] = links.map(([link]) => link);
  let markup = first === undefined ? built : built.replace(first, () => `<style>${style}</style>`);
  for (const link of others) markup = markup.replace(link, '');
  return { markup, styleSource: `'sha256-${createHash('sha256').update(style).digest('base64')}'` };
}

/** What differs from one visit to the next. */
export interface ExecutiveVisit {
  readonly page: ExecutivePage;
  readonly map: string;
  /** Whether the view may follow the map and lead to it; an embedded one stands alone. */
  readonly live: boolean;
}

/** The whole page of one visit. */
export function fillExecutive({ markup }: ExecutiveDocument, { page, map, live }: ExecutiveVisit): string {
  const filled = markup
    .replace('<title>Throughline</title>', () => `<title>${escapeHtml(page.title)} · Throughline</title>`)
    .replace('<body>', () => `<body data-map="${escapeHtml(map)}" data-live="${live ? 'yes' : 'no'}">`)
    .replace('<main id="executive"></main>', () => `<main id="executive">${page.main}</main>`);
  return live
    ? filled.replace('href="?"', () => `href="/m/${encodeURIComponent(map)}?map"`)
    : filled.replace(/<a class="whole"[^>]*>[^<]*<\/a>/, '<span></span>');
}
