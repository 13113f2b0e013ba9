import type { Finding } from '../gaps/findGaps.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import { TITLE_FONT } from '../layout/sizes.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { gapPages } from './gapPages.ts';
import { mapPage } from './mapPage.ts';
import { listGaps } from './numberedGaps.ts';
import type { OutlineEntry, SceneDocument, SceneItem } from './scene.ts';
import { footer, type SheetName, sheets } from './sheet.ts';
import { stagePages } from './stagePages.ts';
import type { Typesetter } from './textBlock.ts';

export interface MapPagesOptions {
  /** When the map is said to be as shown: ISO 8601 in UTC. */
  readonly date: string;
  /** BCP 47 tag of texts whose letters do not tell their language. English when left out. */
  readonly language?: string;
  /** A3 when left out. */
  readonly sheet?: SheetName;
  /** Whether the stages are shown again on pages of their own. When left out: if titles on the map are too small to read. */
  readonly stagePages?: boolean;
}

/** Points. Smaller titles are for looking at, not for reading. */
const readableTitle = 5.5;

/** A map as pages: the map itself, its stages where they need room, then its gaps. The layout must have been measured with the same typesetter. */
export function mapPages(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  findings: readonly Finding[],
  { date, sheet: sheetName = 'a3', stagePages: asked }: MapPagesOptions,
): SceneDocument {
  const sheet = sheets[sheetName];
  const gaps = listGaps(map, findings);
  const context = { typesetter, sheet, gaps: gaps.numbered };
  const isOverview = (scale: number) => asked ?? scale * TITLE_FONT.size < readableTitle;
  const first = mapPage(context, map, layout, isOverview);
  const stageSheets = first.overview ? stagePages(context, map) : [];
  const listed = gapPages(typesetter, map, sheet, gaps, first.marked);
  const contents: { label: string; items: readonly SceneItem[] }[] = [
    { label: 'Map', items: first.items },
    ...stageSheets.map((items) => ({ label: 'Stages', items })),
    ...(listed?.pages ?? []).map((items) => ({ label: 'Gaps', items })),
  ];
  const title = map.meta.title.trim() === '' ? 'Untitled map' : map.meta.title;
  const pages = contents.map(({ label, items }, index) => ({
    ...sheet,
    items: [
      { kind: 'group', role: 'section', label, items } as const,
      footer(typesetter, sheet, `${title}  \u00b7  ${writtenDate(date)}`, `Page ${index + 1} of ${contents.length}`),
    ],
  }));
  const stages: OutlineEntry[] = layout.stages.map(({ id }) => ({
    title: map.stages.get(id)?.title ?? '',
    target: `stage:${id}`,
    children: [],
  }));
  const outline = [{ title: 'Map', target: 'map', children: stages }, ...(listed === null ? [] : [listed.outline])];
  return { title, language: typesetter.language, pages, outline };
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "15 January 2026", in UTC: the same on every machine. */
function writtenDate(iso: string): string {
  const date = new Date(iso);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}
