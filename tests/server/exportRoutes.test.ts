import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '../../shared/export/formats.ts';
import { importedMap } from '../../shared/protocol/http.ts';
import { readPdf } from '../shared/export/readPdf.ts';
import { startServer, type TestServer } from '../support/testServer.ts';

const cases = join(import.meta.dirname, '..', 'support', 'cases');
let server: TestServer;
let map: string;

beforeAll(async () => {
  server = await startServer();
  map = await importFile(
    await readFile(join(cases, 'va-outpatient-check-in.csv')),
    'text/csv',
    'Zürich: "check-in" 診察',
  );
});

async function importFile(body: Uint8Array, type: string, title = 'Journey'): Promise<string> {
  const path = `/api/import?${new URLSearchParams({ title })}`;
  const reply = await server.request('POST', path, { body, headers: { 'content-type': type } });
  expect(reply.status).toBe(201);
  return importedMap.parse(reply.json).id;
}

const ask = (query: string) =>
  fetch(`${server.url}/api/maps/${map}/export?${query}`, { headers: { cookie: server.visitor.cookie } });

const begins: Readonly<Record<string, RegExp>> = {
  pdf: /^%PDF-/,
  svg: /^<svg /,
  png: /^.PNG/,
  pptx: /^PK/,
  xlsx: /^PK/,
  csv: /Stage,Lifecycle,Step/,
  json: /^\{\n {2}"format": "throughline-map"/,
  mermaid: /^journey\n/,
  md: /^# Zürich/,
};

describe('GET /api/maps/:id/export', () => {
  it.each(FORMAT_NAMES)('makes a file of format %s, with its type and a name that systems accept', async (format) => {
    const reply = await ask(`format=${format}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe(FORMATS[format].type);
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\]+"; filename\*=UTF-8''Z%C3%BCrich/,
    );
    const bytes = new Uint8Array(await reply.arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 200))).toMatch(begins[format] ?? /never/);
  });

  it('gives pages as they are asked for', async () => {
    const pagesOf = async (query: string) =>
      readPdf(new Uint8Array(await (await ask(`format=pdf&${query}`)).arrayBuffer())).pageValues;
    const poster = await pagesOf('page=a0&mode=poster&include=');
    expect(poster).toHaveLength(1);
    expect(poster[0]).toContain('/MediaBox [0 0 3370.39 2383.94]');
    expect(await pagesOf('mode=executive')).toHaveLength(2);
    expect((await pagesOf('mode=stages&page=a4')).length).toBeGreaterThan(5);
  });

  it.each([
    ['format=docx', /“format” is one of pdf, svg/],
    ['format=pdf&page=a9', /“page” is one of a4/],
    ['format=pdf&mode=book', /“mode” is one of poster/],
    ['format=pdf&include=everything', /“include” names some of cover/],
    ['', /“format” is one of/],
  ])('refuses %s with a sentence', async (query, sentence) => {
    const reply = await ask(query);
    expect(reply.status).toBe(400);
    expect(((await reply.json()) as { message: string }).message).toMatch(sentence);
  });

  it.each(['json', 'xlsx'] as const)('comes back as it was from %s', async (format) => {
    const first = new Uint8Array(await (await ask(`format=${format}`)).arrayBuffer());
    const copy = await importFile(first, FORMATS[format].type.replace(/;.*/, ''));
    const url = `${server.url}/api/maps/${copy}/export?format=${format}`;
    const again = new Uint8Array(
      await (await fetch(url, { headers: { cookie: server.visitor.cookie } })).arrayBuffer(),
    );
    expect(Buffer.compare(again, first)).toBe(0);
  });

  it('writes a workbook whose parts are all there', async () => {
    const files = unzipSync(new Uint8Array(await (await ask('format=xlsx')).arrayBuffer()));
    expect(Object.keys(files)).toContain('xl/workbook.xml');
    expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(14);
  });
});

describe('POST /api/import', () => {
  const refuse = async (body: Uint8Array, type = 'text/csv') => {
    const reply = await server.request('POST', '/api/import', { body, headers: { 'content-type': type } });
    return { status: reply.status, message: String((reply.json as { message?: string }).message) };
  };
  it('takes a Mermaid journey', async () => {
    const id = await importFile(
      Buffer.from('journey\n title My day\n section Work\n Make tea: 5: Me, Cat\n'),
      'text/vnd.mermaid',
    );
    const { json } = await server.request('GET', `/api/maps/${id}`);
    expect(json).toMatchObject({ title: 'My day', stages: [{ title: 'Work' }], steps: [{ title: 'Make tea' }] });
  });
  it('refuses what is renamed, protected or broken with a sentence', async () => {
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refuse(encrypted, xlsx)).toEqual({
      status: 422,
      message: expect.stringMatching(/protected with a password/),
    });
    expect(await refuse(compound)).toEqual({ status: 422, message: expect.stringMatching(/old Office version/) });
    expect(await refuse(Buffer.from('PK\u0003\u0004 and then nothing'), xlsx)).toEqual({
      status: 422,
      message: expect.stringMatching(/damaged/),
    });
    expect(await refuse(Buffer.from('{"format":"throughline-map","version":1,'), 'application/json')).toEqual({
      status: 422,
      message: expect.stringMatching(/damaged/),
    });
    expect(await refuse(Buffer.from('%PDF-1.7'), xlsx)).toEqual({
      status: 422,
      message: expect.stringMatching(/This is a PDF/),
    });
  });
});
