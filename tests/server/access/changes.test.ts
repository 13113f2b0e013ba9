import { expect, it, vi } from 'vitest';
import type { AccessChange } from '../../../server/access/access.ts';
import { Changes } from '../../../server/access/changes.ts';

const rights: AccessChange = { kind: 'rights', map: 'm', person: null };
const session: AccessChange = { kind: 'session', session: 's' };

it('a change reaches everybody who listens, also behind somebody who fails at it', () => {
  const changes = new Changes();
  const heard = vi.fn();
  changes.listen(() => {
    throw new Error('no');
  });
  changes.listen(heard);
  expect(() => changes.announce(rights, session)).toThrow(AggregateError);
  expect(heard.mock.calls).toEqual([[rights], [session]]);
});

it('nobody hears of anything after they stopped listening', () => {
  const changes = new Changes();
  const heard = vi.fn();
  const stop = changes.listen(heard);
  changes.announce(rights);
  stop();
  changes.announce(session);
  expect(heard.mock.calls).toEqual([[rights]]);
});
