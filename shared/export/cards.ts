import type { Chip } from '../insights/tellingMetric.ts';
import type { CardBox, MapLayout, NoteBox } from '../layout/mapLayout.ts';
import * as size from '../layout/sizes.ts';
import type { Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { metaRow } from './metaRow.ts';
import { chipsOf } from './metricChip.ts';
import { noteColor, palette } from './palette.ts';
import type { GroupItem, SceneItem } from './scene.ts';
import { type Typesetter, textBlock } from './textBlock.ts';

const cardRadius = 9;

/** The cards of touchpoints, each read under its step. */
export function touchpointCards(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  withMetrics = true,
): SceneItem[] {
  const chips = withMetrics ? chipsOf(map) : new Map<string, Chip>();
  return layout.cards.flatMap((box) => {
    const touchpoint = map.touchpoints.get(box.id);
    return touchpoint === undefined ? [] : [card(typesetter, map, touchpoint, chips.get(box.id) ?? null, box)];
  });
}

function card(
  typesetter: Typesetter,
  map: MapSnapshot,
  touchpoint: Touchpoint,
  chip: Chip | null,
  box: CardBox,
): GroupItem {
  const { x, y, width, height, titleHeight } = box;
  const title = textBlock(typesetter, touchpoint.title, {
    x: x + size.CARD_PADDING,
    y: y + size.CARD_PADDING,
    width: size.textWidthIn(width),
    font: size.TITLE_FONT,
    color: palette.ink,
  });
  const stroke = { color: palette.lineStrong, width: 1 };
  const meta = metaRow(typesetter, map, touchpoint, chip, {
    x,
    y: y + size.CARD_PADDING + titleHeight + size.META_ROW_GAP,
    width,
  });
  return {
    kind: 'group',
    role: 'card',
    id: `card:${box.id}`,
    within: `step:${box.step}`,
    label: touchpoint.title,
    items: [
      { kind: 'anchor', name: `touchpoint:${box.id}`, x, y },
      { kind: 'rect', x, y, width, height, radius: cardRadius, fill: palette.panel, stroke },
      ...title.items,
      ...meta,
    ],
  };
}

/** Notes, in the tint of their kind and with its name, since paper may be grey. */
export function noteCards(typesetter: Typesetter, map: MapSnapshot, layout: MapLayout): SceneItem[] {
  return layout.notes.flatMap((box) => noteCard(typesetter, map, box));
}

function noteCard(typesetter: Typesetter, map: MapSnapshot, { id, step, x, y, width, height }: NoteBox): SceneItem[] {
  const note = map.notes.get(id);
  if (note === undefined) return [];
  const { fill, ink } = noteColor[note.kind];
  const words = textBlock(typesetter, note.text, {
    x: x + size.CARD_PADDING,
    y: y + size.CARD_PADDING,
    width: size.textWidthIn(width),
    font: size.NOTE_FONT,
    color: ink,
  });
  const tag = textBlock(typesetter, note.kind, {
    x,
    y: y + height - 9.5,
    width: width - 6,
    font: { size: 7, lineHeight: 9, weight: 600 },
    color: ink,
    align: 'end',
  });
  const ground: SceneItem = { kind: 'rect', x, y, width, height, radius: 6, fill };
  const label = `${note.kind}: ${note.text}`;
  // The label says the kind to those who listen.
  const kind: SceneItem = { kind: 'group', role: 'decoration', items: tag.items };
  return [{ kind: 'group', role: 'card', within: `step:${step}`, label, items: [ground, kind, ...words.items] }];
}
