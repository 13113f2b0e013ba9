import { useEffect, useRef } from 'react';
import type { ItemRef } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import styles from './DetailsPanel.module.css';
import { useWantedField, wantField } from './fieldFocus.ts';
import { ItemDetails } from './ItemDetails.tsx';
import { MapDetails } from './MapDetails.tsx';
import { useSelection } from './useSelection.ts';
import { VariousDetails } from './VariousDetails.tsx';

/** All fields of what is selected; of the map itself where nothing is. For whoever may not edit they are words. */
export function DetailsPanel() {
  const selected = useView((view) => view.selected);
  const { kinds, items } = useSelection(selected);
  const scroller = useRef<HTMLDivElement>(null);
  useFieldFocus(scroller, selected);
  const mayEdit = useMayEdit();
  const [kind] = kinds;
  return (
    <ReadOnly value={!mayEdit}>
      <div ref={scroller} className={styles.scroller}>
        {/* Another selection is another form: what was typed into the one before is committed as it goes. */}
        {kind === undefined ? (
          <MapDetails key="map" />
        ) : kinds.length > 1 ? (
          <VariousDetails items={items} />
        ) : (
          <ItemDetails key={items.map(({ id }) => id).join(' ')} kind={kind} items={items} />
        )}
      </div>
    </ReadOnly>
  );
}

/** Puts the focus into the field a fix leads to, once it is there. */
function useFieldFocus(scroller: React.RefObject<HTMLDivElement | null>, selected: readonly ItemRef[]): void {
  const { field: wanted, of } = useWantedField();
  useEffect(() => {
    if (wanted === null) return;
    // Followed once, found or not: a wish left over would take the focus away at some later selection.
    wantField(null);
    const item = of ?? selected[0];
    const place = item && scroller.current?.querySelector(`[data-item="${CSS.escape(`${item.kind}/${item.id}`)}"]`);
    const field = (place || scroller.current)?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted)}"]`);
    if (!field) return;
    field.scrollIntoView({ block: 'center' });
    const control = field.querySelector<HTMLElement>('input, textarea, select, button');
    control?.focus({ preventScroll: true });
    // A name is there to be replaced.
    if (wanted === 'name' && control instanceof HTMLTextAreaElement) control.select();
  }, [wanted, of, selected, scroller]);
}
