import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MapEntry } from '../../../shared/protocol/http.ts';
import { ROLES, type Role, reaches } from '../../../shared/protocol/roles.ts';
import { startServer, type TestServer, temporaryFolder } from '../../support/testServer.ts';
import { newGuest, type Reply, type TestVisitor } from '../../support/visitor.ts';

/** Everything that can be asked about one map, and the weakest role that may. */
interface Action {
  readonly name: string;
  readonly needs: Role;
  readonly method: string;
  path(map: string): string;
  readonly body?: unknown;
  /** Where the map has to lie. */
  readonly where?: 'trash';
}

const link = '/links/AAAAAAAAAAAAAAAA';
const actions: readonly Action[] = [
  { name: 'read', needs: 'viewer', method: 'GET', path: (map) => `/api/maps/${map}` },
  { name: 'hear the own role', needs: 'viewer', method: 'GET', path: (map) => `/api/maps/${map}/me` },
  { name: 'list gaps', needs: 'viewer', method: 'GET', path: (map) => `/api/maps/${map}/gaps` },
  { name: 'see a picture', needs: 'viewer', method: 'GET', path: (map) => `/api/maps/${map}/picture` },
  { name: 'export', needs: 'viewer', method: 'GET', path: (map) => `/api/maps/${map}/export?format=csv` },
  { name: 'copy', needs: 'viewer', method: 'POST', path: (map) => `/api/maps/${map}/copy`, body: {} },
  { name: 'hear what they have read', needs: 'viewer', method: 'GET', path: (map) => `/api/maps/${map}/read` },
  { name: 'say what they have read', needs: 'viewer', method: 'PUT', path: (map) => `/api/maps/${map}/read`, body: {} },
  { name: 'list people', needs: 'commenter', method: 'GET', path: (map) => `/api/maps/${map}/people` },
  { name: 'rename', needs: 'editor', method: 'PATCH', path: (map) => `/api/maps/${map}`, body: { title: 'New' } },
  { name: 'list links', needs: 'owner', method: 'GET', path: (map) => `/api/maps/${map}/links` },
  {
    name: 'make a link',
    needs: 'owner',
    method: 'POST',
    path: (map) => `/api/maps/${map}/links`,
    body: { role: 'viewer' },
  },
  { name: 'change a link', needs: 'owner', method: 'PATCH', path: (map) => `/api/maps/${map}${link}`, body: {} },
  { name: 'delete a link', needs: 'owner', method: 'DELETE', path: (map) => `/api/maps/${map}${link}` },
  {
    name: 'add a member',
    needs: 'owner',
    method: 'POST',
    path: (map) => `/api/maps/${map}/members`,
    body: { person: 'nobody', role: 'viewer' },
  },
  {
    name: 'change a member',
    needs: 'owner',
    method: 'PATCH',
    path: (map) => `/api/maps/${map}/members/nobody`,
    body: { role: 'viewer' },
  },
  { name: 'remove a member', needs: 'owner', method: 'DELETE', path: (map) => `/api/maps/${map}/members/nobody` },
  { name: 'restore', needs: 'owner', method: 'POST', path: (map) => `/api/maps/${map}/restore`, where: 'trash' },
  { name: 'destroy', needs: 'owner', method: 'DELETE', path: (map) => `/api/trash/${map}`, where: 'trash' },
  { name: 'throw away', needs: 'owner', method: 'DELETE', path: (map) => `/api/maps/${map}` },
];

let server: TestServer;
let owner: TestVisitor;
/** Somebody of each role on a map, and two who have nothing to do with it. */
let people: Record<Role | 'stranger', TestVisitor>;
let nobody: TestVisitor;
let map: string;

beforeAll(async () => {
  server = await startServer();
  owner = await newGuest(server.url);
  nobody = await newGuest(server.url);
  map = await owner.createMap('Ours');
  const brought = async (role: 'viewer' | 'commenter' | 'editor') => {
    const visitor = await newGuest(server.url);
    expect(await visitor.join((await owner.link(map, role)).url)).toBe(`/m/${map}`);
    return visitor;
  };
  people = {
    owner,
    editor: await brought('editor'),
    commenter: await brought('commenter'),
    viewer: await brought('viewer'),
    stranger: await newGuest(server.url),
  };
});

const ask = (who: TestVisitor, { method, path, body }: Action, of = map): Promise<Reply> =>
  who.request(method, path(of), body === undefined ? {} : { body });

const isAllowed = ({ status, error }: Reply): boolean =>
  status < 400 || error === 'unknown_link' || error === 'unknown_person';

const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA';
const rows = actions.flatMap((action) => [...ROLES].reverse().map((role) => ({ action, role, name: action.name })));

