import type { Finding } from '../gaps/findGaps.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { gapPages } from './gapPages.ts';
import { mapPage } from './mapPage.ts';
import { listGaps } from './numberedGaps.ts';
import type { OutlineEntry, SceneDocument, SceneItem } from './scene.ts';
import { footer, type SheetName, sheets } from './sheet.ts';
import type { Typesetter } from './textBlock.ts';

export interface MapPagesOptions {
  /** When the map is said to be as shown: ISO 8601 in UTC. */
  readonly date: string;
  /** BCP 47 tag of texts whose letters do not tell their language. English when left out. */
  readonly language?: string;
  /** A3 when left out. */
  readonly sheet?: SheetName;
}

/** A map as pages: the map itself, then its gaps. The layout must have been measured with the same typesetter. */
export function mapPages(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  findings: readonly Finding[],
  { date, sheet: sheetName = 'a3' }: MapPagesOptions,
): SceneDocument {
  const sheet = sheets[sheetName];
  const gaps = listGaps(map, findings);
  const first = mapPage(typesetter, map, layout, gaps.numbered, sheet);
  const listed = gapPages(typesetter, map, sheet, gaps, first.marked);
  const contents: (readonly SceneItem[])[] = [first.items, ...(listed?.pages ?? [])];
  const title = map.meta.title.trim() === '' ? 'Untitled map' : map.meta.title;
  const pages = contents.map((items, index) => ({
    ...sheet,
    items: [
      { kind: 'group', role: 'section', label: index === 0 ? 'Map' : 'Gaps', items } as const,
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
