import { expect, it } from 'vitest';
import { moneyOf } from '../../../client/panels/gaps/gapMoney.ts';
import type { Finding } from '../../../shared/gaps/findGaps.ts';
import { idOf } from '../../../shared/model/ids.ts';

const gap = (id: string, place: string, moneyAtStake: number | null): Finding => ({
  id: idOf(id),
  rule: 'touchpoint-unowned',
  severity: 'medium',
  title: '',
  why: '',
  message: '',
  items: [{ kind: 'touchpoint', id: place }],
  departments: [],
  fix: null,
  moneyAtStake,
  emotion: null,
});

it('two gaps at one place put the same money at stake once', () => {
  expect(moneyOf([gap('a', 't1', 100), gap('b', 't1', 100), gap('c', 't2', 30), gap('d', 't3', null)])).toBe(130);
});
