import type { ExecutiveSummary, FixFirst } from '../insights/executive.ts';
import { counted } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { writtenDate } from '../model/writtenDate.ts';
import { font, least } from './executiveType.ts';
import { gapDisc } from './gapMarks.ts';
import { palette } from './palette.ts';
import type { SceneItem } from './scene.ts';
import { line } from './shapes.ts';
import type { PageFrame } from './sheet.ts';
import { pageTitle } from './table.ts';
import { fittedText, type Typesetter, textBlock, titleBlock } from './textBlock.ts';

/** What to fix first, and who does it. */
export function fixPage(
  typesetter: Typesetter,
  map: MapSnapshot,
  { fixes, furtherGaps }: ExecutiveSummary,
  frame: PageFrame,
  scale: number,
): SceneItem[] {
  const { x, width } = frame;
  const items: SceneItem[] = [{ kind: 'anchor', name: 'gaps', x, y: frame.top }];
  items.push(...pageTitle(typesetter, frame, fixes.length === 0 ? 'Nothing to fix' : 'What to fix first'));
  const top = frame.top + 34;
  const initiatives = map.initiatives.list.filter(({ status }) => status !== 'dropped' && status !== 'done').length;
  const last = [
    furtherGaps === 0 ? '' : `${counted(furtherGaps, 'further gap')} ${furtherGaps === 1 ? 'is' : 'are'} on the map.`,
    initiatives === 0 ? 'No initiative is under way.' : `${counted(initiatives, 'initiative')} under way or planned.`,
  ].filter((words) => words !== '');
  const foot = textBlock(typesetter, last.join(' '), {
    x,
    y: frame.bottom - 14 * scale,
    width,
    font: font(10, 400, scale),
    color: palette.muted,
  });
  const room = frame.bottom - 20 * scale - top;
  const rowHeight = Math.min(92 * scale, room / Math.max(1, fixes.length));
  for (const [index, fix] of fixes.entries()) {
    items.push(fixRow(typesetter, fix, { x, y: top + index * rowHeight, width, height: rowHeight }, scale));
  }
  return [...items, ...foot.items];
}

function fixRow(
  typesetter: Typesetter,
  fix: FixFirst,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  scale: number,
): SceneItem {
  const indent = 34 * scale;
  const inner = { x: x + indent, width: width - indent };
  const titleFont = font(13, 600, scale);
  const textFont = font(10.5, 400, scale);
  const free = height - 16 * scale - titleFont.lineHeight - textFont.lineHeight;
  const title = fittedText(typesetter, fix.title, {
    ...inner,
    y: y + 7 * scale,
    height: titleFont.lineHeight,
    font: titleFont,
    color: palette.ink,
  });
  const message = titleBlock(
    typesetter,
    fix.message,
    { ...inner, y: y + 7 * scale + titleFont.lineHeight, font: textFont, color: '#3f444b', direction: 'ltr', least },
    Math.max(1, Math.floor(free / textFont.lineHeight)),
  );
  const who =
    fix.owner === null
      ? 'No owner yet'
      : [fix.owner.name, fix.status, fix.due === null ? '' : `due ${writtenDate(fix.due)}`];
  const words = typeof who === 'string' ? who : who.filter((word) => word !== '').join('  \u00b7  ');
  const owner = fittedText(typesetter, words, {
    ...inner,
    y: y + 9 * scale + titleFont.lineHeight + message.height,
    height: textFont.lineHeight,
    font: { ...textFont, weight: 550 },
    color: fix.owner === null ? palette.danger : palette.accent,
    direction: 'ltr',
    least,
  });
  const disc = gapDisc(typesetter, fix, 0, 0);
  return {
    kind: 'group',
    role: 'section',
    label: fix.title,
    items: [
      line(x, y, x + width, y, { color: palette.line, width: 0.8 }),
      {
        kind: 'group',
        role: 'section',
        view: { x: x + 14 * scale, y: y + 17 * scale, scale: 1.25 * scale },
        items: disc,
      },
      ...title.items,
      ...message.items,
      ...owner.items,
    ],
  };
}
