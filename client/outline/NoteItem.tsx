import { memo } from 'react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import { NOTE_KIND_OPTIONS } from '../panels/words.ts';
import { useMap, useRun } from '../session/SessionContext.tsx';
import { MenuChoice, MenuSeparator } from '../ui/Menu.tsx';
import { DeleteItem, MoveItems, MoveToItem, PanelItems, RenameItem } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { PutBack } from './PutBack.tsx';
import { RowMenu } from './RowMenu.tsx';
import { RowOther } from './RowOther.tsx';
import { RowTitle } from './RowTitle.tsx';

export const NoteItem = memo(function NoteItem({ id }: { readonly id: string }) {
  const run = useRun();
  const note = useMap((map) => map.notes.get(id));
  const placed = useMap((map) => outlineOf(map).isPlaced(map.notes.get(id)?.place ?? null));
  const item = { kind: 'note', id } as const;
  if (!note) return null;
  return (
    <li className={styles.row}>
      <RowTitle item={item} text={note.text} placeholder="What was said or seen" />
      <RowOther item={item} />
      {!placed && <PutBack item={item} name={note.text || 'this note'} />}
      <span className={styles.meta}>{NOTE_KIND_OPTIONS.find(({ value }) => value === note.kind)?.label}</span>
      <RowMenu item={item} name={note.text || 'this note'}>
        {() => (
          <>
            <RenameItem item={item} />
            <PanelItems item={item} />
            <MenuSeparator />
            {placed ? <MoveItems item={item} /> : <MoveToItem item={item} label="Put back…" />}
            <MenuSeparator />
            <MenuChoice
              heading="Kind"
              value={note.kind}
              options={NOTE_KIND_OPTIONS}
              onChange={(kind) => run(changeItems, changeOf('note', id, { kind }))}
            />
            <DeleteItem item={item} />
          </>
        )}
      </RowMenu>
    </li>
  );
});
