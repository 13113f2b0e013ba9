import { rename, rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { health } from '../../shared/protocol/http.ts';
import { until } from '../support/clients.ts';
import { startServer, temporaryFolder } from '../support/testServer.ts';
import { Writer } from '../support/writer.ts';

/** A server on a folder of its own, and somebody whose first edit is saved. */
async function started() {
  const folder = await temporaryFolder();
  const server = await startServer({ folder });
  const writer = await Writer.join(server.visitor, await server.createMap('T'), 'w');
  writer.write();
  await until('it works', () => writer.saved === 1);
  const state = async () => health.parse((await server.visitor.request('GET', '/api/health')).json);
  return { folder, writer, state };
}

// Windows does not let anybody take away what is in use.
const mayTakeAway = process.platform !== 'win32';

it.runIf(mayTakeAway)('a data folder that is moved away is noticed, and is stored into when it is back', async () => {
  const { folder, writer, state } = await started();
  await rename(folder, `${folder}-elsewhere`);
  expect(await state()).toMatchObject({ status: 'degraded', reasons: [expect.stringContaining(folder)] });
  writer.write();
  await until('the writer is told', () => writer.client.statuses.some((status) => status.includes('failing')));
  expect((await state()).reasons).toEqual([expect.stringMatching(/cannot be stored.*deleted or moved away/)]);
  expect(writer.saved).toBe(1);
  await rename(`${folder}-elsewhere`, folder);
  await until('it is saved', () => writer.saved === 2);
  expect((await state()).status).toBe('ready');
});

it.runIf(mayTakeAway)('nothing is called saved that goes into a deleted data folder', async () => {
  const { folder, writer, state } = await started();
  await rm(folder, { recursive: true });
  writer.write();
  await until('the writer is told', () => writer.client.statuses.some((status) => status.includes('failing')));
  expect([writer.saved, (await state()).status]).toEqual([1, 'degraded']);
});

it.runIf(mayTakeAway)(
  "a folder of another server in the place of one's own is noticed, and nothing goes missing",
  async () => {
    const { folder, writer, state } = await started();
    const other = await temporaryFolder();
    await (await startServer({ folder: other })).close();
    await rename(folder, `${folder}-elsewhere`);
    await rename(other, folder);
    writer.write();
    await until('the writer is told', () => writer.client.statuses.some((status) => status.includes('failing')));
    expect((await state()).reasons).toEqual([expect.stringMatching(/cannot be stored.*replaced by another/)]);
    expect(writer.saved).toBe(1);
    await rename(folder, other);
    await rename(`${folder}-elsewhere`, folder);
    await until('it is saved', () => writer.saved === 2);
    expect((await state()).status).toBe('ready');
  },
);
