import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportPdf, pagesScene } from '../../../shared/export/exportPdf.ts';
import { mapPages } from '../../../shared/export/mapPages.ts';
import { mapTexts } from '../../../shared/export/mapTexts.ts';
import type { PageMode } from '../../../shared/export/options.ts';
import { laneColor } from '../../../shared/export/palette.ts';
import { text as pdfString } from '../../../shared/export/pdf/values.ts';
import { fromPlainMap, toPlainMap } from '../../../shared/export/plainMap.ts';
import type { GroupItem, SceneDocument, SceneItem, TextItem } from '../../../shared/export/scene.ts';
import { stageMap } from '../../../shared/export/stageMap.ts';
import { measureLines } from '../../../shared/export/textBlock.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { writeNew } from '../../../shared/model/writeRecord.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { openTestEngine } from './engine.ts';
import { copiedText, readPdf } from './readPdf.ts';
import { allTexts } from './scripts.ts';
import { misplaced } from './textBoxes.ts';
import { haveTools, pdfText, qpdfComplaints } from './tools.ts';

const engine = await openTestEngine();
const typesetter = { engine, language: 'en' };
const date = '2026-11-14T00:00:00Z';
const today = '2026-11-14';

let made = 0;
const broadband = readMap(sampleMap('broadband', { newId: () => `id${made++}`, today, clientId: 1 }));

async function pagesOf(map: MapSnapshot): Promise<SceneDocument> {
  const findings = findGaps(map, today);
  await engine.prepare(mapTexts(map, findings, 'en'));
  return mapPages(typesetter, map, layoutMap(map, measureLines(typesetter)), findings, { date });
}
const pdfOf = (map: MapSnapshot) => exportPdf(map, findGaps(map, today), { engine, date });

/** Every item of a kind, however deep. */
function all<Kind extends SceneItem['kind']>(
  items: readonly SceneItem[],
  kind: Kind,
): Extract<SceneItem, { kind: Kind }>[] {
  return items.flatMap((item) => {
    const inner = item.kind === 'group' || item.kind === 'link' ? all(item.items, kind) : [];
    return item.kind === kind ? [item as Extract<SceneItem, { kind: Kind }>, ...inner] : inner;
  });
}
const groups = (scene: SceneDocument, role: GroupItem['role']) =>
  scene.pages.flatMap(({ items }) => all(items, 'group').filter((group) => group.role === role));
const textOf = (group: GroupItem) => all(group.items, 'text').map(({ text }) => text);

/** What is drawn of a text, which may be less than it says. */
const drawnText = ({ lines }: TextItem) =>
  lines.map(({ line }) => line.runs.flatMap(({ clusters }) => clusters.map(({ text }) => text)).join('')).join(' ');

interface Measured {
  readonly title: string;
  readonly unit: string;
  readonly value: number;
  readonly target?: number;
}

/** A map of one touchpoint with this title, owner, channel and metric, and one note. */
function oneCard(title: string, owner: string, channel: string, metric?: Measured): MapSnapshot {
  const doc = newMapDoc(title, 1);
  doc.transact(() => {
    writeNew(doc, 'stages', 'stage', { title });
    writeNew(doc, 'steps', 'step', {
      title,
      stage: idOf('stage'),
      momentOfTruth: true,
      emotions: [{ persona: 'everyone', value: -2 }],
    });
    writeNew(doc, 'lanes', 'lane', { title });
    writeNew(doc, 'people', 'person', { name: owner });
    const place = { step: idOf<'step'>('step'), lane: idOf<'lane'>('lane') };
    writeNew(doc, 'touchpoints', 'card', { title, place, channel, owner: idOf('person') });
    writeNew(doc, 'notes', 'note', { text: title, place });
    if (metric === undefined) return;
    const { value, target = null, ...names } = metric;
    const values = [{ date: today, value }];
    writeNew(doc, 'metrics', 'metric', { ...names, target, values, on: { kind: 'touchpoint', id: idOf('card') } });
  });
  return readMap(doc);
}

