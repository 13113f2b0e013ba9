import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addMetric } from '../../../shared/commands/addMetric.ts';
import { run } from '../../../shared/commands/command.ts';
import { moveLane } from '../../../shared/commands/moveLane.ts';
import { moveMetric } from '../../../shared/commands/moveMetric.ts';
import { moveNotes } from '../../../shared/commands/moveNotes.ts';
import { moveStage } from '../../../shared/commands/moveStage.ts';
import { moveStep } from '../../../shared/commands/moveStep.ts';
import { moveTouchpoints } from '../../../shared/commands/moveTouchpoints.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { rerouteHandoff } from '../../../shared/commands/rerouteHandoff.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';

const drawn = () =>
  drawMap(
    `        | buy: compare     | order   | use: install
    sales   | chat, call, mail | confirm |
    field   |                  |         | visit
    pains # | slow             |         |`,
    'chat > confirm > visit',
  );
const at = (step: string, lane: string) => ({ step: idOf<'step'>(step), lane: idOf<'lane'>(lane) });
const cell = (doc: Y.Doc, step: string, lane: string) =>
  outlineOf(readMap(doc))
    .touchpointsIn(step, lane)
    .map(({ id }) => id as string);
const refusal = (outcome: ReturnType<typeof run>) => (outcome.status === 'refused' ? outcome.reason : null);

describe('touchpoints', () => {
  it('move into another cell in the given sequence', () => {
    const doc = drawn();
    const input = { ids: [idOf<'touchpoint'>('mail'), idOf<'touchpoint'>('chat')], place: at('order', 'sales') };
    must(doc, moveTouchpoints, { ...input, before: idOf('confirm') });
    expect(cell(doc, 'order', 'sales')).toEqual(['mail', 'chat', 'confirm']);
    expect(cell(doc, 'compare', 'sales')).toEqual(['call']);
  });

  it('move within their cell, and stay when dropped on themselves', () => {
    const doc = drawn();
    const place = at('compare', 'sales');
    must(doc, moveTouchpoints, { ids: [idOf('mail')], place, before: idOf('chat') });
    expect(cell(doc, 'compare', 'sales')).toEqual(['mail', 'chat', 'call']);
    must(doc, moveTouchpoints, { ids: [idOf('chat')], place, before: idOf('chat') });
    expect(cell(doc, 'compare', 'sales')).toEqual(['mail', 'chat', 'call']);
  });

  it('come back from the tray', () => {
    const doc = drawn();
    must(doc, removeItems, { items: [{ kind: 'lane', id: 'field' }] });
    expect(outlineOf(readMap(doc)).unplaced.touchpoints.map(({ id }) => id)).toEqual(['visit']);
    must(doc, moveTouchpoints, { ids: [idOf('visit')], place: at('install', 'sales'), before: null });
    expect(outlineOf(readMap(doc)).unplaced.touchpoints).toEqual([]);
  });

  it('do not move into lanes of notes, nor where nothing is', () => {
    const doc = drawn();
    const move = (step: string, lane: string, id = 'chat') =>
      refusal(run(doc, moveTouchpoints, { ids: [idOf(id)], place: at(step, lane), before: null }, 'me'));
    expect(move('order', 'pains')).toMatch('holds notes');
    expect(move('gone', 'sales')).toBe('This step was just removed.');
    expect(move('order', 'gone')).toBe('This lane was just removed.');
    expect(move('order', 'sales', 'gone')).toBe('This touchpoint was just removed.');
  });

  it('that two people move at once land in a cell that one of them chose', () => {
    // Step and lane are one value: never Ana's step in Ben's lane.
    const doc = drawn();
    must(doc, moveTouchpoints, { ids: [idOf('chat')], place: at('order', 'field'), before: null });
    expect(readMap(doc).touchpoints.get('chat')?.place).toEqual({ step: 'order', lane: 'field' });
  });
});

describe('headers', () => {
  it('change places with everything in them', () => {
    const doc = drawn();
    must(doc, moveStage, { id: idOf('use'), before: idOf('buy') });
    expect(outlineOf(readMap(doc)).steps.map(({ id }) => id)).toEqual(['install', 'compare', 'order']);
    must(doc, moveStep, { id: idOf('compare'), stage: idOf('use'), before: idOf('install') });
    expect(outlineOf(readMap(doc)).steps.map(({ id }) => id)).toEqual(['compare', 'install', 'order']);
    must(doc, moveLane, { id: idOf('pains'), before: idOf('sales') });
    expect(readMap(doc).lanes.list.map(({ id }) => id)).toEqual(['pains', 'sales', 'field']);
    expect(cell(doc, 'compare', 'sales')).toEqual(['chat', 'call', 'mail']);
  });

  it('of a deleted stage come back when they are moved', () => {
    const doc = drawn();
    must(doc, removeItems, { items: [{ kind: 'stage', id: 'use' }] });
    expect(outlineOf(readMap(doc)).unplaced.touchpoints.map(({ id }) => id)).toEqual(['visit']);
    must(doc, moveStep, { id: idOf('install'), stage: idOf('buy'), before: null });
    expect(cell(doc, 'install', 'field')).toEqual(['visit']);
  });
});

it('notes move like touchpoints, into lanes of both kinds', () => {
  const doc = drawn();
  must(doc, moveNotes, { ids: [idOf('slow')], place: at('order', 'sales'), before: null });
  expect(outlineOf(readMap(doc)).notesIn('order', 'sales')).toHaveLength(1);
});

it('metrics move to what they measure, and among their like', () => {
  const doc = drawn();
  const on = { kind: 'step', id: idOf<'step'>('compare') } as const;
  for (const id of ['m1', 'm2']) must(doc, addMetric, { id: idOf(id), fields: { on } });
  must(doc, moveMetric, { id: idOf('m2'), on, before: idOf('m1') });
  expect(readMap(doc).metrics.list.map(({ id }) => id)).toEqual(['m2', 'm1']);
  must(doc, moveMetric, { id: idOf('m1'), on: { kind: 'touchpoint', id: idOf('chat') }, before: null });
  expect(readMap(doc).metrics.get('m1')?.on).toEqual({ kind: 'touchpoint', id: 'chat' });
  const nowhere = { id: idOf<'metric'>('m1'), on: { kind: 'stage', id: idOf<'stage'>('gone') }, before: null } as const;
  expect(refusal(run(doc, moveMetric, nowhere, 'me'))).toBe('This stage was just removed.');
});

describe('hand-offs', () => {
  it('are led elsewhere and keep what was agreed', () => {
    const doc = drawn();
    must(doc, rerouteHandoff, { id: idOf('chat:confirm'), from: idOf('call') });
    expect(readMap(doc).handoffs.get('chat:confirm')).toMatchObject({ from: 'call', to: 'confirm' });
  });

  it('are not led onto themselves or onto another', () => {
    const doc = drawn();
    const reroute = (id: string, ends: { from?: string; to?: string }) =>
      refusal(run(doc, rerouteHandoff, { id: idOf(id), ...(ends as object) }, 'me'));
    expect(reroute('chat:confirm', { to: 'chat' })).toMatch('to itself');
    expect(reroute('confirm:visit', { from: 'chat', to: 'confirm' })).toMatch('linked already');
    expect(reroute('chat:confirm', { to: 'gone' })).toMatch('just removed');
    expect(reroute('gone', { to: 'call' })).toBe('This hand-off was just removed.');
  });
});
