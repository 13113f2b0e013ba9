import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createStore } from 'zustand/vanilla';
import { watchSolved } from '../../../client/panels/gaps/watchSolved.ts';
import type { MapSession, SessionState } from '../../../client/session/session.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { run } from '../../../shared/commands/command.ts';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { Role } from '../../../shared/protocol/roles.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { countingIds } from '../../shared/import/importing.ts';

const TODAY = new Date('2026-11-22T10:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: TODAY });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody's page on the sample, as far as the log asks for it: the document, a name and a role. */
function aPage(name: string, role: Role = 'editor', from?: Y.Doc) {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    Y.encodeStateAsUpdate(from ?? sampleMap('broadband', { newId: countingIds(), today: '2026-11-22' })),
  );
  const origin = { page: name };
  const store = createStore(() => ({ opening: { status: 'open' }, role, me: { name } }));
  // The rest of a session is about connections, which nothing here has.
  const session = { doc, store } as unknown as MapSession & { store: { getState(): SessionState } };
  const stop = watchSolved(session);
  vi.advanceTimersByTime(10_000);
  return {
    doc,
    stop,
    undo: ownUndo(doc, origin),
    own(title: string, person: string) {
      const map = readMap(doc);
      const touchpoint = map.touchpoints.list.find((one) => one.title === title)!;
      const owner = map.people.list.find((one) => one.name === person)!.id;
      expect(run(doc, changeItems, changeOf('touchpoint', touchpoint.id, { owner }), origin).status).toBe('done');
    },
    rename(title: string, to: string) {
      const { id } = readMap(doc).touchpoints.list.find((one) => one.title === title)!;
      run(doc, changeItems, changeOf('touchpoint', id, { title: to }), origin);
    },
    log: () =>
      readMap(doc).gapStates.list.flatMap(({ id, solved }) => (solved ? [`${id.split(':')[0]} ${solved.by}`] : [])),
  };
}

const meet = (...docs: readonly Y.Doc[]) => {
  for (const one of docs)
    for (const other of docs) if (one !== other) Y.applyUpdate(one, Y.encodeStateAsUpdate(other), 'net');
};

it('who makes a gap go is named, once they pause', () => {
  const page = aPage('Mika');
  page.own('Book engineer', 'Tom Stewart');
  expect(page.log()).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(page.log()).toEqual(['touchpoint-unowned Mika']);
  page.stop();
});

it('nobody is named for what somebody else did, however their edits interleave', () => {
  // The same map: two samples drawn apart would be two maps whose items take each other's places.
  const one = aPage('Mika');
  const other = aPage('Aisha', 'editor', one.doc);
  one.rename('Status line', 'Status by phone');
  other.own('Book engineer', 'Tom Stewart');
  meet(one.doc, other.doc);
  one.rename('Welcome call', 'Welcome');
  vi.advanceTimersByTime(1000);
  meet(one.doc, other.doc);
  expect(one.log()).toEqual(['touchpoint-unowned Aisha']);
  expect(other.log()).toEqual(['touchpoint-unowned Aisha']);
});

it('what comes and goes within a moment was no gap', () => {
  const page = aPage('Mika');
  const before = page.log();
  const { id } = readMap(page.doc).touchpoints.list.find(({ title }) => title === 'Order confirmed')!;
  const mika = readMap(page.doc).touchpoints.get(id)!.owner;
  run(page.doc, changeItems, changeOf('touchpoint', id, { owner: null }), { page: 'Mika' });
  vi.advanceTimersByTime(1000);
  run(page.doc, changeItems, changeOf('touchpoint', id, { owner: idOf(mika!) }), { page: 'Mika' });
  vi.advanceTimersByTime(1000);
  expect(page.log()).toEqual(before);
});

it('the log is no step of anybody: undo takes back the fix, and an undo solves nothing', () => {
  const page = aPage('Mika');
  page.own('Book engineer', 'Tom Stewart');
  vi.advanceTimersByTime(1000);
  expect(page.undo.undoStack).toHaveLength(1);
  page.undo.undo();
  expect(readMap(page.doc).touchpoints.list.find(({ title }) => title === 'Book engineer')?.owner).toBeNull();
  vi.advanceTimersByTime(1000);
  page.undo.redo();
  vi.advanceTimersByTime(1000);
  expect(page.log()).toEqual(['touchpoint-unowned Mika']);
});

it('who may not edit writes nothing', () => {
  const page = aPage('Vera', 'viewer');
  page.own('Book engineer', 'Tom Stewart');
  vi.advanceTimersByTime(1000);
  expect(page.log()).toEqual([]);
});
