import type { Finding } from '../../gaps/findGaps.ts';
import { executiveSummary } from '../../insights/executive.ts';
import { measureInter } from '../../layout/interMeasure.ts';
import { outlineOf } from '../../model/outline.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';
import { gapSummary } from '../gapPages.ts';
import { gapsAbout } from '../gapsAbout.ts';
import { initiativeTable } from '../listPages.ts';
import { answerInWords, listGaps, type NumberedGap } from '../numberedGaps.ts';
import { palette, severityColor } from '../palette.ts';
import { printLayout } from '../printLayout.ts';
import { stageMap } from '../stageMap.ts';
import type { TablePages } from '../table.ts';
import { drawMapShapes } from './mapSlide.ts';
import { presentationFile, slideSize } from './presentation.ts';
import { slideShapes } from './shapes.ts';
import { rowsBySlide, tableShape } from './tableSlides.ts';

export interface PptxOptions {
  /** When the file says it was made: ISO 8601. */
  readonly date: string;
}

const body = { x: 30, y: 84, width: slideSize.width - 60, height: slideSize.height - 100 } as const;
const tableBody = { ...body, y: 66, height: slideSize.height - 90 } as const;

/**
 * The map as slides of shapes that can be edited: the whole, each stage, the gaps, and what will be done about them.
 * Hand-offs are connectors glued to their cards.
 */
export function paintPptx(map: MapSnapshot, findings: readonly Finding[], { date }: PptxOptions): Uint8Array {
  const gaps = listGaps(map, findings).numbered;
  const summary = executiveSummary(map, findings);
  const stages = outlineOf(map).stages.filter(({ steps }) => steps.length > 0);
  const slides = [
    mapSlide(map, gaps, summary.title, summary.headline),
    ...stages.map(({ stage, steps }, index) => {
      const part = stageMap(map, new Set([stage.id]));
      const position = `Stage ${index + 1} of ${stages.length}, ${steps.length === 1 ? '1 step' : `${steps.length} steps`}`;
      return mapSlide(part, gapsAbout(gaps, part), stage.title.trim() || position, position);
    }),
    ...tableSlides(gapTable(map, gaps), 'No rule finds anything missing or broken.'),
    ...tableSlides(
      { ...initiativeTable(map, gaps), title: `Priorities: ${initiatives(map)}` },
      'Nobody has planned anything yet.',
    ),
  ];
  return presentationFile(slides, { title: summary.title, date });
}

function mapSlide(map: MapSnapshot, gaps: readonly NumberedGap[], title: string, under: string): string {
  const slide = slideShapes(slideSize.width);
  slide.title(title);
  slide.shape(
    { x: 30, y: 54, width: slideSize.width - 60, height: 22 },
    { name: 'Summary', text: { paragraphs: [{ text: under, size: 13, color: palette.muted }] } },
  );
  drawMapShapes(slide, map, printLayout(map, measureInter, { curve: true, metrics: true }), gaps, body);
  return slide.xml();
}

function tableSlides(table: TablePages, whenEmpty: string): string[] {
  if (table.rows.length === 0) {
    const slide = slideShapes(slideSize.width);
    slide.title(table.title);
    const paragraphs = [{ text: whenEmpty, size: 16, color: palette.muted }];
    slide.shape({ ...tableBody, height: 30 }, { name: 'Nothing', text: { paragraphs } });
    return [slide.xml()];
  }
  return rowsBySlide(table, tableBody).map((rows, index) => {
    const slide = slideShapes(slideSize.width);
    slide.title(index === 0 ? table.title : `${table.title}, continued`);
    tableShape(slide, table, rows, tableBody);
    return slide.xml();
  });
}

function gapTable(map: MapSnapshot, gaps: readonly NumberedGap[]): TablePages {
  return {
    title: gapSummary(gaps),
    anchor: 'gaps',
    columns: [
      { head: 'No.', share: 0.6 },
      { head: 'Severity', share: 1 },
      { head: 'Gap', share: 2.6 },
      { head: 'What was found', share: 6 },
      { head: 'Who answers', share: 2.8 },
    ],
    rows: gaps.map((gap) => {
      const answer = answerInWords(map, gap);
      return [
        { text: String(gap.number), strong: true },
        { text: gap.severity, color: severityColor[gap.severity], strong: true },
        { text: gap.title, strong: true },
        { text: gap.message },
        answer === '' ? { text: 'nobody yet', color: palette.danger } : { text: answer },
      ];
    }),
  };
}

const initiatives = ({ initiatives: { list } }: MapSnapshot): string =>
  list.length === 1 ? '1 initiative' : `${list.length} initiatives`;
