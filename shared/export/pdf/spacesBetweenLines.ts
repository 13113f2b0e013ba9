import { cleanText } from '../../text/cleanText.ts';
import type { TextLine } from '../../text/lines.ts';
import type { TextItem } from '../scene.ts';

/** White space, and what steers a text and has no shape. */
const unseen = /\s|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]|\p{Variation_Selector}/gu;

const drawnText = ({ runs }: TextLine): string =>
  runs.map(({ clusters, rtl }) => (rtl ? clusters.toReversed() : clusters).map(({ text }) => text).join('')).join('');

/**
 * For each line of a text whether a space follows it that no line shows, because the line ends there. Without one, whoever
 * copies the text or hears it gets the words at the seam as one.
 */
export function spacesBetweenLines({ text, lines }: TextItem): boolean[] {
  if (lines.length < 2) return [false];
  const whole = cleanText(text);
  const spaceAfter = new Set<number>();
  let seen = 0;
  for (const part of whole.split(/(\s+)/)) {
    if (part.trim() === '') spaceAfter.add(seen);
    else seen += part.replace(unseen, '').length;
  }
  let drawn = 0;
  return lines.map(({ line }, index) => {
    drawn += drawnText(line).replace(unseen, '').length;
    return index < lines.length - 1 && spaceAfter.has(drawn);
  });
}

/** Whether the marks on the page, read one after the other, are the text as it was written. */
export function readsAsWritten(item: TextItem): boolean {
  if (item.lines.some(({ line }) => line.runs.some(({ rtl }) => rtl))) return false;
  const spaces = spacesBetweenLines(item);
  // A line that ends within a word: readers take the seam for a space.
  if (spaces.slice(0, -1).includes(false)) return false;
  const drawn = item.lines.map(({ line }, index) => drawnText(line) + (spaces[index] ? ' ' : '')).join('');
  return drawn.trim() === item.text.trim();
}
