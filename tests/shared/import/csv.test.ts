import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { importCsv } from '../../../shared/import/csv.ts';
import { emptyDraft, type LaneDraft, newStep, newTouchpoint, type StageDraft } from '../../../shared/import/draft.ts';
import { shortenTitles } from '../../../shared/import/longTitles.ts';
import { WarningList } from '../../../shared/import/warnings.ts';
import { EVERYONE, emotionOf } from '../../../shared/model/emotion.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { TITLE_LIMIT } from '../../../shared/model/titles.ts';
import { cardsIn, countingIds, handoffsIn, imported, placesOf, refused } from './importing.ts';

const titles = (items: readonly { title: string }[]) => items.map((item) => item.title);

describe('a table becomes a map', () => {
  it('keeps stages, steps and departments in the order in which they first appear', () => {
    const { map, warnings } = imported(
      'Stage,Step,Department,Touchpoint\nBuy,Compare,Web,Plans page\nUse,Pay,Billing,Bill\nBuy,Order,Web,Basket\nUse,Pay,Web,Reminder',
    );
    const { stages, steps, lanes } = outlineOf(map);
    expect(stages.map(({ stage, steps: own }) => [stage.title, titles(own)])).toEqual([
      ['Buy', ['Compare', 'Order']],
      ['Use', ['Pay']],
    ]);
    expect(titles(steps)).toEqual(['Compare', 'Order', 'Pay']);
    expect(titles(lanes)).toEqual(['Web', 'Billing']);
    expect(warnings).toEqual([]);
  });

  it('takes a row without department as a step alone', () => {
    const { map, warnings } = imported('Stage,Step,Emotion,Department,Touchpoint\nBuy,Thinks it over,-1,,\n');
    expect(map.steps.list.map((step) => [step.title, emotionOf(step)])).toEqual([['Thinks it over', -1]]);
    expect(map.touchpoints.list).toEqual([]);
    expect(map.lanes.list).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('finds columns in any order, case and spelling, and does without the others', () => {
    const { map, warnings } = imported(
      'HANDS-OFF TO;touch point;DEPARTMENT;Moment-of-Truth;step;stage\nB;A;Web;yes;S1;Buy\n;B;Web;;S2;Buy',
    );
    expect(handoffsIn(map)).toEqual(['A -> B (?)']);
    expect(map.steps.list.map((step) => step.momentOfTruth)).toEqual([true, false]);
    expect(warnings).toEqual([]);
  });

  it('reads every column it knows', () => {
    const { map, warnings } = imported(
      [
        'Stage,Lifecycle,Step,Persona,Emotion,Evidence,Belief,Quote,Moment of truth,Department,Visibility,Touchpoint,Description,Channel,Owner,Systems,Customers a month,Cost each,Money each,Metrics,Hands off to,Information',
        'Leave it,service,Calls,Families,−1,feedback and behaviour,+1,"Why, again?",x,Care,Back office,Call,Long talk,phone,Mia,CRM; Phone,"1,200",£3.50,180,CSAT,Letter,some',
        'Leave it,,Reads,,0,,,,,Care,,Letter,,mail,Mia,,,,,,,',
      ].join('\n'),
    );
    const [call] = map.touchpoints.list;
    const [step] = map.steps.list;
    const [mia] = map.people.list;
    const [families] = map.personas.list;
    expect(warnings).toEqual([]);
    expect(map.stages.list[0]?.lifecycle).toBe('service');
    expect(map.lanes.list[0]?.visibility).toBe('backstage');
    expect(step).toMatchObject({ belief: 1, quote: 'Why, again?', momentOfTruth: true });
    expect(step?.emotions).toEqual([{ persona: families?.id, value: -1 }]);
    expect(step?.evidence).toEqual([{ persona: families?.id, kinds: ['feedback', 'behaviour'] }]);
    expect(map.steps.list[1]?.emotions).toEqual([{ persona: EVERYONE, value: 0 }]);
    expect(call).toMatchObject({
      description: 'Long talk',
      channel: 'phone',
      owner: mia?.id,
      systems: ['CRM', 'Phone'],
    });
    expect(call).toMatchObject({ customersPerMonth: 1200, costEach: 3.5, moneyEach: 180 });
    expect(map.metrics.list).toMatchObject([
      { title: 'CSAT', kind: 'customer', on: { kind: 'touchpoint', id: call?.id } },
    ]);
    expect(handoffsIn(map)).toEqual(['Call -> Letter (some)']);
  });

  it('gives every owner one person, and a department only where the name leaves no doubt', () => {
    const { map } = imported(
      'Stage,Step,Department,Touchpoint,Owner\nA,S,Billing,T1,Billing (assumed)\nA,S,Web,T2,Mia\nA,S,Billing,T3,billing (assumed)\nA,S,Web,T4,?',
    );
    const laneOf = (id: string | null) => map.lanes.get(id ?? '')?.title ?? null;
    expect(map.people.list.map(({ name, department }) => [name, laneOf(department)])).toEqual([
      ['Billing (assumed)', 'Billing'],
      ['Mia', null],
    ]);
    expect(map.touchpoints.list.map(({ owner }) => map.people.get(owner ?? '')?.name ?? null)).toEqual([
      'Billing (assumed)',
      'Mia',
      'Billing (assumed)',
      null,
    ]);
  });

  it('draws a department that works through internal channels alone behind the line of visibility', () => {
    const { map } = imported(
      'Stage,Step,Department,Touchpoint,Channel\nA,S,Pricing,T1,internal\nA,S,Desk,T2,internal system\nA,S,Desk,T3,phone\nA,S,Back office,T4,mail',
    );
    expect(map.lanes.list.map(({ visibility }) => visibility)).toEqual(['backstage', 'frontstage', 'backstage']);
  });

  it('keeps formulas as the text they are', () => {
    const { map } = imported('Stage,Step,Department,Touchpoint\n=1+1,"=HYPERLINK(""x"")",@SUM(A1),+49 30 1234\n');
    expect(cardsIn(map)).toEqual(['=HYPERLINK("x") / @SUM(A1): +49 30 1234']);
    expect(titles(map.stages.list)).toEqual(['=1+1']);
  });

  it('gives the same document for the same file and ids', () => {
    const once = () => {
      const result = importCsv('Step\nA\nB', { newId: countingIds(), clientId: 7 });
      return result.status === 'imported' && Y.encodeStateAsUpdate(result.doc);
    };
    expect(once()).toEqual(once());
  });
});

describe('what separates cells and rows', () => {
  const plain =
    'Stage,Step,Department,Touchpoint\nBuy,"Compares; thinks, asks","Web\tteam","Plans ""now""\nand later"\n';
  const expected = ['Compares; thinks, asks / Web team: Plans "now" and later'];

  it.each([
    ['commas', plain],
    [
      'semicolons',
      'Stage;Step;Department;Touchpoint\nBuy;"Compares; thinks, asks";"Web\tteam";"Plans ""now""\nand later"\n',
    ],
    [
      'tabs',
      'Stage\tStep\tDepartment\tTouchpoint\nBuy\tCompares; thinks, asks\t"Web\tteam"\t"Plans ""now""\nand later"\n',
    ],
    ['a byte order mark', `\uFEFF${plain}`],
    ['Windows line ends', plain.replaceAll('\n', '\r\n')],
    ['old Mac line ends', plain.replaceAll('\n', '\r')],
    ['no line end at the end', plain.trimEnd()],
    ['a line that names the separator', `sep=,\r\n${plain}`],
    ['empty rows', plain.replace('\n', '\n\n,,,\n  \n')],
  ])('%s', (_name, text) => {
    const { map, warnings } = imported(text);
    expect(cardsIn(map)).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  it('finds the heading below a title', () => {
    const { map, warnings } = imported('Journey of a switcher,,\n,,\nStep,Department,Touchpoint\nS,D,\n');
    expect(map.meta.description).toBe('Journey of a switcher');
    expect(warnings.at(-1)).toMatchObject({ row: 4, column: 'Touchpoint' });
  });

  it.each([
    ['never closed', 'Step,Department,Touchpoint\nS1,D,"T1\nS2,D,T2\nS3,D,T3', '"T1'],
    ['closed inside a cell', 'Step,Department,Touchpoint\nS1,D,"T1" again\nS2,D,T2\nS3,D,T3', '"T1" again'],
  ])('loses no row to a quotation mark that is %s', (_name, text, first) => {
    const { map, warnings } = imported(text);
    expect(titles(map.touchpoints.list)).toEqual([first, 'T2', 'T3']);
    expect(warnings.filter(({ message }) => message.includes('quotation mark'))).toMatchObject([{ row: 2 }]);
  });

  it('loses no row to a file full of broken quotation marks', () => {
    const rows = Array.from({ length: 100 }, (_, i) => `S,D,"T${i}" x`);
    const { map } = imported(['Step,Department,Touchpoint', ...rows].join('\n'));
    expect(titles(map.touchpoints.list)).toEqual(rows.map((row) => row.slice(4)));
  });
});

describe('what is not understood is kept where possible, and listed', () => {
  const table = (...rows: string[]) =>
    imported(['Stage,Step,Emotion,Department,Visibility,Touchpoint,Hands off to,Information', ...rows].join('\n'));

  it.each(['7', 'so and so', '1.5'])('an emotion of %s', (emotion) => {
    const { map, warnings } = table(`A,S,${emotion},,,,,`);
    expect(map.steps.list).toMatchObject([{ emotions: [], description: `Emotion: ${emotion}` }]);
    expect(warnings).toMatchObject([{ row: 2, column: 'Emotion', value: emotion }]);
  });

  it('two emotions for one step', () => {
    const { map, warnings } = table('A,S,1,D,,T1,,', 'A,S,-2,D,,T2,,', 'A,S,+1,D,,T3,,');
    expect(map.steps.list.map((step) => emotionOf(step))).toEqual([1]);
    expect(placesOf(warnings)).toEqual([[3, 'Emotion']]);
  });

  it('a hand-off to an unknown title', () => {
    const { map, warnings } = table('A,S,,D,,T1,Nowhere | T2,all | some', 'A,S,,D,,T2,,');
    expect(handoffsIn(map)).toEqual(['T1 -> T2 (some)']);
    expect(warnings).toMatchObject([{ row: 2, column: 'Hands off to', value: 'Nowhere' }]);
    expect(warnings[0]?.message).toBe('No touchpoint is called “Nowhere”; the hand-off from “T1” was left out.');
  });

  it('a hand-off to itself, and one named twice', () => {
    const { map, warnings } = table('A,S,,D,,T1,T1 | T2 | t2,', 'A,S,,D,,T2,,');
    expect(handoffsIn(map)).toEqual(['T1 -> T2 (?)']);
    expect(placesOf(warnings)).toEqual([
      [2, 'Hands off to'],
      [2, 'Hands off to'],
    ]);
  });

  it('a title that several touchpoints have means the next one below, else the nearest above', () => {
    const { map, warnings } = table(
      'A,S,,D,,Call,,',
      'A,S,,D,,Ask,Call,',
      'A,S,,D,,Call,,',
      'A,S,,D,,Call,,',
      'A,S,,D,,End,Call,',
    );
    const calls = map.touchpoints.list.filter(({ title }) => title === 'Call');
    expect(map.handoffs.list.map(({ to }) => calls.findIndex(({ id }) => id === to))).toEqual([1, 2]);
    expect(placesOf(warnings)).toEqual([
      [3, 'Hands off to'],
      [6, 'Hands off to'],
    ]);
  });

  it('no warning where the title a touchpoint shares means the only other one', () => {
    const { map, warnings } = table('A,S,,D,,Call,Call,', 'A,S,,E,,Call,,');
    expect(map.handoffs.list).toMatchObject([{ from: map.touchpoints.list[0]?.id, to: map.touchpoints.list[1]?.id }]);
    expect(warnings).toEqual([]);
  });

  it('more information than hand-offs, and one value for several', () => {
    const more = table('A,S,,D,,T1,T2,all | none', 'A,S,,D,,T2,,');
    expect(handoffsIn(more.map)).toEqual(['T1 -> T2 (all)']);
    expect(placesOf(more.warnings)).toEqual([[2, 'Information']]);
    const fewer = table('A,S,,D,,T1,T2 | T3,none', 'A,S,,D,,T2,,', 'A,S,,D,,T3,,');
    expect(handoffsIn(fewer.map)).toEqual(['T1 -> T2 (none)', 'T1 -> T3 (?)']);
    expect(placesOf(fewer.warnings)).toEqual([[2, 'Information']]);
  });

  it('an empty value keeps its place', () => {
    const { map, warnings } = table(
      'A,S,,D,,T1,T2 | T3 | T4,none |  | all',
      'A,S,,D,,T2,,',
      'A,S,,D,,T3,,',
      'A,S,,D,,T4,,',
    );
    expect(handoffsIn(map)).toEqual(['T1 -> T2 (none)', 'T1 -> T3 (?)', 'T1 -> T4 (all)']);
    expect(warnings).toEqual([]);
  });

  it('information in words is what travels', () => {
    const { map, warnings } = table('A,S,,D,,T1,T2,order number', 'A,S,,D,,T2,,');
    expect(map.handoffs.list).toMatchObject([{ information: null, carries: 'order number' }]);
    expect(placesOf(warnings)).toEqual([[2, 'Information']]);
  });

  it('titles that hold separators themselves', () => {
    const { map, warnings } = table(
      'A,S,,D,,T1,"X; y, z | T2;T3",',
      'A,S,,D,,"X; y, z",,',
      'A,S,,D,,T2,,',
      'A,S,,D,,T3,,',
    );
    expect(handoffsIn(map)).toEqual(['T1 -> X; y, z (?)', 'T1 -> T2 (?)', 'T1 -> T3 (?)']);
    expect(warnings).toEqual([]);
  });

  it('a department with two visibilities', () => {
    const { map, warnings } = table('A,S,,D,backstage,T1,,', 'A,S,,D,frontstage,T2,,', 'A,S,,D,sideways,T3,,');
    expect(map.lanes.list).toMatchObject([{ visibility: 'backstage' }]);
    expect(placesOf(warnings)).toEqual([
      [3, 'Visibility'],
      [4, 'Visibility'],
    ]);
  });

  it('rows without stage or step go on where the row above is, and runs of them are one warning', () => {
    const { map, warnings } = table('A,S,,D,,T1,,', ',,,D,,T2,,', ',,,D,,T3,,', ',S2,,D,,T4,,');
    expect(cardsIn(map)).toEqual(['S / D: T1', 'S / D: T2', 'S / D: T3', 'S2 / D: T4']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Rows 3 to 5 have no stage: put in the stage above, “A”.',
      'Rows 3 to 4 have no step: put in the step above, “S”.',
    ]);
  });

  it('a first row without stage, a stage without step, a stage alone', () => {
    const { map, warnings } = table(',S,,D,,T1,,', 'B,,,D,,T2,,', 'C,,,,,,,');
    expect(cardsIn(map)).toEqual(['S / D: T1', 'B / D: T2']);
    expect(titles(map.stages.list)).toEqual(['Journey', 'B', 'C']);
    expect(placesOf(warnings)).toEqual([
      [2, 'Stage'],
      [3, 'Step'],
    ]);
  });

  it('a touchpoint without department keeps its step, in a lane of its own', () => {
    const { map, warnings } = table('A,S,,,,T1,,');
    expect(cardsIn(map)).toEqual(['S / No department: T1']);
    expect(placesOf(warnings)).toEqual([[2, 'Department']]);
  });

  it('a department that is only named has a lane and nothing in it', () => {
    const { map, warnings } = table('A,S,,D,,T1,,', 'A,S,,E,,,,', ',,,F,backstage,,,');
    expect(titles(map.lanes.list)).toEqual(['D', 'E', 'F']);
    expect(cardsIn(map)).toEqual(['S / D: T1']);
    expect(placesOf(warnings)).toEqual([[3, 'Touchpoint']]);
  });

  it('a department that does something without a name', () => {
    const { map, warnings } = imported('Stage,Step,Department,Touchpoint,Owner\nA,S,D,,Mia\n');
    expect(cardsIn(map)).toEqual(['S / D: S']);
    expect(placesOf(warnings)).toEqual([[2, 'Touchpoint']]);
  });

  it('a table without the column Touchpoint', () => {
    const { map, warnings } = imported('Stage,Step,Department\nA,S1,D\nA,S2,E\n');
    expect(cardsIn(map)).toEqual(['S1 / D: S1', 'S2 / E: S2']);
    expect(placesOf(warnings)).toEqual([[1, null]]);
  });

  it('rows that are too short or too long', () => {
    const { map, warnings } = table('A,S', 'A,S,,D,,T1,,,too,much');
    expect(map.touchpoints.list).toMatchObject([{ title: 'T1', description: 'too\nmuch' }]);
    expect(warnings).toMatchObject([{ row: 3, value: 'too, much' }]);
  });

  it('columns with other names are kept in the descriptions', () => {
    const { map, warnings } = imported('Step,Department,Touchpoint,Risk,Step\nS,D,T,high,again\n');
    expect(map.touchpoints.list).toMatchObject([{ description: 'Risk: high\nStep: again' }]);
    expect(placesOf(warnings).slice(1)).toEqual([
      [1, 'Risk'],
      [1, 'Step'],
    ]);
  });

  it('details of a touchpoint in a row that has none', () => {
    const { map, warnings } = imported('Stage,Step,Owner,Channel,Metrics,Hands off to\nA,S,Mia,phone,CSAT,T\n');
    expect(map.steps.list).toMatchObject([{ description: 'Channel: phone\nOwner: Mia' }]);
    expect(map.metrics.list).toMatchObject([{ title: 'CSAT', on: { kind: 'step' } }]);
    expect(placesOf(warnings)).toEqual([
      [2, 'Channel'],
      [2, 'Owner'],
      [2, 'Hands off to'],
    ]);
  });

  it('halves of characters, which no document can hold', () => {
    const { map } = imported('Step\nA\ud83d\n');
    expect(titles(map.steps.list)).toEqual(['A\ufffd']);
  });
});

describe('a file that is no table is refused with a sentence that says what it is', () => {
  it.each([
    ['', /empty/],
    ['\uFEFF \r\n\t', /empty/],
    ['PK\u0003\u0004\u0014\u0000\u0006xl/workbook.xml', /Excel workbook/],
    ['%PDF-1.7\n%âãÏÓ', /PDF/],
    ['\ufffdPNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', /neither text nor a workbook/],
    ['\u0001\u0002\ufffd\ufffd\ufffd\u0005', /neither text nor a workbook/],
    ['<!DOCTYPE html><html><body><table>', /web page/],
    ['{"format":"throughline-map","stages":[]}', /JSON/],
    ['[{"Step":"A"}]', /JSON/],
    ['Dear customer\nwe are sorry.\nYours', /no table: its first line, “Dear customer”/],
    ['Name,Amount\nMia,3', /No column of this table is called Stage/],
    ['Owner,Channel\nMia,phone', /No column/],
    ['Stage,Step\n,\n', /no rows/],
  ])('%j', (text, reason) => {
    expect(refused(text)).toMatch(reason);
  });
});

it('cuts the title of a stage that a whole long table stands in', () => {
  const draft = emptyDraft();
  const stage: StageDraft = { title: 'x'.repeat(TITLE_LIMIT + 1), lifecycle: 'other' };
  const step = newStep(stage, 'Compares');
  const lane: LaneDraft = { title: 'Shop', kind: 'department', visibility: null };
  draft.stages.push(stage);
  for (let row = 2; row < 200_000; row++) draft.touchpoints.push(newTouchpoint(row, step, lane, 'Sells'));
  const warnings = new WarningList();
  shortenTitles(draft, warnings);
  expect(warnings.sorted().map(({ row }) => row)).toEqual([2]);
});

it('cuts what is no title any more where a word ends, keeps the rest as description, and says in which row', () => {
  const long = 'every word counts '.repeat(80).trim();
  const { map, warnings } = imported(
    `Stage,Step,Department,Touchpoint,Description\nBuy,Compares,Shop,Fine,\nBuy,Compares,Shop,${long},As before\n${long},Orders,Shop,Sells,`,
  );
  const card = map.touchpoints.list[1]!;
  const [, stage] = map.stages.list;
  for (const title of [card.title, stage!.title]) {
    expect(title.length).toBeLessThanOrEqual(1000);
    expect(long.startsWith(`${title} `)).toBe(true);
  }
  expect(`${card.title} ${card.description}`).toBe(`${long}\nAs before`);
  expect(map.meta.description).toContain(long.slice(stage!.title.length + 1));
  expect(warnings.map(({ row, message }) => [row, message.includes('1,000 characters')])).toEqual([
    [3, true],
    [4, true],
  ]);
});

it('loses nothing of a text that is longer than a text may be: the rest is in notes at the same step, and it is told', () => {
  const words = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word}${index}`);
  const title = words(300, 'title');
  const described = words(7000, 'said');
  const pain = words(4000, 'pain');
  const owner = words(300, 'name');
  const carried = words(5000, 'told');
  const { map, warnings } = imported(
    [
      'Stage,Step,Department,Touchpoint,Description,Pain,Owner,Hands off to,Information',
      `Buy,Compares,Shop,${[title, described, pain, owner].map((text) => text.join(' ')).join(',')},Bill,${carried.join(' ')}`,
      'Buy,Compares,Shop,Bill,,,,,',
    ].join('\n'),
  );
  const [card] = map.touchpoints.list;
  const texts = [
    ...[card!.title, card!.description, map.meta.description, ...map.people.list.map(({ name }) => name)],
    ...map.notes.list.map(({ text }) => text),
    ...map.handoffs.list.map(({ carries }) => carries),
  ];
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(20_000);
  const kept = new Set(texts.flatMap((text) => text.split(/\s+/)));
  expect([...title, ...described, ...pain, ...owner, ...carried].filter((word) => !kept.has(word))).toEqual([]);
  expect(map.notes.list.every(({ place }) => place?.step === card?.place?.step)).toBe(true);
  const inNotes = warnings.filter(({ message }) => /in notes at the same step/.test(message));
  expect(inNotes.map(({ row, value }) => [row, value.slice(0, 5)])).toEqual([
    [2, expect.stringMatching(/^title|^said/)],
    [2, 'told0'],
    [2, 'pain0'],
  ]);
});
