import type { CardBox, MapLayout, NoteBox } from '../layout/mapLayout.ts';
import * as size from '../layout/sizes.ts';
import { initialsOf } from '../model/initials.ts';
import type { Person, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { laneColor, noteColor, palette } from './palette.ts';
import type { GroupItem, SceneItem } from './scene.ts';
import { circle } from './shapes.ts';
import { fittedText, type Typesetter, textBlock } from './textBlock.ts';

const cardRadius = 9;
const discRadius = 9.5;
const discGap = 6;
const metaFont = { size: 10.5, lineHeight: 14, weight: 450 };
/** Channel and owner above each other share the row. */
const smallMetaFont = { size: 9.2, lineHeight: size.META_ROW_HEIGHT / 2, weight: 450 };
const initialsFont = { size: 8.5, lineHeight: 11, weight: 600 };

/** The cards of touchpoints, each read under its step. */
export function touchpointCards(typesetter: Typesetter, map: MapSnapshot, layout: MapLayout): SceneItem[] {
  return layout.cards.flatMap((box) => {
    const touchpoint = map.touchpoints.get(box.id);
    return touchpoint === undefined ? [] : [card(typesetter, map, touchpoint, box)];
  });
}

function card(typesetter: Typesetter, map: MapSnapshot, touchpoint: Touchpoint, box: CardBox): GroupItem {
  const { x, y, width, height, titleHeight } = box;
  const title = textBlock(typesetter, touchpoint.title, {
    x: x + size.CARD_PADDING,
    y: y + size.CARD_PADDING,
    width: size.CARD_TEXT_WIDTH,
    font: size.TITLE_FONT,
    color: palette.ink,
  });
  const stroke = { color: palette.lineStrong, width: 1 };
  const meta = metaRow(typesetter, map, touchpoint, x, y + size.CARD_PADDING + titleHeight + size.META_ROW_GAP);
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

/** Channel and owner; where nobody owns the touchpoint, a dashed question mark says so. */
function metaRow(typesetter: Typesetter, map: MapSnapshot, touchpoint: Touchpoint, x: number, y: number): SceneItem[] {
  const owner = touchpoint.owner === null ? undefined : map.people.get(touchpoint.owner);
  const width = size.CARD_TEXT_WIDTH - 2 * discRadius - discGap;
  const words = metaWords(typesetter, [touchpoint.channel, owner?.name ?? ''], width);
  const font = words.length > 1 ? smallMetaFont : metaFont;
  const height = size.META_ROW_HEIGHT / Math.max(1, words.length);
  const texts = words.flatMap((word, i) => {
    const place = { x: x + size.CARD_PADDING, y: y + i * height, width, height, font, color: palette.muted };
    return fittedText(typesetter, word, place).items;
  });
  const discX = x + size.CARD_WIDTH - size.CARD_PADDING - discRadius;
  const disc =
    owner === undefined
      ? discOf(typesetter, '?', discX, y, { ink: palette.danger })
      : discOf(typesetter, initialsOf(owner.name), discX, y, {
          ink: palette.panel,
          fill: discColor(map, touchpoint, owner),
        });
  // Read aloud, initials and question marks say nothing that the name beside them, or a gap, does not say better.
  return [...texts, { kind: 'group', role: 'decoration', items: disc }];
}

/** Side by side where there is room, else above each other. */
function metaWords({ engine, language }: Typesetter, words: readonly string[], width: number): string[] {
  const said = words.filter((word) => word.trim() !== '');
  const joined = said.join(' \u00b7 ');
  const oneLine = engine.measure(joined, { size: metaFont.size, weight: 400, language }) <= width;
  return oneLine && said.length > 0 ? [joined] : said;
}

/** The colour of the owner's department; who has none is taken for one of the lane the card stands in. */
function discColor(map: MapSnapshot, { place }: Touchpoint, { department }: Person): string {
  const lane = map.lanes.get(department ?? '') ?? map.lanes.get(place?.lane ?? '');
  return lane === undefined ? palette.muted : laneColor(map, lane);
}

function discOf(
  typesetter: Typesetter,
  text: string,
  x: number,
  y: number,
  { ink, fill }: { readonly ink: string; readonly fill?: string },
): SceneItem[] {
  const middle = y + size.META_ROW_HEIGHT / 2;
  const paint = fill === undefined ? { stroke: { color: ink, width: 1.1, dash: [2.4, 2] } } : { fill };
  const place = {
    x: x - discRadius + 1,
    y: middle - initialsFont.lineHeight / 2,
    width: 2 * (discRadius - 1),
    height: initialsFont.lineHeight,
    font: initialsFont,
    color: ink,
    align: 'center',
  } as const;
  return [
    circle(x, middle, discRadius - (fill === undefined ? 0.6 : 0), paint),
    ...fittedText(typesetter, text, place).items,
  ];
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
    width: size.CARD_TEXT_WIDTH,
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
  return [
    { kind: 'group', role: 'card', within: `step:${step}`, label, items: [ground, ...tag.items, ...words.items] },
  ];
}
