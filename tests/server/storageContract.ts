import { beforeEach, describe, expect, it } from 'vitest';
import type { MapSummary, NewMap, Storage } from '../../server/storage/storage.ts';
import { bytes } from '../support/clients.ts';

const counts = { stages: 1, steps: 2, lanes: 3, touchpoints: 4, handoffs: 5 };
const summary = (title: string): MapSummary => ({ title, state: 'current', template: false, counts });
const map = (id: string, more: Partial<NewMap> = {}): NewMap => ({
  ...summary(id),
  id,
  createdAt: 1_000,
  checkpoint: bytes(1, 2, 3),
  ...more,
});
const row = (id: string, data: Uint8Array, at = 2_000, title = id) => ({ map: id, data, at, summary: summary(title) });

/** What every storage must do, whatever it stores in. `open` answers a storage without any map. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`${name} keeps the storage contract:`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });

    it('a map is found as it was made', async () => {
      await storage.createMap(map('a', { title: 'Ünïcode 🎈', state: 'future', template: true }));
      const what = { title: 'Ünïcode 🎈', state: 'future', template: true, counts };
      const expected = { id: 'a', ...what, createdAt: 1_000, updatedAt: 1_000, deletedAt: null };
      expect(await storage.findMap('a')).toEqual(expected);
      expect(await storage.findMap('b')).toBeNull();
      expect((await storage.readLog('a')).checkpoint?.data).toEqual(bytes(1, 2, 3));
    });

    it('a map is made whole or not at all', async () => {
      await storage.createMap(map('a'));
      await expect(storage.createMap(map('a', { checkpoint: bytes(9) }))).rejects.toThrow();
      const log = await storage.readLog('a');
      expect(log.checkpoint?.data).toEqual(bytes(1, 2, 3));
      expect((await storage.readLog('a', log.checkpoint?.seq)).checkpoint).toBeNull();
    });

    it('rows come back in the order in which they were appended, each to its map', async () => {
      await storage.createMap(map('a'));
      await storage.createMap(map('b'));
      await storage.append([row('a', bytes(1)), row('b', bytes(2)), row('a', bytes(3))]);
      await storage.append([row('a', bytes(0))]);
      expect((await storage.readLog('a')).rows.map(({ data }) => [...data])).toEqual([[1], [3], [0]]);
      expect((await storage.readLog('b')).rows.map(({ data }) => [...data])).toEqual([[2]]);
    });

    it('bytes of every value and size survive', async () => {
      await storage.createMap(map('a'));
      const large = Uint8Array.from({ length: 3_000_000 }, (_, at) => at % 256);
      // A view into something larger, as network buffers are.
      await storage.append([row('a', large.subarray(1_000, 2_500_000))]);
      const [stored] = (await storage.readLog('a')).rows;
      expect(Buffer.compare(stored?.data ?? bytes(), large.subarray(1_000, 2_500_000))).toBe(0);
    });

    it('an append that says nothing of the record leaves it, but for the time', async () => {
      await storage.createMap(map('a'));
      await storage.append([{ ...row('a', bytes(1), 3_000), summary: null }]);
      expect(await storage.findMap('a')).toMatchObject({ title: 'a', counts, updatedAt: 3_000 });
      expect((await storage.readLog('a')).rows).toHaveLength(1);
    });

    it('an append brings the record of the map up to date', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1), 3_000, 'Later title')]);
      expect(await storage.findMap('a')).toMatchObject({ title: 'Later title', createdAt: 1_000, updatedAt: 3_000 });
    });

    it('maps are listed with the newest change first', async () => {
      for (const [id, createdAt] of [
        ['a', 1_000],
        ['b', 3_000],
        ['c', 2_000],
      ] as const) {
        await storage.createMap(map(id, { createdAt }));
      }
      await storage.append([row('a', bytes(1), 4_000)]);
      expect((await storage.listMaps('live')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });

    it('a map goes to the trash and comes back as it was', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1))]);
      expect(await storage.moveToTrash('a', 5_000)).toBe(true);
      expect(await storage.moveToTrash('a', 6_000)).toBe(false);
      expect(await storage.listMaps('live')).toEqual([]);
      expect(await storage.listMaps('trash')).toMatchObject([{ id: 'a', deletedAt: 5_000 }]);
      expect(await storage.restoreFromTrash('a')).toBe(true);
      expect(await storage.restoreFromTrash('a')).toBe(false);
      expect(await storage.findMap('a')).toMatchObject({ deletedAt: null });
      expect((await storage.readLog('a')).rows).toHaveLength(1);
    });

    it('only what is in the trash is destroyed, and then nothing of it is left', async () => {
      await storage.createMap(map('a'));
      await storage.createMap(map('b'));
      await storage.append([row('a', bytes(1)), row('b', bytes(1))]);
      expect(await storage.destroyTrashed('a')).toBe(false);
      expect(await storage.findMap('a')).not.toBeNull();
      await storage.moveToTrash('a', 5_000);
      expect(await storage.destroyTrashed('a')).toBe(true);
      expect(await storage.destroyTrashed('a')).toBe(false);
      expect(await storage.findMap('a')).toBeNull();
      expect(await storage.readLog('a')).toEqual({ checkpoint: null, rows: [] });
      expect((await storage.readLog('b')).rows).toHaveLength(1);
    });

    it('a fold replaces exactly the rows it was made from', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1)), row('a', bytes(2))]);
      const log = await storage.readLog('a');
      await storage.append([row('a', bytes(3))]);
      const fold = { base: log.checkpoint?.seq ?? null, rows: log.rows.map(({ seq }) => seq), at: 3_000 };
      expect(await storage.replaceLog('a', { ...fold, checkpoint: bytes(12) })).toBe(true);
      const after = await storage.readLog('a');
      expect(after.checkpoint?.data).toEqual(bytes(12));
      expect((await storage.readLog('a', after.checkpoint?.seq)).checkpoint?.data).toEqual(bytes(1, 2, 3));
      expect(after.rows.map(({ data }) => [...data])).toEqual([[3]]);
    });

    it('a fold of a log that was folded meanwhile changes nothing', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1))]);
      const log = await storage.readLog('a');
      const fold = { base: log.checkpoint?.seq ?? null, rows: log.rows.map(({ seq }) => seq), at: 3_000 };
      expect(await storage.replaceLog('a', { ...fold, checkpoint: bytes(10) })).toBe(true);
      expect(await storage.replaceLog('a', { ...fold, checkpoint: bytes(11) })).toBe(false);
      expect((await storage.readLog('a')).checkpoint?.data).toEqual(bytes(10));
    });

    it('checkpoints do not pile up', async () => {
      await storage.createMap(map('a'));
      for (let round = 0; round < 5; round++) {
        const { checkpoint } = await storage.readLog('a');
        await storage.replaceLog('a', { base: checkpoint?.seq ?? null, rows: [], checkpoint: bytes(round), at: 3_000 });
      }
      const { checkpoint: newest } = await storage.readLog('a');
      const { checkpoint: earlier } = await storage.readLog('a', newest?.seq);
      expect([newest?.data, earlier?.data]).toEqual([bytes(4), bytes(3)]);
      expect((await storage.readLog('a', earlier?.seq)).checkpoint).toBeNull();
      await storage.setAside('a', [
        { kind: 'checkpoint', seq: newest?.seq ?? 0, reason: 'test' },
        { kind: 'checkpoint', seq: earlier?.seq ?? 0, reason: 'test' },
      ]);
      expect((await storage.readLog('a')).checkpoint).toBeNull();
    });

    it('a fold may be of thousands of rows', async () => {
      await storage.createMap(map('a'));
      await storage.append(Array.from({ length: 2_500 }, () => row('a', bytes(1))));
      const log = await storage.readLog('a');
      const fold = { base: log.checkpoint?.seq ?? null, rows: log.rows.map(({ seq }) => seq), at: 3_000 };
      expect(await storage.replaceLog('a', { ...fold, checkpoint: bytes(1) })).toBe(true);
      expect((await storage.readLog('a')).rows).toEqual([]);
    });

    it('what cannot be read is taken out of the log, kept, and counted', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1)), row('a', bytes(2))]);
      const [first] = (await storage.readLog('a')).rows;
      await storage.setAside('a', [{ kind: 'row', seq: first?.seq ?? 0, reason: 'torn' }]);
      expect((await storage.readLog('a')).rows.map(({ data }) => [...data])).toEqual([[2]]);
      expect(await storage.countSetAside()).toBe(1);
      // Twice is as good as once: two openings may find the same.
      await storage.setAside('a', [{ kind: 'row', seq: first?.seq ?? 0, reason: 'torn' }]);
      expect(await storage.countSetAside()).toBe(1);
    });

    it('an append is stored whole or not at all', async () => {
      await storage.createMap(map('a'));
      const broken = { ...row('a', bytes(2)), at: null as unknown as number };
      await expect(storage.append([row('a', bytes(1), 3_000, 'Changed'), broken])).rejects.toThrow();
      expect((await storage.readLog('a')).rows).toEqual([]);
      expect(await storage.findMap('a')).toMatchObject({ title: 'a', updatedAt: 1_000 });
    });

    it('a fold is stored whole or not at all', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1))]);
      const before = await storage.readLog('a');
      const fold = { base: before.checkpoint?.seq ?? null, rows: before.rows.map(({ seq }) => seq) };
      const broken = { ...fold, checkpoint: bytes(9), at: null as unknown as number };
      await expect(storage.replaceLog('a', broken)).rejects.toThrow();
      expect(await storage.readLog('a')).toEqual(before);
    });

    it('a fold of a log without a checkpoint is its first', async () => {
      await storage.append([row('a', bytes(1))]);
      const { rows } = await storage.readLog('a');
      const fold = { rows: rows.map(({ seq }) => seq), checkpoint: bytes(5), at: 3_000 };
      expect(await storage.replaceLog('a', { ...fold, base: 7 })).toBe(false);
      expect(await storage.replaceLog('a', { ...fold, base: null })).toBe(true);
      expect(await storage.readLog('a')).toMatchObject({ checkpoint: { data: bytes(5) }, rows: [] });
    });

    it('appending the same again does no harm', async () => {
      await storage.createMap(map('a'));
      for (let time = 0; time < 2; time++) await storage.append([row('a', bytes(7))]);
      expect((await storage.readLog('a')).rows.map(({ data }) => [...data])).toEqual([[7], [7]]);
    });

    it('numbers are never given twice, so that a fold cannot remove what it has not seen', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1))]);
      const log = await storage.readLog('a');
      const fold = { base: log.checkpoint?.seq ?? null, rows: log.rows.map(({ seq }) => seq), at: 3_000 };
      await storage.replaceLog('a', { ...fold, checkpoint: bytes(1) });
      await storage.append([row('a', bytes(2))]);
      const [later] = (await storage.readLog('a')).rows;
      expect(later?.seq).toBeGreaterThan(log.rows[0]?.seq ?? Number.POSITIVE_INFINITY);
    });

    it('a fold touches no other map', async () => {
      for (const id of ['a', 'b']) {
        await storage.createMap(map(id));
        await storage.append([row(id, bytes(1))]);
      }
      const other = await storage.readLog('b');
      const { checkpoint } = await storage.readLog('a');
      // Numbers of another map's rows, as after a mistake.
      const rows = other.rows.map(({ seq }) => seq);
      await storage.replaceLog('a', { base: checkpoint?.seq ?? null, rows, checkpoint: bytes(9), at: 3_000 });
      expect(await storage.readLog('b')).toEqual(other);
    });

    it('every document with a log is listed, with or without a record', async () => {
      await storage.createMap(map('b'));
      await storage.append([row('c', bytes(1)), row('b', bytes(1)), row('a', bytes(1))]);
      expect(await storage.listLogs()).toEqual(['a', 'b', 'c']);
    });

    it('what lies aside is listed, and destroyed when asked, of one map or of all', async () => {
      for (const id of ['a', 'b']) {
        await storage.createMap(map(id));
        await storage.append([row(id, bytes(1, 2), 2_500)]);
        const { checkpoint, rows } = await storage.readLog(id);
        await storage.setAside(id, [
          { kind: 'row', seq: rows[0]?.seq ?? 0, reason: 'torn' },
          { kind: 'checkpoint', seq: checkpoint?.seq ?? 0, reason: 'empty' },
        ]);
      }
      const ofA = [
        { map: 'a', kind: 'row', bytes: 2, at: 2_500, reason: 'torn' },
        { map: 'a', kind: 'checkpoint', bytes: 3, at: 1_000, reason: 'empty' },
      ];
      expect(await storage.listSetAside('a')).toEqual(ofA);
      expect(await storage.listSetAside()).toEqual([...ofA, ...ofA.map((part) => ({ ...part, map: 'b' }))]);
      expect(await storage.clearSetAside('a')).toBe(2);
      expect(await storage.listSetAside('a')).toEqual([]);
      expect(await storage.countSetAside()).toBe(2);
      expect(await storage.clearSetAside()).toBe(2);
      expect(await storage.clearSetAside()).toBe(0);
    });

    it('what lies aside of a map goes with it', async () => {
      await storage.createMap(map('a'));
      await storage.append([row('a', bytes(1))]);
      const [first] = (await storage.readLog('a')).rows;
      await storage.setAside('a', [{ kind: 'row', seq: first?.seq ?? 0, reason: 'torn' }]);
      await storage.moveToTrash('a', 5_000);
      await storage.destroyTrashed('a');
      expect(await storage.countSetAside()).toBe(0);
      expect(await storage.listLogs()).toEqual([]);
    });

    it('titles and ids are values, never part of a query', async () => {
      const nasty = "x'); drop table maps; --";
      await storage.createMap(map(nasty, { title: nasty }));
      await storage.append([row(nasty, bytes(1), 2_000, nasty)]);
      expect(await storage.findMap(nasty)).toMatchObject({ id: nasty, title: nasty });
    });

    it('many calls at once do not get into each other', async () => {
      await Promise.all(['a', 'b', 'c', 'd'].map((id) => storage.createMap(map(id))));
      await Promise.all(
        Array.from({ length: 60 }, async (_, at) => {
          const id = 'abcd'[at % 4] ?? 'a';
          await storage.append([row(id, bytes(at))]);
          const { checkpoint, rows } = await storage.readLog(id);
          const fold = { base: checkpoint?.seq ?? null, rows: rows.map(({ seq }) => seq), at: 3_000 };
          if (at % 10 === 0) await storage.replaceLog(id, { ...fold, checkpoint: bytes(at) });
          expect((await storage.listMaps('live')).length).toBe(4);
        }),
      );
    });

    it('nothing works after closing, and everything before it is done', async () => {
      await storage.createMap(map('a'));
      const appended = storage.append([row('a', bytes(1))]);
      await storage.close();
      await expect(appended).resolves.toBeUndefined();
      await expect(storage.findMap('a')).rejects.toThrow();
    });
  });
}
