import type { ItemKind } from '../../../shared/model/fields.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { HandoffDetails } from './HandoffDetails.tsx';
import { InitiativeDetails } from './InitiativeDetails.tsx';
import { ItemsHeader } from './ItemsHeader.tsx';
import { LaneDetails } from './LaneDetails.tsx';
import { MapDetails } from './MapDetails.tsx';
import { MetricDetails } from './metrics/MetricDetails.tsx';
import { NoteDetails } from './NoteDetails.tsx';
import { StageDetails } from './StageDetails.tsx';
import { StepDetails } from './StepDetails.tsx';
import { TouchpointDetails } from './TouchpointDetails.tsx';

interface ItemDetailsProps {
  readonly kind: ItemKind;
  readonly items: readonly ItemRef[];
}

/** The fields of one kind of item: of one, or what several have in common. */
export function ItemDetails({ kind, items }: ItemDetailsProps) {
  const ids = items.map(({ id }) => id);
  const fields = fieldsOf(kind, ids);
  if (fields === null) return <MapDetails />;
  return (
    <>
      <ItemsHeader items={items} />
      {fields}
    </>
  );
}

function fieldsOf(kind: ItemKind, ids: readonly string[]) {
  switch (kind) {
    case 'stage':
      return <StageDetails ids={ids} />;
    case 'step':
      return <StepDetails ids={ids} />;
    case 'lane':
      return <LaneDetails ids={ids} />;
    case 'touchpoint':
      return <TouchpointDetails ids={ids} />;
    case 'note':
      return <NoteDetails ids={ids} />;
    case 'handoff':
      return <HandoffDetails ids={ids} />;
    case 'metric':
      return <MetricDetails ids={ids} />;
    case 'initiative':
      return <InitiativeDetails ids={ids} />;
    // People and personas are edited with the map.
    case 'person':
    case 'persona':
      return null;
    default:
      return kind satisfies never;
  }
}
