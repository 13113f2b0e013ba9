import type { Chip } from '../insights/tellingMetric.ts';
import * as size from '../layout/sizes.ts';
import { initialsOf } from '../model/initials.ts';
import type { Person, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { chipInWords, chipWidth, drawChip } from './metricChip.ts';
import { laneColor, palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { circle } from './shapes.ts';
import { type BlockFont, fittedText, shortened, type Typesetter, textWidth } from './textBlock.ts';

const discRadius = 9.5;
const discGap = 6;
const initialsFont = { size: 8.5, lineHeight: 11, weight: 600 };
const metaFont = { size: 10.5, lineHeight: 14, weight: 450 };
/** Of lines that share the row; two of them take a little of the free space above and below it. */
const smallMetaFont = { size: 9.2, lineHeight: 11, weight: 450 };
const chipFont = { size: 10, lineHeight: 14, weight: 600 };
const smallChipFont = { size: 9.2, lineHeight: 12, weight: 600 };
const chipGap = 5;

/** A stretch of one line: of a card, or what channel, owner and metric have to themselves beside the disc. */
interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Channel, owner and the most telling metric; where nobody owns the touchpoint, a dashed question mark says so. */
export function metaRow(
  typesetter: Typesetter,
  map: MapSnapshot,
  touchpoint: Touchpoint,
  chip: Chip | null,
  card: Room,
): SceneItem[] {
  const { x, y, width } = card;
  const owner = touchpoint.owner === null ? undefined : map.people.get(touchpoint.owner);
  const channel = onOneLine(touchpoint.channel);
  const words = [channel, onOneLine(owner?.name ?? '')].filter((word) => word !== '');
  const room = { x: x + size.CARD_PADDING, y, width: size.textWidthIn(width) - 2 * discRadius - discGap };
  const facts =
    chip === null ? wordsAlone(typesetter, words, room) : wordsAndChip(typesetter, words, channel, chip, room);
  const discX = x + width - size.CARD_PADDING - discRadius;
  const disc =
    owner === undefined
      ? discOf(typesetter, '?', discX, y, { ink: palette.danger })
      : discOf(typesetter, initialsOf(owner.name), discX, y, {
          ink: palette.panel,
          fill: discColor(map, touchpoint, owner),
        });
  // Read aloud, initials and question marks say nothing that the name beside them, or a gap, does not say better.
  return [...facts, { kind: 'group', role: 'decoration', items: disc }];
}

const onOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const joined = (words: readonly string[]) => words.join(' \u00b7 ');

/** Side by side where there is room, else above each other. */
function wordsAlone(typesetter: Typesetter, words: readonly string[], { x, y, width }: Room): SceneItem[] {
  const oneLine = words.length < 2 || textWidth(typesetter, joined(words), metaFont) <= width;
  const lines = oneLine && words.length > 0 ? [joined(words)] : words;
  return lines.flatMap((line, i) => {
    const row =
      lines.length === 1
        ? { y, height: size.META_ROW_HEIGHT, font: metaFont }
        : { y: y - 1 + i * smallMetaFont.lineHeight, height: smallMetaFont.lineHeight, font: smallMetaFont };
    const place = { ...row, x, width, color: palette.muted, least: 0.7 };
    return fittedText(typesetter, line, place).items;
  });
}

/**
 * The chip stands after the words or, where the row is too narrow for that, under them. Words that are too long even
 * then lose the owner's name first, whose initials are in the disc, and then their last words; read aloud, they are whole.
 */
function wordsAndChip(
  typesetter: Typesetter,
  words: readonly string[],
  channel: string,
  chip: Chip,
  room: Room,
): SceneItem[] {
  const { x, y, width } = room;
  const all = joined(words);
  const meaning = chipInWords(chip);
  const after = (text: string, wordFont: BlockFont, font: BlockFont): SceneItem[] => {
    const textRoom = textWidth(typesetter, text, wordFont) + 0.01;
    const place = { x, y, width: textRoom, height: size.META_ROW_HEIGHT, font: wordFont, color: palette.muted };
    const left = text === '' ? 0 : textRoom + chipGap;
    const height = font.lineHeight + 2;
    const box = { x: x + left, y: y + (size.META_ROW_HEIGHT - height) / 2, width: width - left, height };
    // Where there are no words to say it, the chip says who the owner is.
    const says = text === '' ? joined([...words, meaning]) : meaning;
    return [
      ...fittedText(typesetter, text, { ...place, says: all }).items,
      ...drawChip(typesetter, chip, { box, font, says }),
    ];
  };
  const under = (text: string): SceneItem[] => {
    const { lineHeight: height } = smallMetaFont;
    const place = { x, y: y - 2.2, width, height, font: smallMetaFont, color: palette.muted, says: all };
    const box = { x, y: y + 10, width, height: 13 };
    const { items } = fittedText(typesetter, text, place);
    const atEnd = items.some((item) => item.kind === 'text' && item.lines.some(({ line }) => line.rtl));
    return [...items, ...drawChip(typesetter, chip, { box, atEnd, font: smallChipFont, says: meaning })];
  };
  const fitsBefore = (text: string, wordFont: BlockFont, font: BlockFont) => {
    const left = text === '' ? 0 : textWidth(typesetter, text, wordFont) + chipGap + 0.01;
    return left + chipWidth(typesetter, chip, font) <= width;
  };
  const fitsAbove = (text: string) => textWidth(typesetter, text, smallMetaFont) <= width;
  if (fitsBefore(all, metaFont, chipFont)) return after(all, metaFont, chipFont);
  if (all !== '' && fitsAbove(all)) return under(all);
  if (channel === '' || fitsBefore(channel, metaFont, chipFont)) return after(channel, metaFont, chipFont);
  if (fitsBefore(channel, smallMetaFont, smallChipFont)) return after(channel, smallMetaFont, smallChipFont);
  return under(shortened(channel, fitsAbove));
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
