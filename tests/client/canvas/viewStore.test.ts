import { expect, it } from 'vitest';
import { useView } from '../../../client/canvas/viewStore.ts';

it('what a finger began to gather ends when a mouse is used, and with the last item taken out', () => {
  const { select, selectSeveral, touched } = useView.getState();
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
});
