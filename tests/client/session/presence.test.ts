import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readOthers } from '../../../client/presence/presence.ts';

function othersWith(state: unknown) {
  const awareness = new Awareness(new Y.Doc());
  awareness.states.set(awareness.clientID + 1, state as Record<string, unknown>);
  const others = readOthers(awareness);
  awareness.destroy();
  return others;
}

it('reads what a page of ours says about itself', () => {
  const state = {
    user: { id: 'u1', name: 'Mika', color: '#c2602a' },
    cursor: { x: 10, y: 20.5 },
    selection: [{ kind: 'touchpoint', id: 't1' }],
    editing: 'touchpoint/t1/title',
    drag: [{ id: 't1', x: 1, y: 2 }],
    rating: { persona: 'everyone', step: 's1', y: 40 },
    following: 7,
    view: { x: 0, y: 1, width: 200, height: 100 },
    presenting: 'stage1',
  };
  expect(othersWith(state)).toEqual([expect.objectContaining(state)]);
});

it('hears who presents from a page that says nothing else, and follows nobody into nowhere', () => {
  const user = { id: 'u1', name: 'Mika', color: '#c2602a' };
  expect(othersWith({ user, presenting: '' })[0]?.presenting).toBe('');
  expect(othersWith({ user, presenting: 'no id at all' })[0]?.presenting).toBeNull();
  expect(othersWith({ user, view: { x: 0, y: 0, width: 0, height: Number.NaN } })[0]?.view).toBeNull();
});

it('takes no colour from a stranger but a plain hex colour', () => {
  const [other] = othersWith({ user: { id: 'u', name: 'X', color: 'red;background:url(//evil)' } });
  expect(other?.user.color).toBe('#5b6470');
});

it('survives whatever a stranger sends', () => {
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      for (const state of [
        junk,
        { user: junk },
        {
          user: { name: 'X' },
          cursor: junk,
          selection: junk,
          drag: [junk],
          rating: junk,
          view: junk,
          following: junk,
          presenting: junk,
        },
      ]) {
        if (typeof state === 'object' && state !== null) expect(Array.isArray(othersWith(state))).toBe(true);
      }
    }),
  );
});
