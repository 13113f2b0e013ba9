import { type FocusEvent, useEffect, useMemo, useRef } from 'react';
import { collectionOf } from '../../shared/model/collections.ts';
import { counted } from '../../shared/model/inWords.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { MarksProvider } from '../canvas/MarksProvider.tsx';
import { useView } from '../canvas/viewStore.ts';
import { useMapSession, useWholeMap } from '../session/SessionContext.tsx';
import type { MapSession } from '../session/session.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import { Button } from '../ui/Button.tsx';
import { AddRow } from './AddRow.tsx';
import { HandoffDialog } from './HandoffDialog.tsx';
import { LanesSection } from './LanesSection.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import styles from './Outline.module.css';
import { addNewStage } from './outlineAdds.ts';
import { rowsNow } from './outlineAt.ts';
import { onCopy, onPaste } from './outlineClipboard.ts';
import { onOutlineKey } from './outlineKeys.ts';
import { showRow } from './outlineMoves.ts';
import { ADD_STAGE, rowKey, rowsOf } from './outlineRows.ts';
import { goToRow, isStageClosed, leaveOutline, openDialog, openStage, useOutline } from './outlineStore.ts';
import { StageItem } from './StageItem.tsx';
import { UnplacedSection } from './UnplacedSection.tsx';
import { useIds } from './useIds.ts';
import { useRowFocus } from './useRowFocus.ts';
import { lineOf, useShownRow } from './useShownRow.ts';

/** The map as nested lists: the same content, for screen readers, for phones and for those who prefer lists. */
export default function OutlineView() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const map = useWholeMap();
  const toggled = useOutline((outline) => outline.stages);
  const root = useRef<HTMLDivElement>(null);
  const size = map.touchpoints.list.length;
  const rows = useMemo(
    () => rowsOf(map, { mayEdit, isClosed: (stage) => isStageClosed(toggled, size, stage) }),
    [map, mayEdit, toggled, size],
  );
  const stages = useIds((some) => some.stages.list);
  useRowFocus(root, rows);
  useEffect(() => {
    // Whoever came by a key goes on with keys, at what was selected on the map.
    if (root.current?.closest('section') === document.activeElement) beginAtSelected(session);
    return leaveOutline;
  }, [session]);
  useShownRow(session);

  /** What the keyboard is at is selected: the details beside it are of it, and others see where one is. */
  const onFocus = ({ target }: FocusEvent) => {
    const key = target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (!key) return;
    useOutline.setState({ current: key });
    const item = rows.find((row) => row.key === key)?.item;
    if (item) useView.getState().select([item], useOutline.getState().extends ? 'add' : 'only');
    useOutline.setState({ extends: false });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div
      ref={root}
      className={styles.page}
      onKeyDown={(event) => onOutlineKey(session, event)}
      onCopy={(event) => onCopy(session, event)}
      onCut={(event) => onCopy(session, event)}
      onPaste={(event) => onPaste(session, event)}
      onFocus={onFocus}
    >
      <MarksProvider>
        <OutlineHead map={map} />
        <ol className={styles.stages} aria-label="Stages">
          {stages.map((id) => (
            <StageItem key={id} id={id} />
          ))}
        </ol>
        {stages.length === 0 && (
          <div className={styles.empty}>
            <strong>{mayEdit ? "Begin with the customer's way" : 'Nothing is drawn here yet'}</strong>
            {mayEdit
              ? 'Stages are its phases, such as Marketing, Sales, Service and Farewell. Each has steps: what the customer does. Enter makes the next one.'
              : 'You see it as soon as somebody begins.'}
          </div>
        )}
        {mayEdit && (
          <AddRow
            row={ADD_STAGE}
            label={stages.length === 0 ? 'Add the first stage' : 'Add stage'}
            className={stages.length === 0 ? styles.begin : undefined}
            onAdd={() => addNewStage(session, null)}
          />
        )}
        <LanesSection />
        <UnplacedSection />
        <OpenDialog map={map} />
      </MarksProvider>
    </div>
  );
}

function beginAtSelected(session: MapSession): void {
  const [item] = useView.getState().selected;
  if (item && lineOf(session.store.getState().map, [item])) showRow(session, item);
  else goToRow(rowsNow(session)[0]?.key ?? null);
}

function OutlineHead({ map }: { readonly map: MapSnapshot }) {
  const mayEdit = useMayEdit();
  const toggled = useOutline((outline) => outline.stages);
  const { stages, steps, touchpoints, handoffs } = map;
  const anyOpen = stages.list.some(({ id }) => !isStageClosed(toggled, touchpoints.list.length, id));
  const setAll = () => {
    for (const { id } of stages.list) openStage(id, anyOpen ? 'closed' : 'open');
  };
  return (
    <header className={styles.head}>
      <h2 className={styles.heading}>Outline</h2>
      {stages.list.length > 1 && <Button onClick={setAll}>{anyOpen ? 'Close all stages' : 'Open all stages'}</Button>}
      {stages.list.length > 0 && (
        <p className={styles.lead}>
          {counted(touchpoints.list.length, 'touchpoint')} in {counted(steps.list.length, 'step')},{' '}
          {counted(handoffs.list.length, 'hand-off')}.{' '}
          {mayEdit && (
            <span className={styles.keys}>
              Arrows walk, Enter renames, Alt with an arrow moves, T adds a touchpoint, S a step, H hands off, M moves
              elsewhere, Del deletes. ? shows all keys.
            </span>
          )}
        </p>
      )}
    </header>
  );
}

function OpenDialog({ map }: { readonly map: MapSnapshot }) {
  const dialog = useOutline((outline) => outline.dialog);
  const mayEdit = useMayEdit();
  if (!dialog || !mayEdit || !map[collectionOf(dialog.item.kind)].has(dialog.item.id)) return null;
  const close = () => backTo(dialog.item);
  return dialog.kind === 'move' ? (
    <MoveDialog key={rowKey(dialog.item)} item={dialog.item} onClose={close} />
  ) : (
    <HandoffDialog key={rowKey(dialog.item)} item={dialog.item} onClose={close} />
  );
}

function backTo(item: ItemRef): void {
  openDialog(null);
  goToRow(rowKey(item));
}
