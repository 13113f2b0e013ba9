import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useMap } from '../session/SessionContext.tsx';
import styles from './Card.module.css';
import { itemKey } from './items.ts';
import type { NoteNodeType } from './nodes.ts';
import { TextEdit } from './TextEdit.tsx';
import { useEnding } from './useEnding.ts';
import { useDistance } from './useViewport.ts';
import { sameItem, useView } from './viewStore.ts';

const NAMES = { pain: 'Pain', idea: 'Idea', quote: 'Quote' } as const;

/** A pain, an idea or a quote on the map. */
export const NoteNode = memo(function NoteNode({ data: { box } }: NodeProps<NoteNodeType>) {
  const item = { kind: 'note', id: box.id } as const;
  const note = useMap((map) => map.notes.get(box.id));
  const selected = useView((view) => view.selected.some((other) => sameItem(other, item)));
  const highlighted = useView((view) => view.highlighted.some((other) => sameItem(other, item)));
  const editing = useView((view) => (view.editing?.id === box.id ? view.editing : null));
  const distance = useDistance();
  const end = useEnding(item);
  if (!note) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's; this is a group of what belongs to one note
    <div
      role="group"
      className={styles.note}
      data-spot={itemKey(item)}
      data-kind={note.kind}
      data-selected={selected || undefined}
      data-highlighted={highlighted || undefined}
      tabIndex={-1}
      aria-label={`${NAMES[note.kind]}: ${note.text || 'empty'}`}
      aria-roledescription="note"
    >
      {editing ? (
        <TextEdit
          textRef={{ kind: 'note', id: box.id, field: 'text' }}
          label={NAMES[note.kind]}
          placeholder={NAMES[note.kind]}
          autoFocus={editing.append ? 'end' : 'all'}
          tabEnds
          onDone={end}
        />
      ) : (
        distance !== 'farthest' && (note.text || NAMES[note.kind])
      )}
    </div>
  );
});
