import type { Page } from '@playwright/test';
import { emptyMap, expectServed, focused, openHere } from './canvasMap.ts';
import { expect, expectSaved, readServed, test } from './support.ts';

/** The journey of a bank's private customer: 4 stages, 12 steps, 7 departments, 50 touchpoints. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  Marketing: ['Sees the campaign', 'Compares accounts'],
  Sales: ['Applies', 'Proves who they are', 'Signs'],
  Service: ['Gets the card', 'Uses the app', 'Pays abroad', 'Asks for help', 'Disputes a charge'],
  Dismissal: ['Closes the account', 'Moves the balance'],
};
const STEPS = Object.values(STAGES).flat();

/** One cell a step, as somebody writes it down while others talk; '' where the department has nothing to do. */
const LANES: Readonly<Record<string, readonly string[]>> = {
  Campaigns: [
    'Billboard @Lena_Brandt #Advertising',
    'Rate table @Lena #web',
    'Retargeting mail #Email',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'Win-back mail @Lena #Email',
    '',
  ],
  Branch: [
    'Window poster',
    'Adviser talk @Omar_Haddad #branch',
    'Paper form @Omar #branch',
    'Passport check @Omar #branch',
    'Signature pad @Omar #branch',
    'Card pick-up #branch',
    '',
    '',
    'Counter question @Omar #branch',
    '',
    'Closing form #branch',
    'Cash payout #branch',
  ],
  'Call centre': [
    '',
    'Call about rates @Ana_Ruiz #Phone',
    'Help with the form @Ana #Phone',
    'Video identification @Ana #video',
    '',
    'Activation call @Ana #Phone',
    'App support @Ana #Phone',
    'Card blocked abroad @Ana #Phone',
    'Hotline @Ana #Phone',
    'Dispute hotline @Ana #Phone',
    'Retention call #Phone',
    '',
  ],
  'App team': [
    '',
    'Account finder @Jon_Berg #web',
    'Online form @Jon #web',
    'Photo identification @Jon #App',
    'Digital signature @Jon #App',
    'Card shown in the app #App',
    'Push messages @Jon #App',
    'Travel notice #App',
    'Chat @Jon #Chat',
    'Dispute form @Jon #App',
    '',
    'Export of statements #App',
  ],
  'Back office': [
    '',
    '',
    'Data entry @Mia_Wolf',
    '',
    'Contract archive @Mia',
    'Card order @Mia',
    '',
    '',
    '',
    'Case file @Mia',
    'Account closing @Mia',
    'Transfer of standing orders',
  ],
  Risk: [
    '',
    '',
    'Credit check @Tom_Falk',
    'Sanctions list',
    '',
    '',
    '',
    'Fraud rules @Tom',
    '',
    'Chargeback @Tom',
    '',
    '',
  ],
  IT: [
    '',
    '',
    'Form server @Eva_Lund',
    'Identity service @Eva',
    '',
    'Card printing',
    'App release @Eva',
    'Card network',
    'Voice menu',
    'Ticket desk @Eva',
    'Data retention',
    '',
  ],
};
const CARDS = Object.values(LANES).flat().filter(Boolean).length;

const HANDOFFS = [
  ['Rate table', 'Online form'],
  ['Paper form', 'Data entry'],
  ['Online form', 'Photo identification'],
  ['Passport check', 'Sanctions list'],
  ['Signature pad', 'Contract archive'],
  ['Contract archive', 'Card order'],
  ['Card order', 'Card printing'],
  ['Dispute form', 'Case file'],
  ['Case file', 'Chargeback'],
  ['Closing form', 'Account closing'],
] as const;
/** 1 is very bad, 5 very good. */
const FEELINGS = '435423342123';

/** Writes as one does with a keyboard; words between keys in angle brackets are typed at once. */
async function type(page: Page, ...parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    if (part.startsWith('<')) await page.keyboard.press(part.slice(1, -1));
    else await page.keyboard.insertText(part);
  }
}

