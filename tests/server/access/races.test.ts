import { expect, it } from 'vitest';
import type { AccessChange, Visitor } from '../../../server/access/access.ts';
import { Rights } from '../../../server/access/rights.ts';
import { doorkeeper } from '../../../server/http/doorkeeper.ts';
import { closeCodes } from '../../../shared/protocol/closeCodes.ts';
import { startServer } from '../../support/testServer.ts';
import { newGuest } from '../../support/visitor.ts';

/** What changes while somebody is being asked about. */

it('a link that is deleted while it is redeemed leaves no right behind', async () => {
  const { access, visitor, createMap, url } = await startServer();
  const map = await createMap();
  const link = await visitor.link(map, 'editor');
  const found = await access.links.find(new URL(link.url).pathname.split('/')[2] ?? '');
  if (found.status !== 'works') throw new Error('the link does not work');
  await access.links.remove(map, link.id);
  const guest = await newGuest(url);
  await access.links.redeem(found.link, guest.id);
  expect(await access.roleOn(map, guest.id)).toBeNull();
  expect(await access.settings.db.selectFrom('link_grant').selectAll().execute()).toEqual([]);
});

it('what people are on maps is kept in memory up to a bound, and is right beyond it', async () => {
  const { access, visitor, createMap, url } = await startServer();
  const guests = await Promise.all(Array.from({ length: 5 }, () => newGuest(url)));
  const maps = [await createMap(), await createMap(), await createMap()];
  const rights = new Rights(access.settings.db, 10);
  for (const map of maps) {
    for (const { id } of [...guests, visitor]) {
      expect((await rights.on(map, id)).role).toBe(id === visitor.id ? 'owner' : null);
      expect(rights.kept).toBeLessThanOrEqual(10);
    }
  }
  expect(rights.kept).toBeGreaterThan(0);
  rights.hear({ kind: 'rights', map: null, person: null });
  expect(rights.kept).toBe(0);
});

const MAP = 'a'.repeat(22);
const ann: Visitor = { id: 'ann', name: 'Ann', color: '#000000', kind: 'guest', session: 's' };

/** A door at which somebody stands whom it is asked about when the test says so. */
function door() {
  let announce: (change: AccessChange) => void = () => undefined;
  const asked: ((visitor: Visitor) => void)[] = [];
  const admit = doorkeeper({
    visitorOf: () => new Promise((resolve) => asked.push(resolve)),
    standing: async () => ({ role: 'editor', inTrash: false }),
    onChange: (listener) => {
      announce = listener;
      return () => undefined;
    },
  });
  return { admit, asked, announce: (change: AccessChange) => announce(change) };
}

it('somebody who takes another name while they are let in comes in under it', async () => {
  const { admit, asked, announce } = door();
  const admission = admit({ document: MAP, cookie: 'c', as: null });
  announce({ kind: 'person', person: 'ann', name: 'Anna', color: '#000000' });
  asked[0]?.(ann);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.({ ...ann, name: 'Anna' });
  expect(await admission).toMatchObject({ status: 'admitted', visitor: { name: 'Anna' } });
});

it('a page that was opened for somebody else is not let in: what it kept is not this person’s to send', async () => {
  const { admit, asked } = door();
  const admissions = ['ben', 'ann'].map((as) => admit({ document: MAP, cookie: 'c', as }));
  for (const answer of asked) answer(ann);
  const [other, own] = await Promise.all(admissions);
  expect(other).toEqual({ status: 'refused', reason: closeCodes.otherPerson });
  expect(own).toMatchObject({ status: 'admitted' });
});
