import { Plus } from 'lucide-react';
import { memo } from 'react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import type { Lane } from '../../shared/model/records.ts';
import { hueOf } from '../canvas/items.ts';
import { VISIBILITY_OPTIONS } from '../panels/words.ts';
import { useMap, useMapSession } from '../session/SessionContext.tsx';
import { MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { DeleteItem, MoveItems, PanelItems, RenameItem } from './MoveItems.tsx';
import styles from './Outline.module.css';
import { addNewLane, afterIn } from './outlineAdds.ts';
import { RowMenu } from './RowMenu.tsx';
import { RowOther } from './RowOther.tsx';
import { RowTitle } from './RowTitle.tsx';

export const LaneItem = memo(function LaneItem({ id }: { readonly id: string }) {
  const lane = useMap((map) => map.lanes.get(id));
  const hue = useMap((map) => hueOf(map.lanes, map.lanes.get(id)));
  const item = { kind: 'lane', id } as const;
  if (!lane) return null;
  return (
    <li className={styles.row}>
      {lane.kind === 'department' && <span className={styles.rail} style={{ background: `var(--hue-${hue})` }} />}
      <RowTitle
        item={item}
        text={lane.title}
        placeholder={lane.kind === 'notes' ? 'Pains, ideas or quotes' : 'Name of the department'}
      />
      <RowOther item={item} />
      <span className={styles.meta}>{lane.kind === 'notes' ? 'notes' : lane.visibility}</span>
      <RowMenu item={item} name={lane.title || 'this lane'}>
        {() => <LaneActions lane={lane} />}
      </RowMenu>
    </li>
  );
});

function LaneActions({ lane }: { readonly lane: Lane }) {
  const session = useMapSession();
  const lanes = useMap((map) => map.lanes.list);
  const item = { kind: 'lane', id: lane.id } as const;
  return (
    <>
      <RenameItem item={item} />
      <MenuItem icon={<Plus size={15} />} onSelect={() => addNewLane(session, 'department', afterIn(lanes, lane.id))}>
        Add department after
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addNewLane(session, 'notes', afterIn(lanes, lane.id))}>
        Add notes lane after
      </MenuItem>
      <PanelItems item={item} />
      <MenuSeparator />
      <MoveItems item={item} />
      {lane.kind === 'department' && (
        <>
          <MenuSeparator />
          <MenuChoice
            heading="Visibility"
            value={lane.visibility}
            options={VISIBILITY_OPTIONS}
            onChange={(visibility) => session.run(changeItems, changeOf('lane', lane.id, { visibility }))}
          />
        </>
      )}
      <DeleteItem item={item} />
    </>
  );
}
