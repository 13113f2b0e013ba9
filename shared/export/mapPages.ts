import type { Finding } from '../gaps/findGaps.ts';
import { TITLE_FONT } from '../layout/sizes.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { writtenDate } from '../model/writtenDate.ts';
import { commentTable } from './commentTable.ts';
import { coverPage } from './coverPage.ts';
import { executivePages } from './executivePages.ts';
import { gapPages } from './gapPages.ts';
import { inGrey } from './inGrey.ts';
import { handoffTable, initiativeTable, metricTable, personaTable } from './listPages.ts';
import { mapPage, type PageContext } from './mapPage.ts';
import { listGaps } from './numberedGaps.ts';
import { type PageOptions, type PartName, USUAL_PARTS } from './options.ts';
import { partPages } from './partPages.ts';
import { type Part, partsByRoom, partsByStage, partsByWidth } from './parts.ts';
import type { PrintLayout } from './printLayout.ts';
import type { OutlineEntry, SceneDocument, SceneItem } from './scene.ts';
import { footer, sheets } from './sheet.ts';
import { type TablePages, tablePages } from './table.ts';
import type { Typesetter } from './textBlock.ts';

/** Points. Smaller titles are for looking at, not for reading. */
const readableTitle = 5.5;

interface Page {
  /** The part of the document it belongs to, for those who listen. */
  readonly label: string;
  readonly items: readonly SceneItem[];
}

interface Content {
  readonly pages: readonly Page[];
  readonly outline: readonly OutlineEntry[];
}

/**
 * A map as pages: the map in one of several ways, its gaps, and what else was asked for. The layout must have been
 * measured with the same typesetter, with its emotion row unless the curve is left out,
 * and with its row of metrics unless they are.
 */
export function mapPages(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  findings: readonly Finding[],
  options: PageOptions,
): SceneDocument {
  const { sheet: sheetName = 'a3', date, mode, grey = false } = options;
  const sheet = sheets[sheetName];
  const { pages: contents, outline } =
    mode === 'executive'
      ? executiveContent(typesetter, map, layout, findings, options)
      : mapContent(typesetter, map, layout, findings, options);
  const title = map.meta.title.trim() === '' ? 'Untitled map' : map.meta.title;
  const pages = contents.map(({ label, items }, index) => ({
    ...sheet,
    items: [
      { kind: 'group', role: 'section', label, items } as const,
      footer(typesetter, sheet, `${title}  \u00b7  ${writtenDate(date)}`, `Page ${index + 1} of ${contents.length}`),
    ],
  }));
  const scene = { title, language: typesetter.language, pages, outline };
  return grey ? inGrey(scene) : scene;
}

function executiveContent(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  findings: readonly Finding[],
  { sheet = 'a3' }: PageOptions,
): Content {
  const pages = executivePages(typesetter, map, layout, findings, sheets[sheet]);
  const outline = [
    { title: 'At a glance', target: 'map', children: [] },
    { title: 'What to fix first', target: 'gaps', children: [] },
  ];
  return { pages: pages.map((items) => ({ label: 'Summary', items })), outline };
}

function mapContent(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  findings: readonly Finding[],
  { sheet: sheetName = 'a3', date, mode, include = USUAL_PARTS, comments = [] }: PageOptions,
): Content {
  const has = (part: PartName) => include.includes(part);
  const sheet = sheets[sheetName];
  const gaps = listGaps(map, findings);
  const shown = { curve: has('curve'), gaps: has('gaps'), metrics: has('metrics'), ground: true };
  const context: PageContext = { typesetter, sheet, gaps: gaps.numbered, shown };
  const isOverview = (scale: number) =>
    mode === undefined ? scale * TITLE_FONT.size < readableTitle : mode !== 'poster';
  const first = mapPage(context, map, layout, isOverview);
  const parts = first.overview ? partsIn(mode, context, map) : [];
  const listed = shown.gaps ? gapPages(typesetter, map, sheet, gaps, first.marked) : null;
  const tables = [
    ...(has('metricList') ? [metricTable(map)] : []),
    ...(has('handoffs') ? [handoffTable(map, gaps.numbered)] : []),
    ...(has('initiatives') ? [initiativeTable(map, gaps.numbered)] : []),
    ...(has('personas') ? [personaTable(map)] : []),
    ...(has('comments') ? [commentTable(map, comments)] : []),
  ].filter(({ rows }) => rows.length > 0);
  const cover = has('cover') ? [coverPage(typesetter, map, findings, sheet, writtenDate(date))] : [];
  const pages: Page[] = [
    ...cover.map((items) => ({ label: 'Cover', items })),
    { label: 'Map', items: first.items },
    ...firstAnchors(partPages(context, map, parts)).map((items) => ({ label: 'Stages', items })),
    ...(listed?.pages ?? []).map((items) => ({ label: 'Gaps', items })),
    ...tables.flatMap((table) => tablePages(typesetter, sheet, table).map((items) => ({ label: table.title, items }))),
  ];
  const stages: OutlineEntry[] = layout.stages.map(({ id }) => ({
    title: map.stages.get(id)?.title ?? '',
    target: `stage:${id}`,
    children: [],
  }));
  const entry = ({ title, anchor }: TablePages): OutlineEntry => ({ title, target: anchor, children: [] });
  const outline = [
    ...cover.map(() => ({ title: 'Cover', target: 'cover', children: [] })),
    { title: 'Map', target: 'map', children: stages },
    ...(listed === null ? [] : [listed.outline]),
    ...tables.map(entry),
  ];
  return { pages, outline };
}

function partsIn(mode: PageOptions['mode'], context: PageContext, map: MapSnapshot): readonly Part[] {
  if (mode === 'stages') return partsByStage(context, map);
  return mode === 'width' ? partsByWidth(context, map) : partsByRoom(context, map);
}

/** A stage that goes on over several pages is found where it begins. Before these pages, all of it stands on the overview. */
function firstAnchors(pages: readonly (readonly SceneItem[])[]): SceneItem[][] {
  const seen = new Set<string>();
  const kept = (items: readonly SceneItem[]): SceneItem[] =>
    items.flatMap((item): SceneItem[] => {
      if (item.kind === 'group') return [{ ...item, items: kept(item.items) }];
      if (item.kind !== 'anchor') return [item];
      if (seen.has(item.name)) return [];
      seen.add(item.name);
      return [item];
    });
  return pages.map(kept);
}
