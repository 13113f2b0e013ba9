import { expect, it } from 'vitest';
import { undoStack } from '../../../client/session/undo.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { run } from '../../../shared/commands/command.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { aMap } from '../../support/mapBuilder.ts';

/** A map on which one person changes the channel of a touchpoint; answers whether that went on with the step before. */
function aPage() {
  const doc = aMap(['sell']);
  const origin = {};
  const undo = undoStack(doc, origin, () => undefined);
  const change = (key: string, channel: string, touchpoint = 'sell') =>
    undo.step(key, false, (goesOn) => {
      run(doc, changeItems, changeOf('touchpoint', touchpoint, { channel }), origin);
      return goesOn;
    });
  return { undo, change, channel: () => readMap(doc).touchpoints.list[0]?.channel };
}

it('one key makes one step', () => {
  const { undo, change, channel } = aPage();
  expect([change('a', 'shop'), change('a', 'phone'), change('b', 'web')]).toEqual([false, true, false]);
  undo.undo();
  expect(channel()).toBe('phone');
  undo.undo();
  expect(channel()).toBe('');
});

it('what was refused is no step: the next one begins, though it has the same key', () => {
  const { undo, change, channel } = aPage();
  change('a', 'shop');
  expect([change('b', 'phone', 'gone'), change('b', 'phone')]).toEqual([false, false]);
  undo.undo();
  expect(channel()).toBe('shop');
});

it('what was refused in the middle of a step does not part it', () => {
  const { undo, change, channel } = aPage();
  change('a', 'shop');
  change('b', 'phone', 'gone');
  expect(change('a', 'web')).toBe(true);
  undo.undo();
  expect(channel()).toBe('');
});

it('what changes nothing is no step either', () => {
  const { undo, change, channel } = aPage();
  change('a', 'shop');
  change('b', 'shop');
  expect(change('b', 'web')).toBe(false);
  undo.undo();
  expect(channel()).toBe('shop');
});
