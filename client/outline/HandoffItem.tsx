import { MoveRight } from 'lucide-react';
import { memo } from 'react';
import { openDetails } from '../canvas/openDetails.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { MenuItem } from '../ui/Menu.tsx';
import { DeleteItem, PanelItems } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { showRow } from './outlineMoves.ts';
import { rowKey } from './outlineRows.ts';
import { RowMenu } from './RowMenu.tsx';
import { RowOther } from './RowOther.tsx';
import { useItemTabStop } from './useRow.ts';

/** A hand-off, under the touchpoint it leaves; pressing it opens its agreement. */
export const HandoffItem = memo(function HandoffItem({ id }: { readonly id: string }) {
  const session = useMapSession();
  const handoff = useMap((map) => map.handoffs.get(id));
  const target = useMap((map) => (handoff?.to ? map.touchpoints.get(handoff.to)?.title : undefined));
  const owner = useMap((map) => handoff?.owner && map.people.get(handoff.owner)?.name);
  const item = { kind: 'handoff', id } as const;
  const tabIndex = useItemTabStop(item);
  if (!handoff) return null;
  const to = handoff.to;
  const name = target === undefined ? 'a deleted touchpoint' : target || 'an untitled touchpoint';
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.title}
        data-row={rowKey(item)}
        tabIndex={tabIndex}
        onClick={() => openDetails(item)}
      >
        <MoveRight size={13} className={styles.arrow} aria-label="Hands off to" /> {name}
      </button>
      <RowOther item={item} />
      <span className={styles.meta}>
        {owner || 'no owner'}
        {handoff.accepted ? ' · accepted' : ''}
      </span>
      <RowMenu item={item} name={`the hand-off to ${name}`}>
        {() => (
          <>
            <PanelItems item={item} />
            {to && target !== undefined && (
              <MenuItem
                icon={<MoveRight size={15} />}
                onSelect={() => showRow(session, { kind: 'touchpoint', id: to })}
              >
                Go to {name}
              </MenuItem>
            )}
            <DeleteItem item={item} />
          </>
        )}
      </RowMenu>
    </li>
  );
});
