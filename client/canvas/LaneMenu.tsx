import { EyeOff, Pencil, Plus, Trash2 } from 'lucide-react';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { type Lane, VISIBILITIES } from '../../shared/model/records.ts';
import { LANE_KIND_OPTIONS } from '../panels/words.ts';
import { useMap, useRun } from '../session/SessionContext.tsx';
import { MenuChoice, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { addLaneBefore } from './addItems.ts';
import { useCanvas } from './canvasContext.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { hideLane } from './laneView.ts';
import { MoveMenuItems } from './MoveMenuItems.tsx';
import { removeAndTell } from './removeSelected.ts';
import { SizeMenuItem } from './SizeMenuItem.tsx';
import { useView } from './viewStore.ts';

const LABELS = {
  frontstage: 'Frontstage: customers see it',
  backstage: 'Backstage: they do not',
  support: 'Support: it helps the others',
} as const;
const OPTIONS = VISIBILITIES.map((value) => ({ value, label: LABELS[value] }));

export function LaneMenu({ lane }: { readonly lane: Lane }) {
  return <HeaderMenu label={`Actions for ${lane.title || 'this lane'}`}>{() => <LaneItems lane={lane} />}</HeaderMenu>;
}

function LaneItems({ lane }: { readonly lane: Lane }) {
  const canvas = useCanvas();
  const run = useRun();
  const lanes = useMap((map) => map.lanes.list);
  const index = lanes.indexOf(lane);
  const item = { kind: 'lane', id: lane.id } as const;
  // Touchpoints stand in departments, notes in notes lanes: a lane in use keeps its kind.
  const isEmpty = useMap((map) =>
    [...map.touchpoints.list, ...map.notes.list].every(({ place }) => place?.lane !== lane.id),
  );
  return (
    <>
      <MenuItem icon={<Pencil size={15} />} onSelect={() => useView.getState().edit({ ...item, field: 'title' })}>
        Rename
      </MenuItem>
      <MenuItem icon={<Plus size={15} />} onSelect={() => addLaneBefore(canvas, lane.kind, lane.id)}>
        Add lane above
      </MenuItem>
      <MenuItem
        icon={<Plus size={15} />}
        onSelect={() => addLaneBefore(canvas, lane.kind, lanes[index + 1]?.id ?? null)}
      >
        Add lane below
      </MenuItem>
      <MenuSeparator />
      <MoveMenuItems item={item} index={index} count={lanes.length} />
      <SizeMenuItem item={item} label="As high as it needs" />
      <MenuSeparator />
      <MenuItem icon={<EyeOff size={15} />} onSelect={() => hideLane(lane)}>
        Hide for me
      </MenuItem>
      {isEmpty && (
        <>
          <MenuSeparator />
          <MenuChoice
            heading="Holds"
            value={lane.kind}
            options={LANE_KIND_OPTIONS}
            onChange={(kind) => run(changeItems, changeOf('lane', lane.id, { kind }))}
          />
        </>
      )}
      {lane.kind === 'department' && (
        <>
          <MenuSeparator />
          <MenuChoice
            heading="Visibility"
            value={lane.visibility}
            options={OPTIONS}
            onChange={(visibility) => run(changeItems, changeOf('lane', lane.id, { visibility }))}
          />
        </>
      )}
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={15} />} danger onSelect={() => removeAndTell(canvas, [item])}>
        Delete lane
      </MenuItem>
    </>
  );
}
