import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { stepAt } from '../../../shared/layout/hit.ts';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import type { MapLayout, Rect } from '../../../shared/layout/mapLayout.ts';
import * as size from '../../../shared/layout/sizes.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { writeNew } from '../../../shared/model/writeRecord.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { bigMap } from '../../support/bigMap.ts';
import { aMap, drawMap, must } from '../../support/mapBuilder.ts';

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectSound(layout: MapLayout): void {
  const boxes = [...layout.cards, ...layout.notes];
  for (const [index, box] of boxes.entries()) {
    const column = layout.columns.find(({ step }) => step === box.step)!;
    const lane = layout.lanes.find(({ id }) => id === box.lane)!;
    expect(box.x).toBe(column.x + size.CELL_MARGIN_X);
    expect(box.x + box.width).toBe(column.x + column.width - size.CELL_MARGIN_X);
    expect(box.y).toBeGreaterThanOrEqual(lane.y + size.CELL_MARGIN_Y);
    expect(box.y + box.height).toBeLessThanOrEqual(lane.y + lane.height - size.CELL_MARGIN_Y);
    expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
  }
}

describe('any map', () => {
  it('has every card and note inside its cell, and none over another', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const map = readMap(doc);
        const layout = layoutMap(map, measureInter);
        const { unplaced } = outlineOf(map);
        expectSound(layout);
        expect(layout.cards).toHaveLength(map.touchpoints.list.length - unplaced.touchpoints.length);
        expect(layout.notes).toHaveLength(map.notes.list.length - unplaced.notes.length);
      }),
    );
  });

  it('has columns and lanes side by side without gaps, under their stages', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const layout = layoutMap(readMap(doc), measureInter);
        const ends = (boxes: readonly { x: number; width: number }[]) => [0, ...boxes.map((box) => box.x + box.width)];
        expect(ends(layout.columns)).toEqual([...layout.columns.map(({ x }) => x), layout.width]);
        expect(ends(layout.stages)).toEqual([...layout.stages.map(({ x }) => x), layout.width]);
        const bottoms = layout.lanes.map((lane) => lane.y + lane.height);
        expect([layout.emotion.height, ...bottoms]).toEqual([...layout.lanes.map(({ y }) => y), layout.height]);
        for (const lane of layout.lanes) expect(lane.height).toBeGreaterThanOrEqual(size.LANE_MIN_HEIGHT);
      }),
    );
  });

  it('is laid out the same every time', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        expect(layoutMap(readMap(doc), measureInter)).toEqual(layoutMap(readMap(doc), measureInter));
      }),
    );
  });
});

it('has room for the emotion curve when it is empty', () => {
  const layout = layoutMap(readMap(newMapDoc('Empty', 1)), measureInter);
  expect(layout).toMatchObject({ width: 0, height: size.EMOTION_ROW_HEIGHT, cards: [], handoffs: [], columns: [] });
});

it('gives a stage without steps a column of its own', () => {
  const map = readMap(drawMap('| buy: compare | order | leave:\n sales | chat | | '));
  const layout = layoutMap(map, measureInter);
  expect(layout.stages.map(({ width }) => width)).toEqual([2 * size.COLUMN_WIDTH, size.COLUMN_WIDTH]);
  expect(layout.columns.map(({ step }) => step)).toEqual(['compare', 'order', null]);
});

it('grows a card, its lane and headers until a title of 500 characters is whole', () => {
  const doc = aMap(['short', 'long']);
  const title = 'every word counts '.repeat(28).slice(0, 500);
  must(doc, changeItems, changeOf('touchpoint', 'long', { title }));
  must(doc, changeItems, changeOf('step', 'step-1', { title }));
  must(doc, changeItems, changeOf('stage', 'stage', { title }));
  const layout = layoutMap(readMap(doc), measureInter);
  const card = layout.cardById.get('long')!;
  const lines = measureInter(title, size.TITLE_FONT, size.textWidthIn(size.CARD_WIDTH));
  expect(lines).toBeGreaterThan(20);
  expect(card.titleHeight).toBe(lines * 18);
  expect(card.height).toBe(lines * 18 + 44);
  expect(layout.lanes[0]!.height).toBe(card.height + 2 * size.CELL_MARGIN_Y);
  expect(layout.stepRowHeight).toBeGreaterThan(400);
  expect(layout.stageRowHeight).toBeGreaterThan(150);
  expectSound(layout);
});

