import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../client/canvas/gapMarks.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { idOf } from '../../../shared/model/ids.ts';
import type { ItemRef } from '../../../shared/model/records.ts';

const finding = (number: number | null, rule: string, ...items: readonly ItemRef[]): AnsweredFinding => ({
  id: idOf(`${rule}:${items[0]?.id ?? 'none'}`),
  rule,
  severity: 'high',
  title: rule,
  why: '',
  message: '',
  items,
  departments: [],
  fix: null,
  facts: null,
  dismissedOnce: null,
  moneyAtStake: null,
  emotion: null,
  number,
  answer: { status: 'open' },
  initiatives: [],
});

describe('marksOf', () => {
  it('marks a gap at the first of its items that is on the canvas', () => {
    const marks = marksOf([finding(1, 'off-target', { kind: 'metric', id: 'm' }, { kind: 'touchpoint', id: 't' })]);
    expect([...marks.at.keys()]).toEqual(['touchpoint/t']);
  });
  it('marks how a step feels at the curve, and what else is wrong with it at its header', () => {
    const step = { kind: 'step', id: 's' } as const;
    const marks = marksOf([finding(1, 'bad-ending', step), finding(2, 'step-untouched', step)]);
    expect([...marks.at.keys()]).toEqual(['emotion/s', 'step/s']);
  });
  it('shows the first of several gaps at one place and counts the rest', () => {
    const card = { kind: 'touchpoint', id: 't' } as const;
    const mark = marksOf([finding(3, 'touchpoint-unowned', card), finding(7, 'dead-end', card)]).at.get('touchpoint/t');
    expect(mark).toMatchObject({ number: 3, more: 1 });
  });
  it('leaves out what was dismissed and what is about the whole map', () => {
    expect(
      marksOf([finding(null, 'dead-end', { kind: 'touchpoint', id: 't' }), finding(1, 'no-persona')]).at.size,
    ).toBe(0);
  });
  it('calls every hand-off broken that a gap of weight is about', () => {
    const two = finding(1, 'ping-pong', { kind: 'handoff', id: 'h1' }, { kind: 'handoff', id: 'h2' });
    const low = { ...finding(2, 'channel-break', { kind: 'handoff', id: 'h3' }), severity: 'low' } as const;
    expect([...marksOf([two, low]).broken]).toEqual(['h1', 'h2']);
  });
  it('gives the same object while nothing changed', () => {
    const found = [finding(1, 'dead-end', { kind: 'touchpoint', id: 't' })];
    const first = marksOf(found);
    expect(
      marksOf(
        found.map((one) => ({ ...one })),
        first,
      ),
    ).toBe(first);
  });
});
