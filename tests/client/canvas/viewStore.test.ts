import { expect, it } from 'vitest';
import { useView } from '../../../client/canvas/viewStore.ts';
import { idOf } from '../../../shared/model/ids.ts';

it('what a finger began to gather ends when a mouse is used, and where nothing is selected any more', () => {
  const { select, selectSeveral, showCell, touched } = useView.getState();
  const several = () => useView.getState().several;
  const item = { kind: 'touchpoint', id: 't1' } as const;
  touched(true);
  select([item]);
  selectSeveral(true);
  touched(false);
  expect(several()).toBe(false);
  expect(useView.getState().selected).toEqual([item]);

  touched(true);
  selectSeveral(true);
  select([item], 'toggle');
  expect(several()).toBe(false);

  select([item]);
  selectSeveral(true);
  showCell({ step: idOf('s1'), lane: idOf('l1') });
  expect(several()).toBe(false);
});
