import { LANE_MIN_HEIGHT } from '../../../shared/layout/sizes.ts';
import { HIGHEST_LANE } from '../../../shared/model/records.ts';
import { LANE_KIND_OPTIONS, VISIBILITY_OPTIONS } from '../words.ts';
import { commonOf } from './common.ts';
import { DrawnSizeField } from './fields/DrawnSizeField.tsx';
import { HueField } from './fields/HueField.tsx';
import { SegmentsField } from './fields/SegmentsField.tsx';
import { TextRow } from './fields/TextRow.tsx';
import { Section } from './Section.tsx';
import { TouchpointsSection } from './TouchpointsSection.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

export function LaneDetails({ ids }: { readonly ids: readonly string[] }) {
  const lanes = useItems('lanes', ids);
  const change = useChange('lane', lanes);
  const [first, ...others] = lanes;
  if (!first) return null;
  const departments = lanes.every(({ kind }) => kind === 'department');
  return (
    <>
      <Section>
        {others.length === 0 && <TextRow big label="Title" textRef={{ kind: 'lane', id: first.id, field: 'title' }} />}
        <SegmentsField
          label="This lane holds the work of a department, or notes"
          value={commonOf(lanes, (lane) => lane.kind)}
          options={LANE_KIND_OPTIONS}
          onChange={(kind) => change({ kind })}
        />
        {departments && (
          <SegmentsField
            label="Seen by the customer"
            value={commonOf(lanes, (lane) => lane.visibility)}
            options={VISIBILITY_OPTIONS}
            onChange={(visibility) => change({ visibility })}
          />
        )}
        {departments && <HueField value={commonOf(lanes, (lane) => lane.hue)} onChange={(hue) => change({ hue })} />}
        <DrawnSizeField
          label="Height on the map, where it is more than its cards need"
          usual={LANE_MIN_HEIGHT}
          most={HIGHEST_LANE}
          value={commonOf(lanes, (lane) => lane.height)}
          onCommit={(height) => change({ height })}
        />
      </Section>
      {others.length === 0 && departments && <TouchpointsSection line={{ lane: first.id }} />}
    </>
  );
}