it('gives a step the width that was drawn, to its cards as well, and moves what follows', () => {
  const doc = aMap(['first', 'next']);
  must(doc, changeItems, changeOf('touchpoint', 'first', { title: 'A title that takes two lines' }));
  const before = layoutMap(readMap(doc), measureInter);
  must(doc, changeItems, changeOf('step', 'step-1', { width: 300 }));
  const layout = layoutMap(readMap(doc), measureInter);
  const [wide, next] = layout.cards;
  expect(before.cards[0]!.titleHeight).toBe(36);
  expect(wide).toMatchObject({ width: 300 - 2 * size.CELL_MARGIN_X, titleHeight: 18 });
  expect(next).toMatchObject({ x: 300 + size.CELL_MARGIN_X, width: size.CARD_WIDTH });
  expect(layout.stages[0]!.width).toBe(300 + size.COLUMN_WIDTH);
  expect([299, 300].map((x) => stepAt(layout, x))).toEqual(['step-1', 'step-2']);
  must(doc, changeItems, changeOf('step', 'step-1', { width: 20 }));
  expect(layoutMap(readMap(doc), measureInter)).toEqual(before);
});

it('makes a lane as high as it was drawn, but never lower than its cards need', () => {
  const doc = aMap(['short', 'long']);
  const laneDrawn = (height: number | null) => {
    must(doc, changeItems, changeOf('lane', 'lane', { height }));
    return layoutMap(readMap(doc), measureInter).lanes[0]!;
  };
  expect(laneDrawn(400)).toMatchObject({ height: 400, least: size.LANE_MIN_HEIGHT });
  expect(laneDrawn(20).height).toBe(size.LANE_MIN_HEIGHT);
  must(doc, changeItems, changeOf('touchpoint', 'long', { title: 'every word counts '.repeat(16) }));
  const needed = laneDrawn(null);
  expect(needed.height).toBeGreaterThan(200);
  expect(laneDrawn(150)).toEqual(needed);
});

it('stacks the cards of a cell with a gap, notes under touchpoints', () => {
  const doc = drawMap('| buy: compare \n sales | chat, call');
  writeNew(doc, 'notes', 'n', { text: 'note', place: { step: idOf('compare'), lane: idOf('sales') }, order: 'a0' });
  const layout = layoutMap(readMap(doc), measureInter);
  const [chat, call] = layout.cards;
  expect(call!.y - chat!.y - chat!.height).toBe(size.CARD_GAP);
  expect(layout.notes[0]!.y - call!.y - call!.height).toBe(size.CARD_GAP);
});

it('keeps every rectangle where it is when somebody becomes an owner', () => {
  const doc = aMap(['sell', 'install']);
  writeNew(doc, 'people', 'ana', { name: 'Ana' });
  const before = layoutMap(readMap(doc), measureInter);
  must(doc, changeItems, changeOf('touchpoint', 'sell', { owner: idOf('ana') }));
  expect(layoutMap(readMap(doc), measureInter, before)).toBe(before);
});

it('lays out 1,000 touchpoints soundly', () => {
  const layout = layoutMap(readMap(bigMap()), measureInter);
  expect(layout.cards).toHaveLength(1000);
  expect(layout.handoffs).toHaveLength(500);
});

describe('the line of visibility', () => {
  const lineOf = (...lanes: readonly string[]) => {
    const rows = lanes.map((lane, index) => `lane${index} ${lane} | |`);
    const layout = layoutMap(readMap(drawMap(['| buy: compare |', ...rows].join('\n'))), measureInter);
    return layout.visibilityY === null ? null : (layout.visibilityY - layout.emotion.height) / size.LANE_MIN_HEIGHT;
  };

  it('runs under the last frontstage lane', () => {
    expect(lineOf('', '', '-', '--')).toBe(2);
    expect(lineOf('', '--')).toBe(1);
  });
  it('does not run where nothing is hidden, or nothing shown', () => {
    expect(lineOf('', '')).toBeNull();
    expect(lineOf('-', '-')).toBeNull();
    expect(lineOf()).toBeNull();
  });
  it('does not run where lanes are mixed', () => {
    expect(lineOf('', '-', '')).toBeNull();
    expect(lineOf('-', '')).toBeNull();
  });
  it('passes over notes lanes', () => {
    expect(lineOf('#', '', '#', '-')).toBe(2);
  });
});
