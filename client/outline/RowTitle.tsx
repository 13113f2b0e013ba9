import { KIND_NAMES } from '../../shared/commands/refuse.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { openDetails } from '../canvas/openDetails.ts';
import { TextEdit } from '../canvas/TextEdit.tsx';
import { sameItem, useView } from '../canvas/viewStore.ts';
import { CaptureField } from '../capture/CaptureField.tsx';
import { useMapSession } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import { endTyping } from './endTyping.ts';
import styles from './Outline.module.css';
import { textFieldOf } from './outlineAdds.ts';
import { pasteLinesInto } from './outlineClipboard.ts';
import { rowKey } from './outlineRows.ts';
import { typeIn, useOutline } from './outlineStore.ts';
import { useItemTabStop } from './useRow.ts';

interface RowTitleProps {
  readonly item: ItemRef;
  readonly text: string;
  readonly placeholder: string;
}

/** What an item is called, typed in where it stands; for whoever may not edit, the way to its details. */
export function RowTitle({ item, text, placeholder }: RowTitleProps) {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const key = rowKey(item);
  const typing = useOutline((outline) => outline.typing !== null && rowKey(outline.typing.item) === key);
  const captures = useOutline(({ typing: at }) => typing && at?.fresh === true) && item.kind === 'touchpoint';
  const selected = useView((view) => view.selected.some((one) => sameItem(one, item)));
  const tabIndex = useItemTabStop(item);
  if (typing && mayEdit) {
    const field = textFieldOf(item);
    const edit = (
      <TextEdit
        textRef={{ kind: item.kind, id: item.id, field }}
        label={field === 'text' ? 'Text of the note' : `Title of the ${KIND_NAMES[item.kind]}`}
        className={styles.typing}
        placeholder={captures ? 'Title @owner #channel' : placeholder}
        autoFocus="end"
        onDone={(how) => endTyping(session, item, how)}
      />
    );
    if (!captures) return edit;
    return (
      <div className={styles.capture}>
        <CaptureField id={item.id} onLines={(lines, place) => pasteLinesInto(session, lines, place)}>
          {edit}
        </CaptureField>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles.title}
      data-row={key}
      data-empty={!text || undefined}
      data-selected={selected || undefined}
      tabIndex={tabIndex}
      onClick={() => (mayEdit ? typeIn(item, false, key) : openDetails(item))}
    >
      {text || `Untitled ${KIND_NAMES[item.kind]}`}
    </button>
  );
}