/** Texts that stand out of the box of their card. */
function spills(card: GroupItem): string[] {
  const [box] = all(card.items, 'rect');
  if (box === undefined) return ['no box'];
  const inside = ({ lines, size }: TextItem) =>
    lines.every(
      ({ x, y, line }) =>
        x >= box.x - 0.01 &&
        x + line.width <= box.x + box.width + 0.01 &&
        y - size * 0.73 >= box.y - 0.01 &&
        y <= box.y + box.height + 0.01,
    );
  return all(card.items, 'text')
    .filter((text) => !inside(text))
    .map(({ text }) => text);
}

describe('the first page', () => {
  it('shows the whole map on one A3 sheet, and says titles, channels and owners in full', async () => {
    const scene = await pagesOf(broadband);
    expect(scene.pages[0]).toMatchObject({ width: 1190.55, height: 841.89 });
    const cards = groups(scene, 'card').filter(({ id }) => id !== undefined);
    expect(cards).toHaveLength(broadband.touchpoints.list.length);
    for (const touchpoint of broadband.touchpoints.list) {
      const words = textOf(cards.find(({ id }) => id === `card:${touchpoint.id}`)!).join(' ');
      expect(words).toContain(touchpoint.title);
      expect(words).toContain(touchpoint.channel);
      expect(words).toContain(broadband.people.get(touchpoint.owner ?? '')?.name ?? '?');
    }
    const shown = scene.pages[0]!.items.flatMap((item) => all([item], 'text')).map(({ text }) => text);
    const headers = [broadband.stages, broadband.steps, broadband.lanes].flatMap(({ list }) =>
      list.map(({ title }) => title),
    );
    expect(shown).toEqual(expect.arrayContaining([broadband.meta.title, ...headers]));
  });

  it('fits into its margins', async () => {
    const [map] = groups(await pagesOf(broadband), 'section').filter(({ view }) => view !== undefined);
    const { x, y, scale } = map!.view!;
    for (const { x: left, y: top, width, height } of all(map!.items, 'rect')) {
      expect(x + left * scale).toBeGreaterThanOrEqual(31.9);
      expect(x + (left + width) * scale).toBeLessThanOrEqual(1190.55 - 31.9);
      expect(y + top * scale).toBeGreaterThanOrEqual(31.9);
      expect(y + (top + height) * scale).toBeLessThanOrEqual(841.89 - 50);
    }
  });

  it('draws broken hand-offs red and dashed, and others plain', async () => {
    const broken = new Set(
      findGaps(broadband, today)
        .filter(({ severity }) => severity !== 'low')
        .map(({ items }) => items[0])
        .filter((item) => item?.kind === 'handoff')
        .map((item) => item!.id),
    );
    expect(broken.size).toBeGreaterThan(0);
    const lines = groups(await pagesOf(broadband), 'handoff').map((group) => all(group.items, 'path')[0]!.stroke!);
    expect(lines.filter(({ dash, color }) => dash !== undefined && color === '#c2412f')).toHaveLength(broken.size);
    expect(lines).toHaveLength(broadband.handoffs.list.length);
  });

  it('reads stage, step and card in the order of the journey', async () => {
    const scene = await pagesOf(broadband);
    for (const card of groups(scene, 'card').filter(({ id }) => id !== undefined)) {
      const { step } = broadband.touchpoints.get(card.id!.slice(5))!.place!;
      expect(card.within).toBe(`step:${step}`);
    }
    expect(groups(scene, 'stage').map(({ label }) => label)).toEqual(broadband.stages.list.map(({ title }) => title));
    expect(groups(scene, 'curve')[0]!.label).toContain('Waits for the engineer \u22122');
  });

  it.each([
    ['a title of 500 characters', 'Compare plans '.repeat(36).trim()],
    ['one word of 500 characters', 'Rechtsschutzversicherung'.repeat(21).slice(0, 500)],
    ['500 Han characters', '比较套餐价格'.repeat(84).slice(0, 500)],
  ])('keeps %s inside its card', async (_, text) => {
    const scene = await pagesOf(oneCard(text, text.slice(0, 200), text.slice(0, 100)));
    for (const card of groups(scene, 'card')) expect(spills(card)).toEqual([]);
  });

  it('keeps any text inside its card', async () => {
    const texts = fc.oneof(fc.constantFrom(...allTexts), fc.string({ unit: 'grapheme', maxLength: 120 }));
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, texts, fc.double(), async (title, owner, channel, unit, value) => {
        const metric = { title, unit: unit.slice(0, 60), value: Number.isFinite(value) ? value : 0, target: 1 };
        const scene = await pagesOf(oneCard(title, owner, channel, metric));
        for (const card of groups(scene, 'card')) expect(spills(card)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('shows on a card what its metric says, and by more than colour whether it misses its target', async () => {
    const chipOf = async (metric: Measured) => {
      const [card] = groups(await pagesOf(oneCard('Status line', 'Jo Osei', 'phone', metric)), 'card');
      return { words: all(card!.items, 'text').map(drawnText), rect: all(card!.items, 'rect').at(-1)! };
    };
    const wait = { title: 'Wait', unit: 'min', value: 7 };
    const [bad, good, plain] = [
      await chipOf({ ...wait, target: 9 }),
      await chipOf({ ...wait, target: 5 }),
      await chipOf(wait),
    ];
    for (const { words } of [bad, good, plain]) expect(words).toContain('Wait 7 min');
    expect([bad, good, plain].map(({ rect }) => rect.stroke !== undefined)).toEqual([true, false, false]);
    expect(new Set([bad, good, plain].map(({ rect }) => rect.fill)).size).toBe(3);
  });

  it('has what is measured at stages and steps in a row of its own, unless metrics are left out', async () => {
    const doc = newMapDoc('Measured', 1);
    doc.transact(() => {
      writeNew(doc, 'stages', 'stage', { title: 'Buy' });
      writeNew(doc, 'steps', 'step', { title: 'Compare', stage: idOf('stage') });
      const values = [{ date: today, value: 8 }];
      const onStage = { kind: 'stage', id: idOf<'stage'>('stage') } as const;
      writeNew(doc, 'metrics', 'm1', { title: 'Loyalty after a year with us', target: 20, values, on: onStage });
      writeNew(doc, 'metrics', 'm2', { title: 'Wait', unit: 'min', on: { kind: 'step', id: idOf('step') } });
    });
    const map = readMap(doc);
    const findings = findGaps(map, today);
    const scenes = await Promise.all([
      pagesScene(map, findings, { engine, date }),
      pagesScene(map, findings, { engine, date, include: ['curve'] }),
    ]);
    const rows = scenes.map((scene) => groups(scene, 'card').flatMap(textOf));
    expect(rows).toEqual([['Loyalty after a year with us 8, off target', 'Wait \u2013'], []]);
    const legends = scenes.map(({ pages }) => all(pages[0]!.items, 'text').map(({ text }) => text));
    expect(legends.map((texts) => texts.includes('Off target'))).toEqual([true, false]);
    // Under the stage's line comes the step's, and both stay inside the map's frame.
    const [stage, step] = groups(scenes[0]!, 'card').map(({ items }) => all(items, 'rect')[0]!);
    expect(step!.y).toBeGreaterThan(stage!.y + stage!.height);
    expect(misplaced(scenes[0]!.pages[0]!)).toEqual([]);
  });

  it.each([
    ['keeps all three where they fit', 'email', 'Petra Wolf', ['email \u00b7 Petra Wolf', 'NPS 40']],
    ['leaves the owner to the disc first', 'phone', 'Bartholomew Featherstonehaugh', ['phone', 'NPS 40']],
    ['then shortens by whole words', 'letter, phone and secure message', 'Jo', ['letter, phone and\u2026', 'NPS 40']],
    [
      'and never within one',
      'Rechtsschutzversicherungsgesellschaft',
      'Jo',
      ['Rechtsschutzversicherungsgesellschaft', 'NPS 40'],
    ],
  ])('%s in the row of channel, owner and metric, and says it whole', async (_, channel, owner, drawn) => {
    const map = oneCard('Title', owner, channel, { title: 'NPS', unit: '', value: 40 });
    const [card] = groups(await pagesOf(map), 'card');
    const [, ...texts] = card!.items.filter((item) => item.kind === 'text');
    expect(texts.map(drawnText)).toEqual(drawn);
    expect(texts.map(({ text }) => text)).toEqual([`${channel} \u00b7 ${owner}`, 'NPS 40']);
    const inFull = `/ActualText ${pdfString(`${channel} \u00b7 ${owner}`)}`;
    expect(readPdf(await pdfOf(map)).having(inFull)).toHaveLength(drawn[0] === texts[0]!.text ? 0 : 1);
  });

  it('says what its signs mean, and only of those it shows', async () => {
    const wordsOf = async (map: MapSnapshot) => {
      const page = (await pagesOf(map)).pages[0]!;
      return all(page.items, 'text').map(({ text }) => text);
    };
    const shown = await wordsOf(broadband);
    const signs = ['Hand-off', 'Broken hand-off', 'Line of visibility', 'Moment of truth', 'Off target'];
    expect(shown).toEqual(expect.arrayContaining([...signs, 'We believe', 'Everyone', 'Price switcher']));
    const plain = await wordsOf(readMap(drawMap('| buy: compare\n sales | chat')));
    for (const sign of [...signs, 'We believe', 'Everyone']) expect(plain).not.toContain(sign);
  });

  it('names many curves apart from each other, long names by whole words', async () => {
    const names = ['Price switcher', 'Family', 'Landlord of many flats in the city', 'Student', 'Traveller'];
    const doc = newMapDoc('Personas', 1);
    doc.transact(() => {
      for (const [i, name] of names.entries()) writeNew(doc, 'personas', `p${i}`, { name });
      writeNew(doc, 'stages', 'stage', { title: 'Buy' });
      const emotions = names.map((_, i) => ({ persona: idOf<'persona'>(`p${i}`), value: 1 }));
      writeNew(doc, 'steps', 'step', { title: 'Compare', stage: idOf('stage'), emotions, belief: 2 });
    });
    const header = groups(await pagesOf(readMap(doc)), 'lane').find(({ label }) => label === 'Emotion')!;
    const texts = all(header.items, 'text');
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining([...names, 'We believe']));
    const landlord = texts.find(({ text }) => text === names[2])!;
    expect(drawnText(landlord)).toBe('Landlord of\u2026');
    for (const { size } of texts) expect(size).toBeGreaterThan(8);
    const baselines = texts.map(({ lines }) => lines[0]!.y).sort((a, b) => a - b);
    for (const [i, y] of baselines.slice(1).entries()) expect(y - baselines[i]!).toBeGreaterThan(9);
  });

  it('draws what the company believes like no other line', async () => {
    const scene = await pagesOf(broadband);
    const dashes = all(scene.pages[0]!.items, 'path').flatMap(({ stroke }) => stroke?.dash?.join(' ') ?? []);
    const [curve] = groups(scene, 'curve');
    const belief = all(curve!.items, 'path').find(({ stroke }) => (stroke?.dash?.length ?? 0) > 2)!;
    // On the curve, in the legend, and before the emotion row.
    expect(dashes.filter((dash) => dash === belief.stroke!.dash!.join(' '))).toHaveLength(3);
    expect(curve!.label).toContain('We believe: Sees an offer');
    expect(curve!.label).toContain('Price switcher: Compares plans +2');
  });

  it('has something to show of an empty map', async () => {
    const bytes = await pdfOf(readMap(newMapDoc('', 1)));
    expect(copiedText(readPdf(bytes), 0)).toContain('Untitled map');
  });
});

describe('the gaps', () => {
  it('are marked on the map and listed, each leading to the other', async () => {
    const scene = await pagesOf(broadband);
    const findings = findGaps(broadband, today);
    const anchors = new Set(scene.pages.flatMap(({ items }) => all(items, 'anchor').map(({ name }) => name)));
    const targets = (pages: SceneDocument['pages']): string[] =>
      pages.flatMap(({ items }) => all(items, 'link')).map(({ target }) => ('anchor' in target ? target.anchor : ''));
    const [onMap, inList] = [targets(scene.pages.slice(0, 1)), targets(scene.pages.slice(1))];
    expect(inList).toHaveLength(findings.length);
    expect(onMap.every((target) => target.startsWith('gap-row:'))).toBe(true);
    for (const target of [...onMap, ...inList]) expect(anchors).toContain(target);
    const rows = groups(scene, 'row').map((row) => textOf(row).join('\n'));
    for (const [i, { title, message }] of findings.entries()) {
      expect(rows[i]).toContain(title);
      expect(rows[i]).toContain(message);
      expect(rows[i]).toContain(String(i + 1));
    }
    expect(scene.outline.map(({ title }) => title)).toEqual(['Map', `Gaps (${findings.length})`]);
  });

  it('say who answers for them; what was dismissed has no mark', async () => {
    const doc = sampleMap('broadband', { newId: () => `id${made++}`, today, clientId: 1 });
    const findings = findGaps(readMap(doc), today);
    doc.transact(() => {
      writeNew(doc, 'people', 'mika', { name: 'Mika Koch' });
      writeNew(doc, 'gapStates', findings[0]!.id, {
        answer: { status: 'assigned', to: idOf('mika'), due: '2026-12-01' },
      });
      writeNew(doc, 'gapStates', findings[1]!.id, { answer: { status: 'dismissed', reason: 'Not in this country' } });
    });
    const scene = await pagesOf(readMap(doc));
    const listed = scene.pages.slice(1).flatMap(({ items }) => all(items, 'text').map(({ text }) => text));
    expect(listed.join('\n')).toContain('Assigned to Mika Koch, due 2026-12-01');
    expect(listed.join('\n')).toContain('Dismissed: Not in this country');
    expect(groups(scene, 'row')).toHaveLength(findings.length - 1);
  });

  it('come with what waits in the tray', async () => {
    const doc = newMapDoc('Tray', 1);
    doc.transact(() => writeNew(doc, 'touchpoints', 'lost', { title: 'Waits for a place' }));
    expect(copiedText(readPdf(await pdfOf(readMap(doc))), 1)).toContain('Waits for a place');
  });

  it('move together rather than leave a few of them on a page of their own', async () => {
    const scene = await pagesOf(broadband);
    expect(groups(scene, 'row')).toHaveLength(30);
    expect(scene.pages).toHaveLength(2);
  });

  it('fill as many pages as they need, and stay on them', async () => {
    const cells = Array.from({ length: 30 }, (_, i) => `step ${i}`);
    const map = readMap(
      drawMap(`| buy: ${cells.join(' | ')}\n sales | ${cells.map((cell) => `card ${cell}`).join(' | ')}`),
    );
    const scene = await pagesOf(map);
    expect(scene.pages.length).toBeGreaterThan(1);
    for (const page of scene.pages.slice(1)) {
      for (const { lines } of all(page.items, 'text'))
        for (const { y } of lines) expect(y).toBeLessThan(page.height - 20);
    }
    expect(groups(scene, 'row')).toHaveLength(findGaps(map, today).length);
  });
});

describe('the pages of stages', () => {
  const stages = Array.from({ length: 8 }, (_, s) =>
    Array.from({ length: 4 }, (_, i) => `${i === 0 ? `stage ${s}: ` : ''}step ${s}.${i}`),
  );
  const cells = stages.flat();
  const cards = cells.map((_, i) => `card ${i}`);
  const wide = readMap(
    drawMap(
      `| ${cells.join(' | ')}\n sales | ${cards.join(' | ')}\n field - | ${cards.map((card) => `${card} b`).join(' | ')}`,
      cards.join(' > '),
    ),
  );

  it('come where titles on one sheet would be too small, and show every card again', async () => {
    const scene = await pagesOf(wide);
    const [overview, ...others] = scene.pages;
    const shown = others.filter(({ items }) => all(items, 'anchor').some(({ name }) => name.startsWith('touchpoint:')));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(8);
    const namesOn = (pages: typeof shown) =>
      pages.flatMap(({ items }) =>
        all(items, 'anchor')
          .map(({ name }) => name)
          .filter((name) => name.startsWith('touchpoint:')),
      );
    expect(namesOn(shown).sort()).toEqual(namesOn([overview!]).sort());
    const scale = (page: (typeof shown)[number]) =>
      all(page.items, 'group').find(({ view }) => view !== undefined)!.view!.scale;
    for (const page of shown) expect(scale(page) * 13).toBeGreaterThanOrEqual(6);
  });

  it('leave the first page as one picture to those who listen', async () => {
    const pdf = readPdf(await pdfOf(wide));
    const [overview] = pdf.having('at a glance');
    expect(overview).toContain('/S /Figure');
    expect(overview).toMatch(/\/BBox \[32 /);
    expect(pdf.pages[0]!.match(/\/P <</g)?.length ?? 0).toBeLessThan(10);
    expect(copiedText(pdf, 0)).toContain('card 31');
    expect(readPdf(await pdfOf(broadband)).having('at a glance')).toEqual([]);
  });

  it('lead over to each other where work is handed on', async () => {
    const scene = await pagesOf(wide);
    const passages = scene.pages
      .flatMap(({ items }) => all(items, 'link'))
      .filter(({ label }) => label.startsWith('Show card'));
    // Each crossing is listed where it leaves and where it arrives.
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.length % 2).toBe(0);
  });

  it('stay away or come when asked', async () => {
    const pages = async (map: MapSnapshot, mode: PageMode) => {
      const bytes = await exportPdf(map, [], { engine, date, mode });
      return readPdf(bytes).pages.length;
    };
    expect(await pages(wide, 'poster')).toBe(1);
    expect(await pages(broadband, 'poster')).toBe(1);
    expect(await pages(broadband, 'stages')).toBe(1 + broadband.stages.list.length);
    expect(await pages(wide, 'width')).toBeGreaterThan(2);
    expect(await pages(broadband, 'executive')).toBe(2);
  });

  it('keep the colours of departments', () => {
    const part = stageMap(broadband, new Set([broadband.stages.list.at(-1)!.id]));
    const colorOf = (map: MapSnapshot, id: string) => laneColor(map, map.lanes.get(id)!);
    expect(part.lanes.list.length).toBeLessThan(broadband.lanes.list.length);
    for (const { id } of part.lanes.list) expect(colorOf(part, id)).toBe(colorOf(broadband, id));
  });
});

describe('the file', () => {
  it('is the same for the same map, also when the map came through a worker', async () => {
    const first = await pdfOf(broadband);
    expect(await pdfOf(fromPlainMap(structuredClone(toPlainMap(broadband))))).toEqual(first);
    const fresh = await openTestEngine();
    expect(await exportPdf(broadband, findGaps(broadband, today), { engine: fresh, date })).toEqual(first);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await exportPdf(broadband, [], { engine, date, onProgress: (done) => told.push(done) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('has a named place for every touchpoint and stage', async () => {
    const pdf = readPdf(await pdfOf(broadband));
    const names = pdf.having('/Names [')[0]!;
    for (const { id } of broadband.touchpoints.list) expect(names).toContain(`(touchpoint:${id})`);
    for (const { id } of broadband.stages.list) expect(names).toContain(`(stage:${id})`);
  });

  it.runIf(haveTools)('passes qpdf, and poppler finds every title in every script', async () => {
    const doc = newMapDoc('Übersicht / 客户旅程', 1);
    doc.transact(() => {
      writeNew(doc, 'stages', 'stage', { title: 'Onboarding' });
      writeNew(doc, 'lanes', 'lane', { title: 'Sales' });
      for (const [i, title] of allTexts.entries()) {
        writeNew(doc, 'steps', `step${i}`, { title: `Step ${i}`, stage: idOf('stage') });
        const place = { step: idOf<'step'>(`step${i}`), lane: idOf<'lane'>('lane') };
        writeNew(doc, 'touchpoints', `t${i}`, { title, place });
      }
    });
    const bytes = await pdfOf(readMap(doc));
    expect(qpdfComplaints(bytes)).toBe('');
    const fold = (text: string) =>
      text.normalize('NFC').replace(/[\s\u200b-\u200f\u202a-\u202e]|\p{Variation_Selector}/gu, '');
    const found = fold(pdfText(bytes));
    // Poppler puts lines that mix directions into visual order; those are looked for in one-direction pieces.
    const mixed = (text: string) => /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text) && /\p{sc=Latin}/u.test(text);
    for (const text of allTexts.filter((one) => !mixed(one))) expect(found).toContain(fold(text));
  });
});
