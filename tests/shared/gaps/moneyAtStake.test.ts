import { expect, it } from 'vitest';
import type { Finding } from '../../../shared/gaps/findGaps.ts';
import { moneyAtStake } from '../../../shared/gaps/moneyAtStake.ts';
import { idOf } from '../../../shared/model/ids.ts';

const gap = (id: string, place: string, money: number | null): Finding => ({
  id: idOf(id),
  rule: 'touchpoint-unowned',
  severity: 'medium',
  title: '',
  why: '',
  message: '',
  items: [{ kind: 'touchpoint', id: place }],
  departments: [],
  fix: null,
  facts: null,
  moneyAtStake: money,
  emotion: null,
});

it('two gaps at one place put the same money at stake once', () => {
  expect(moneyAtStake([gap('a', 't1', 100), gap('b', 't1', 100), gap('c', 't2', 30), gap('d', 't3', null)])).toBe(130);
});
