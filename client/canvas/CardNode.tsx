import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { tellingMetric } from '../../shared/insights/tellingMetric.ts';
import type { Place } from '../../shared/model/records.ts';
import { CaptureField } from '../capture/CaptureField.tsx';
import { pasteLines } from '../clipboard/useClipboard.ts';
import { useMap } from '../session/SessionContext.tsx';
import { useMayEdit } from '../session/useMayEdit.ts';
import styles from './Card.module.css';
import { ChannelMark } from './ChannelMark.tsx';
import { useCanvas } from './canvasContext.ts';
import { cardLabel, itemKey, metricsOn } from './items.ts';
import type { CardNodeType } from './nodes.ts';
import { OwnerDisc } from './OwnerDisc.tsx';
import { TextEdit } from './TextEdit.tsx';
import { useEnding } from './useEnding.ts';
import { useDistance } from './useViewport.ts';
import { sameItem, useView } from './viewStore.ts';

/** A touchpoint on the map. Renders again only when its own touchpoint, owner, metrics or selection change. */
export const CardNode = memo(function CardNode({ data: { box } }: NodeProps<CardNodeType>) {
  const item = { kind: 'touchpoint', id: box.id } as const;
  const touchpoint = useMap((map) => map.touchpoints.get(box.id));
  const selected = useView((view) => view.selected.some((other) => sameItem(other, item)));
  const highlighted = useView((view) => view.highlighted.some((other) => sameItem(other, item)));
  const linking = useView((view) => view.linkFrom === box.id);
  const editing = useView((view) =>
    view.editing?.id === box.id && view.editing.field === 'title' ? view.editing : null,
  );
  const distance = useDistance();
  const mayEdit = useMayEdit();
  const label = useMap((map) => cardLabel(map, box.id));
  if (!touchpoint) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's; this is a group of what belongs to one card
    <div
      role="group"
      className={styles.card}
      data-spot={itemKey(item)}
      data-selected={selected || undefined}
      data-highlighted={highlighted || undefined}
      data-linking={linking || undefined}
      data-distance={distance}
      tabIndex={-1}
      aria-label={label}
      aria-roledescription="touchpoint"
    >
      {editing ? (
        <CardTitleEdit id={box.id} append={editing.append === true} fresh={editing.fresh === true} />
      ) : (
        <div className={styles.title} data-empty={!touchpoint.title || undefined}>
          {distance === 'farthest' ? null : touchpoint.title || 'Untitled'}
        </div>
      )}
      {/* Before a word is typed the room is for what may be typed. */}
      {distance === 'near' && !(editing?.fresh && touchpoint.title === '') && (
        <div className={styles.meta}>
          <ChannelMark channel={touchpoint.channel} />
          <MetricChip id={box.id} />
          <OwnerDisc owner={touchpoint.owner} lane={box.lane} />
        </div>
      )}
      {distance === 'near' && mayEdit && (
        <>
          <span className={`${styles.port} ${styles.portRight}`} data-port="right" aria-hidden="true" />
          <span className={`${styles.port} ${styles.portBottom}`} data-port="bottom" aria-hidden="true" />
        </>
      )}
    </div>
  );
});

interface TitleEditProps {
  readonly id: CardNodeType['data']['box']['id'];
  readonly append: boolean;
  readonly fresh: boolean;
}

function CardTitleEdit({ id, append, fresh }: TitleEditProps) {
  const canvas = useCanvas();
  const end = useEnding({ kind: 'touchpoint', id });
  const field = (
    <TextEdit
      textRef={{ kind: 'touchpoint', id, field: 'title' }}
      label="Title of the touchpoint"
      className={styles.titleEdit}
      placeholder={fresh ? 'Title @owner #channel' : 'What happens here'}
      autoFocus={append ? 'end' : 'all'}
      tabEnds
      onDone={end}
    />
  );
  if (!fresh) return field;
  const onLines = (text: string, place: Place) => {
    useView.getState().edit(null);
    pasteLines(canvas, text, place);
  };
  return (
    <CaptureField id={id} onLines={onLines}>
      {field}
    </CaptureField>
  );
}

/** Characters that fit beside channel and owner. Fewer than on paper, where the row can give way. */
const ON_SCREEN = 10;

function MetricChip({ id }: { readonly id: string }) {
  const metrics = useMap((map) => metricsOn(map.metrics, { kind: 'touchpoint', id }));
  const chip = tellingMetric(metrics);
  return (
    chip && (
      <span className={styles.chip} data-tone={chip.tone} title={`${chip.name} ${chip.value}`}>
        {chip.title.length + chip.value.length < ON_SCREEN && <span className={styles.chipName}>{chip.title}</span>}{' '}
        <span className={styles.chipValue}>{chip.value}</span>
      </span>
    )
  );
}
