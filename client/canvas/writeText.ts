import { editText, type TextRef } from '../../shared/commands/editText.ts';
import { collectionOf } from '../../shared/model/collections.ts';
import { fieldTable, metaFields } from '../../shared/model/records.ts';
import { cutTitle, isTitle, TITLE_LIMIT, tooLong } from '../../shared/model/titles.ts';
import type { Splice } from '../../shared/model/writeRecord.ts';
import type { MapSession } from '../session/session.ts';
import { toast } from '../ui/toasts.ts';

/** More than this at once was pasted: it is kept as far as there is a place for it. */
const PASTED = 40;

/** Writes what was typed or pasted into a text. A title takes as much as a title has; of the rest people are told. */
export function writeText(session: MapSession, ref: TextRef, splice: Splice, together: string): void {
  const room = isTitle(ref.field)
    ? TITLE_LIMIT - (textOf(session, ref).length - splice.remove)
    : Number.POSITIVE_INFINITY;
  const { insert, remove } = splice;
  if (insert.length <= Math.max(room, remove)) {
    session.run(editText, { ...ref, splice }, together);
    return;
  }
  const pasted = insert.length > PASTED;
  const { title, rest } = pasted ? cutTitle(insert, Math.max(0, room)) : { title: '', rest: insert };
  const hasDescription = 'description' in (ref.kind === 'map' ? metaFields : fieldTable(collectionOf(ref.kind)));
  // Where not even the description has room for it, nothing of it is taken, and that is said.
  if (pasted && hasDescription && !describe(session, ref, rest, together)) return;
  if (title !== '' || remove > 0) session.run(editText, { ...ref, splice: { ...splice, insert: title } }, together);
  const [taken, left] = hasDescription
    ? [' The rest is in the description.', ' Write more in the description.']
    : [' The rest was left out; it is still in the clipboard.', ''];
  toast(`${tooLong(ref.field)}${pasted ? taken : left}`, { about: 'title' });
}

/** Puts what a title had no room for before what the description says already. */
function describe(session: MapSession, ref: TextRef, rest: string, together: string): boolean {
  const there = { ...ref, field: 'description' };
  const insert = textOf(session, there) === '' ? rest : `${rest}\n`;
  return session.run(editText, { ...there, splice: { at: 0, remove: 0, insert } }, together).status === 'done';
}

function textOf(session: MapSession, ref: TextRef): string {
  const { map } = session.store.getState();
  const record: object | undefined = ref.kind === 'map' ? map.meta : map[collectionOf(ref.kind)].get(ref.id);
  return String((record as Record<string, unknown> | undefined)?.[ref.field] ?? '');
}