describe('of each role on a map', () => {
  it.each(rows)('$role asks to $name', async ({ action, role }) => {
    if (action.where === 'trash') await owner.expect('DELETE', `/api/maps/${map}`);
    const may = reaches(role, action.needs);
    // What is gone when it was allowed is done to another map of theirs.
    const last = may && ['throw away', 'restore', 'destroy'].includes(action.name);
    let target = map;
    if (last) {
      target = await owner.createMap('Another');
      if (action.where === 'trash') await owner.expect('DELETE', `/api/maps/${target}`);
    }
    const reply = await ask(people[role], action, target);
    if (action.where === 'trash') await owner.expect('POST', `/api/maps/${map}/restore`);
    if (may) expect([reply.status, reply.text, isAllowed(reply)]).toEqual([reply.status, reply.text, true]);
    else expect(reply).toMatchObject({ status: 403, error: 'forbidden' });
  });

  it.each(actions)('nobody learns from asking to $name whether a map exists', async (action) => {
    if (action.where === 'trash') await owner.expect('DELETE', `/api/maps/${map}`);
    const withoutSession = { request: (method: string, path: string, more?: object) => plain(method, path, more) };
    const answers = [
      await ask(people.stranger, action),
      await ask(people.stranger, action, UNKNOWN),
      await ask(withoutSession as TestVisitor, action),
      await ask(withoutSession as TestVisitor, action, UNKNOWN),
    ];
    if (action.where === 'trash') await owner.expect('POST', `/api/maps/${map}/restore`);
    for (const { status, text, headers } of answers) {
      expect([status, text]).toEqual([404, '{"error":"unknown_map","message":"There is no such map."}']);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  const plain = async (method: string, path: string, more: { body?: unknown } = {}): Promise<Reply> => {
    const { TestVisitor: Fresh } = await import('../../support/visitor.ts');
    return new Fresh(server.url).request(method, path, more);
  };
});

it('a viewer is led to what the map says, and where the map lies in the trash is led in no circle', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Throughline</title>');
  const own = await startServer({ pageFolder: folder });
  const maker = await newGuest(own.url);
  const ours = await maker.createMap();
  const viewer = await newGuest(own.url);
  await viewer.join((await maker.link(ours, 'viewer')).url);
  const page = { headers: { accept: 'text/html' } };
  const { status, headers } = await viewer.request('GET', `/m/${ours}`, page);
  expect([status, headers.get('location')]).toEqual([302, `/m/${ours}/present`]);
  await maker.expect('DELETE', `/api/maps/${ours}`);
  const shown = await viewer.request('GET', `/m/${ours}/present`, page);
  expect([shown.status, shown.headers.get('location')]).toEqual([303, `/m/${ours}`]);
  const after = await viewer.request('GET', `/m/${ours}`, page);
  expect([after.status, after.headers.get('location')]).toEqual([200, null]);
});

it('every route of a map is in this table', async () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'server', 'http');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const routes = [
    ...sources.join('\n').matchAll(/\.(get|post|put|patch|delete)(?:<[^(]*>)?\(\s*'(\/(?:maps|trash)\/:[^']*)'/g),
  ];
  const known = actions.map(({ method, path }) => {
    const generic = path(':id')
      .replace(/\?.*$/, '')
      .replace(/\/A{16}$/, '/:linkId')
      .replace(/\/nobody$/, '/:personId');
    return `${method} ${generic}`;
  });
  const served = routes.map(([, method = '', path = '']) => `${method.toUpperCase()} /api${path}`);
  expect(served.length).toBeGreaterThan(15);
  expect(served.sort()).toEqual(known.sort());
});

describe('lists', () => {
  it('hold what somebody has, with their role and whose it is, and nothing of others', async () => {
    const list: MapEntry[] = await people.commenter.expect('GET', '/api/maps');
    expect(list.find(({ id }) => id === map)).toMatchObject({ role: 'commenter', owner: { id: owner.id } });
    // And what they copied.
    expect(list.filter(({ id }) => id !== map)).toMatchObject([{ role: 'owner', owner: { id: people.commenter.id } }]);
    expect(await nobody.expect('GET', '/api/maps')).toEqual([]);
  });

  it('of the trash hold what somebody owns', async () => {
    await owner.expect('DELETE', `/api/maps/${map}`);
    const [newest]: MapEntry[] = await owner.expect('GET', '/api/trash');
    const theirs = await people.editor.expect('GET', '/api/trash');
    const read = await people.editor.request('GET', `/api/maps/${map}`);
    await owner.expect('POST', `/api/maps/${map}/restore`);
    expect(newest).toMatchObject({ id: map, role: 'owner' });
    expect(theirs).toEqual([]);
    expect(read).toMatchObject({ status: 410, error: 'map_in_trash' });
  });
});

describe('what a right on one map opens', () => {
  it('is not another', async () => {
    const other = await nobody.createMap('Theirs');
    for (const action of actions.filter(({ where }) => !where)) {
      expect(await ask(owner, action, other)).toMatchObject({ status: 404, error: 'unknown_map' });
    }
    // A link of one map is not changed by way of another that is one's own.
    const { id } = await nobody.link(other, 'viewer');
    const change = { body: { role: 'editor' } };
    expect(await owner.request('PATCH', `/api/maps/${map}/links/${id}`, change)).toMatchObject({ status: 404 });
    expect(await owner.request('DELETE', `/api/maps/${map}/links/${id}`)).toMatchObject({ status: 404 });
    expect(await nobody.expect('GET', `/api/maps/${other}/links`)).toMatchObject([{ id, role: 'viewer' }]);
  });
});
