import { paintJson } from '../../shared/export/json/paintJson.ts';
import { toPlainMap } from '../../shared/export/plainMap.ts';
import { readSource } from '../../shared/import/readSource.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { newId } from '../session/newId.ts';
import type { ImportAnswer, ImportQuestion, Understood } from './importMessages.ts';

/** Reads files away from the page: one of ten megabytes takes seconds, and a hostile one ends here and not there. */
self.addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  const answer = (message: ImportAnswer) => self.postMessage(message);
  try {
    answer({ id: data.id, status: 'read', understood: understand(data) });
  } catch (error) {
    answer({ id: data.id, status: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});

/** Rows of a sheet that its columns or rows are told from. */
const SHOWN_ROWS = 300;

function understand({ source, mapping: asked, title }: ImportQuestion): Understood {
  const { sheets, mapping, result } = readSource(source, asked, { newId, title });
  const shown = sheets.map(({ name, rows, hidden }) => ({
    name,
    rows: rows.slice(0, SHOWN_ROWS),
    ...(hidden ? { hidden } : {}),
  }));
  if (result.status === 'refused') return { sheets: shown, mapping, result };
  const map = readMap(result.doc);
  const { warnings } = result;
  return {
    sheets: shown,
    mapping,
    result: { status: 'imported', map: toPlainMap(map), json: paintJson(map), warnings },
  };
}
