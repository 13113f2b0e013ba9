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
  if (title !== '' || remove > 0) session.run(editText, { ...ref, splice: { ...splice, insert: title } }, together);
  toast(`${tooLong(ref.field)}${whereTheRestIs()}`, { about: 'title' });

  /** Before what the description says already, where there is one. */
  function whereTheRestIs(): string {
    const fields = ref.kind === 'map' ? metaFields : fieldTable(collectionOf(ref.kind));
    if (!('description' in fields)) return pasted ? ' The rest was left out; it is still in the clipboard.' : '';
    if (!pasted) return ' Write more in the description.';
    const there = { ...ref, field: 'description' };
    const before = { at: 0, remove: 0, insert: textOf(session, there) === '' ? rest : `${rest}\n` };
    const { status } = session.run(editText, { ...there, splice: before }, together);
    return status === 'done' ? ' The rest is in the description.' : '';
  }
}

function textOf(session: MapSession, ref: TextRef): string {
  const { map } = session.store.getState();
  const record: object | undefined = ref.kind === 'map' ? map.meta : map[collectionOf(ref.kind)].get(ref.id);
  return String((record as Record<string, unknown> | undefined)?.[ref.field] ?? '');
}
