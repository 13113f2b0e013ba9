import { NOTE_KIND_OPTIONS } from '../words.ts';
import { commonOf } from './common.ts';
import { SegmentsField } from './fields/SegmentsField.tsx';
import { TextRow } from './fields/TextRow.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { Section } from './Section.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

export function NoteDetails({ ids }: { readonly ids: readonly string[] }) {
  const notes = useItems('notes', ids);
  const change = useChange('note', notes);
  const [first, ...others] = notes;
  if (!first) return null;
  return (
    <Section>
      {others.length === 0 && (
        <TextRow multiline label="Text" textRef={{ kind: 'note', id: first.id, field: 'text' }} />
      )}
      <SegmentsField
        label="This note is"
        value={commonOf(notes, (note) => note.kind)}
        options={NOTE_KIND_OPTIONS}
        onChange={(kind) => change({ kind })}
      />
      <PlaceFields kind="note" items={notes} />
    </Section>
  );
}