/** Goes to something on the map by its name. */
async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { selected: true })).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('the journey of a bank is built on the map with the keyboard alone', async ({ page, app }) => {
  test.slow();
  expect(CARDS).toBe(50);
  const id = await emptyMap(app);
  await openHere(page, app, id);
  for (const [stage, steps] of Object.entries(STAGES)) {
    await type(page, '<,>', '<s>');
    await expect(page.getByLabel('Title of the stage')).toBeFocused();
    await type(page, stage, '<Enter>', ...steps.flatMap((step) => [step, '<Enter>']), '<Escape>');
  }
  await type(page, '<,>', '<l>');
  await expect(page.getByLabel('Title of the lane')).toBeFocused();
  for (const lane of Object.keys(LANES)) await type(page, lane, '<Enter>');
  await type(page, '<Escape>');
  await expectServed(app, id, ({ lanes, steps }) => [lanes.length, steps.length]).toEqual([7, 12]);

  // Who is not seen by customers: from the last lane upwards.
  for (const [lane, visibility] of [
    ['IT', 'support'],
    ['Risk', 'backstage'],
    ['Back office', 'backstage'],
  ] as const) {
    await expect.poll(() => focused(page)).toBe(`${lane}, frontstage`);
    await type(page, '<,>', '<v>');
    await expect(page.getByRole('combobox')).toHaveValue('Visibility');
    await page.keyboard.type(` ${visibility}`);
    await expect(page.getByRole('option', { selected: true })).toContainText(visibility);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
  }
  await page.keyboard.press('End');

  // Lane by lane as people tell it; Tab goes on to the next step, past what stays empty.
  for (const [lane, cells] of Object.entries(LANES).reverse()) {
    await expect.poll(() => focused(page)).toContain(`${lane}, `);
    await type(page, '<ArrowRight>', '<Enter>');
    for (const [at, cell] of cells.entries()) {
      await expect(page.getByLabel('Title of the touchpoint')).toHaveValue('');
      await type(page, ...(cell ? [cell] : []), at < cells.length - 1 ? '<Tab>' : '<Escape>');
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
  }
  await expectServed(app, id, ({ touchpoints }) => touchpoints.length).toBe(CARDS);

  for (const [from, to] of HANDOFFS) {
    await find(page, from);
    await page.keyboard.press('h');
    await find(page, to);
    await page.keyboard.press('Enter');
  }
  await find(page, STEPS[0] ?? '');
  await page.keyboard.press('e');
  await expect(page.getByRole('slider').first()).toBeFocused();
  for (const digit of FEELINGS) await type(page, `<${digit}>`, '<ArrowRight>');
  await expectSaved(page);

  const map = await readServed(app, id);
  const nameOf = (list: readonly { id: string; title?: string; name?: string }[], wanted: string | null) =>
    list.find((item) => item.id === wanted)?.title ?? list.find((item) => item.id === wanted)?.name ?? '';
  const told = map.touchpoints.map(({ title, place, owner, channel }) =>
    [
      title,
      nameOf(map.lanes, place?.lane ?? null),
      nameOf(map.steps, place?.step ?? null),
      nameOf(map.people, owner),
      channel,
    ].join(' | '),
  );
  expect(told.toSorted()).toEqual(meant().toSorted());
  expect(map.stages.map(({ title, lifecycle }) => [title, lifecycle])).toEqual(
    Object.keys(STAGES).map((stage) => [stage, stage.toLowerCase()]),
  );
  expect(map.lanes.map(({ visibility }) => visibility)).toEqual([
    'frontstage',
    'frontstage',
    'frontstage',
    'frontstage',
    'backstage',
    'backstage',
    'support',
  ]);
  expect(map.people).toHaveLength(7);
  const titleOf = (wanted: string | null) => nameOf(map.touchpoints, wanted);
  expect(map.handoffs.map(({ from, to }) => [titleOf(from), titleOf(to)]).toSorted()).toEqual(HANDOFFS.toSorted());
  expect(map.steps.map(({ emotions }) => (emotions[0]?.value ?? Number.NaN) + 3).join('')).toBe(FEELINGS);
});

/** What the cells say, read without the program's own parser. */
function meant(): string[] {
  const people = ['Lena Brandt', 'Omar Haddad', 'Ana Ruiz', 'Jon Berg', 'Mia Wolf', 'Tom Falk', 'Eva Lund'];
  return Object.entries(LANES).flatMap(([lane, cells]) =>
    cells.flatMap((cell, at) => {
      if (!cell) return [];
      const owner = /@(\w+?)(_|\b)/.exec(cell)?.[1];
      const title = cell.replace(/ [@#].*/, '');
      const channel = /#(\w+)/.exec(cell)?.[1] ?? '';
      return [
        [title, lane, STEPS[at], people.find((name) => owner && name.startsWith(owner)) ?? '', channel].join(' | '),
      ];
    }),
  );
}
