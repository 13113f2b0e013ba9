import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Clip, clipOf } from '../../../shared/clipboard/clip.ts';
import { clipTable } from '../../../shared/clipboard/clipTable.ts';
import { readClip, writeClip } from '../../../shared/clipboard/clipText.ts';
import type { PastePlan } from '../../../shared/clipboard/pasteDraft.ts';
import { type PasteTarget, planClip } from '../../../shared/clipboard/planClip.ts';
import { planLines } from '../../../shared/clipboard/planLines.ts';
import { linesOf, planText } from '../../../shared/clipboard/planText.ts';
import { addItems } from '../../../shared/commands/addItems.ts';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { run } from '../../../shared/commands/command.ts';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { TITLE_LIMIT } from '../../../shared/model/titles.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { visible } from '../../support/randomCommands.ts';

const drawn = () => {
  const doc = drawMap(
    `
             | buy: compare | order   | use: install
    sales    | chat, call   | confirm |
    field -  |              |         | visit
    pains #  | too slow     |         |`,
    'chat > confirm > visit',
  );
  must(doc, addPerson, { id: idOf('mika'), fields: { name: 'Mika Kay' } });
  must(doc, changeItems, changeOf('touchpoint', 'chat', { owner: idOf('mika'), channel: 'web', systems: ['CRM'] }));
  return doc;
};
const at = (step: string, lane: string) => ({ step: idOf<'step'>(step), lane: idOf<'lane'>(lane) });
const cards = (...ids: string[]): ItemRef[] => ids.map((id) => ({ kind: 'touchpoint', id }));
const counting = () => {
  let made = 0;
  return () => `new${++made}`;
};
const clipFrom = (doc: Y.Doc, items: readonly ItemRef[]): Clip => {
  const clip = clipOf(readMap(doc), items);
  if (!clip) throw new Error('nothing to copy');
  return clip;
};
const nowhere: PasteTarget = { place: null, step: null, stage: null };

/** "title @ step / lane (owner)" for what is on the map. */
function placesOn(doc: Y.Doc): string[] {
  const map = readMap(doc);
  const { steps, lanes, touchpointsIn, notesIn } = outlineOf(map);
  return steps.flatMap((step) =>
    lanes.flatMap((lane) =>
      [
        ...touchpointsIn(step.id, lane.id).map(({ title, owner }) => [title, owner && map.people.get(owner)?.name]),
        ...notesIn(step.id, lane.id).map(({ text }) => [text, null]),
      ].map(([title, owner]) => `${title} @ ${step.title} / ${lane.title}${owner ? ` (${owner})` : ''}`),
    ),
  );
}

function paste(doc: Y.Doc, plan: PastePlan): void {
  if (plan.status === 'refused') throw new Error(plan.reason);
  must(doc, addItems, plan.input, 'me');
}
const pasteClip = (doc: Y.Doc, clip: Clip, target: Partial<PasteTarget> = {}) =>
  paste(doc, planClip(readMap(doc), clip, { ...nowhere, ...target }, counting()));
const pasteText = (doc: Y.Doc, text: string, place = at('compare', 'sales')) =>
  paste(doc, planText(readMap(doc), text, place, counting()));

describe('copied cards', () => {
  it('keep their distances and the hand-offs among them, and undo takes all of it back at once', () => {
    const doc = drawn();
    const undo = ownUndo(doc, 'me');
    const before = visible(readMap(doc));
    pasteClip(doc, clipFrom(doc, cards('chat', 'confirm')), { place: at('order', 'field') });
    expect(placesOn(doc)).toEqual([
      'chat @ compare / sales (Mika Kay)',
      'call @ compare / sales',
      'too slow @ compare / pains',
      'confirm @ order / sales',
      'chat @ order / field (Mika Kay)',
      'visit @ install / field',
      'confirm @ install / field',
    ]);
    const map = readMap(doc);
    expect(map.handoffs.list.map(({ from, to }) => `${from} > ${to}`)).toContain('new1 > new2');
    expect(map.touchpoints.get('new1')).toMatchObject({ channel: 'web', systems: ['CRM'] });
    expect(map.people.list.length).toBe(1);
    undo.undo();
    expect(visible(readMap(doc))).toEqual(before);
    expect(undo.undoStack.length).toBe(0);
  });

  it('are duplicated where they are, below what is there', () => {
    const doc = drawn();
    pasteClip(doc, clipFrom(doc, [...cards('chat'), { kind: 'note', id: 'too-slow' }]));
    expect(placesOn(doc).slice(0, 5)).toEqual([
      'chat @ compare / sales (Mika Kay)',
      'call @ compare / sales',
      'chat @ compare / sales (Mika Kay)',
      'too slow @ compare / pains',
      'too slow @ compare / pains',
    ]);
  });

  it('go to another map with the people they name; each kind into a lane that can hold it', () => {
    const other = drawMap(`| start: ask | answer \n ideas # | | \n desk | |`);
    pasteClip(other, clipFrom(drawn(), [...cards('chat'), { kind: 'note', id: 'too-slow' }]), {
      place: at('ask', 'ideas'),
    });
    expect(placesOn(other)).toEqual(['too slow @ ask / ideas', 'chat @ ask / desk (Mika Kay)']);
  });

  it('are refused where nothing can hold them', () => {
    const other = drawMap(`| start: ask \n ideas # | `);
    expect(planClip(readMap(other), clipFrom(drawn(), cards('chat')), nowhere, counting())).toEqual({
      status: 'refused',
      reason: 'There is no lane here that could hold what was copied.',
    });
  });
});

describe('copied steps and stages', () => {
  it('come behind the step that is meant, with all that is in them', () => {
    const doc = drawn();
    pasteClip(doc, clipFrom(doc, [{ kind: 'step', id: 'compare' }]), { step: idOf('compare') });
    expect(outlineOf(readMap(doc)).steps.map(({ title }) => title)).toEqual(['compare', 'compare', 'order', 'install']);
    expect(placesOn(doc).filter((place) => place.includes('@ compare'))).toHaveLength(6);
  });

  it('bring stages, lanes and people to another map', () => {
    const other = drawMap(`| start: ask \n Sales | hello`);
    const both: ItemRef[] = [
      { kind: 'stage', id: 'buy' },
      { kind: 'stage', id: 'use' },
    ];
    pasteClip(other, clipFrom(drawn(), both), { stage: idOf('start') });
    const map = readMap(other);
    expect(outlineOf(map).stages.map(({ stage, steps }) => [stage.title, ...steps.map(({ title }) => title)])).toEqual([
      ['start', 'ask'],
      ['buy', 'compare', 'order'],
      ['use', 'install'],
    ]);
    expect(map.lanes.list.map(({ title, kind, visibility }) => `${title} ${kind} ${visibility}`)).toEqual([
      'Sales department frontstage',
      'field department backstage',
      'pains notes frontstage',
    ]);
    expect(map.handoffs.list).toHaveLength(2);
    expect(placesOn(other)).toContain('chat @ compare / Sales (Mika Kay)');
  });
});

describe('text', () => {
  it('that is too long for a title goes on in the description', () => {
    const doc = drawn();
    const long = 'every word counts '.repeat(80).trim();
    const plan = planText(readMap(doc), `short\n${long}`, at('compare', 'sales'), counting());
    expect(plan).toMatchObject({ shortened: 1 });
    paste(doc, plan);
    const made = readMap(doc).touchpoints.list.find(({ description }) => description !== '');
    expect(made?.title.length).toBeGreaterThan(TITLE_LIMIT - 20);
    expect(`${made?.title} ${made?.description}`).toBe(long);
  });

  it('in a table, names that are none go on in the description of the first card they come with', () => {
    const doc = drawn();
    const [stage, lane, owner] = ['stage', 'lane', 'name'].map((word) => `${word} counts `.repeat(90).trim());
    const row = (title: string) => [stage, 'Sees', lane, title, owner].join('\t');
    const text = `Stage\tStep\tDepartment\tTouchpoint\tOwner\n${row('One')}\n${row('Two')}`;
    const plan = planText(readMap(doc), text, null, counting());
    expect(plan).toMatchObject({ shortened: 1 });
    paste(doc, plan);
    const map = readMap(doc);
    const [one, two] = ['One', 'Two'].map((title) => map.touchpoints.list.find((card) => card.title === title));
    expect([one?.place, one?.owner]).toEqual([two?.place, two?.owner]);
    const made = map.lanes.get(one?.place?.lane ?? '')?.title ?? '';
    expect(made.length).toBeLessThanOrEqual(TITLE_LIMIT);
    expect(one?.description).toContain(stage?.slice(TITLE_LIMIT));
    expect(lane?.startsWith(made)).toBe(true);
    expect(two?.description).toBe('');
  });
  it('that is nothing but the long name of a stage is refused, since there is no place for what is more', () => {
    const text = `Stage\tStep\tDepartment\tTouchpoint\n${'stage '.repeat(300)}\t\t\t`;
    expect(planText(readMap(drawn()), text, null, counting()).status).toBe('refused');
  });
  it('a list of lines becomes cards along the steps, the rest in the last', () => {
    const doc = drawn();
    pasteText(doc, '- Asks\r\n2. Waits @Mika Kay #phone\n\n• <b>Leaves</b>\nReturns @Jo\n', at('order', 'field'));
    expect(placesOn(doc).slice(4)).toEqual([
      'Asks @ order / field',
      'visit @ install / field',
      'Waits @ install / field (Mika Kay)',
      '<b>Leaves</b> @ install / field',
      'Returns @ install / field (Jo)',
    ]);
  });

  it('a list of lines stays in one cell where lines stand below each other, as touchpoints or as notes', () => {
    const doc = drawn();
    const put = (lane: string) => {
      const plan = planLines(readMap(doc), '- Asks @mika #phone\n2. Waits\n', at('order', lane), counting());
      return plan.status === 'planned' ? plan.input.items : plan.reason;
    };
    const place = at('order', 'sales');
    expect(put('sales')).toMatchObject([
      { kind: 'touchpoint', fields: { title: 'Asks', place, owner: 'mika', channel: 'phone' } },
      { kind: 'touchpoint', fields: { title: 'Waits', place, owner: null, channel: '' } },
    ]);
    expect(put('pains')).toMatchObject([
      { kind: 'note', fields: { text: 'Asks @mika #phone' } },
      { kind: 'note', fields: { text: 'Waits' } },
    ]);
  });
  it('a table without known names goes cell by cell', () => {
    const doc = drawn();
    pasteText(doc, 'one\t\ttwo\nthree\t"fo\tur"\t\n\t\tslow', at('compare', 'sales'));
    expect(placesOn(doc)).toEqual([
      'chat @ compare / sales (Mika Kay)',
      'call @ compare / sales',
      'one @ compare / sales',
      'three @ compare / field',
      'too slow @ compare / pains',
      'confirm @ order / sales',
      'fo ur @ order / field',
      'two @ install / sales',
      'visit @ install / field',
      'slow @ install / pains',
    ]);
  });

  it('a table with names of columns says where its rows go, and makes what is missing', () => {
    const doc = drawn();
    const table = 'Stage\tStep\tDepartment\tTouchpoint\tOwner\tChannel\tCost each\tHands off to\n';
    pasteText(
      doc,
      `${table}Use\tInstall\tField\tChecks\tmika kay\tvisit\t12\tPays\nEnd\tLeaves\tBilling\tPays\tJo\t\tmuch\t\n`,
    );
    const map = readMap(doc);
    expect(placesOn(doc).slice(-2)).toEqual(['Checks @ install / field (Mika Kay)', 'Pays @ Leaves / Billing (Jo)']);
    expect(map.touchpoints.list.find(({ title }) => title === 'Checks')).toMatchObject({
      channel: 'visit',
      costEach: 12,
    });
    expect(map.handoffs.list).toHaveLength(3);
  });

  it('takes signs of lists from lines, and nothing else', () => {
    expect(linesOf(' - a\n* b\n1) c\n[x] d\n-5 degrees\n3 calls')).toEqual([
      'a',
      'b',
      'c',
      'd',
      '-5 degrees',
      '3 calls',
    ]);
  });

  it('what was copied as a table pastes as the same touchpoints in another map', () => {
    const table = clipTable(clipFrom(drawn(), [{ kind: 'stage', id: 'buy' }]));
    expect(table.split('\n')[1]).toBe('buy\tcompare\tsales\tchat\tweb\tMika Kay\tCRM\tconfirm');
    const other = drawMap(`| start: ask \n desk | `);
    pasteText(other, table, at('ask', 'desk'));
    expect(placesOn(other)).toContain('chat @ compare / sales (Mika Kay)');
    expect(readMap(other).handoffs.list).toHaveLength(1);
  });

  it('what a spreadsheet would compute is copied as text', () => {
    const doc = drawn();
    must(doc, changeItems, changeOf('touchpoint', 'call', { title: '=1+cmd' }));
    expect(clipTable(clipFrom(doc, cards('call')))).toContain("'=1+cmd");
  });
});

describe('as properties', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }).map((row) => row.join('\t')),
        { maxLength: 8 },
      )
      .map((rows) => rows.join('\n')),
    fc.json().map((json) => `{"throughline":1,"unit":"steps","steps":${json},"touchpoints":[${json}]}`),
  );

  it('whatever is copied can be pasted where it was, and undone exactly', () => {
    fc.assert(
      fc.property(
        arbitraryMap,
        fc.constantFrom('touchpoints', 'notes', 'steps', 'stages'),
        fc.nat({ max: 5 }),
        (any, collection, skip) => {
          const doc = new Y.Doc();
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(any));
          const map = readMap(doc);
          const kind = ({ touchpoints: 'touchpoint', notes: 'note', steps: 'step', stages: 'stage' } as const)[
            collection
          ];
          const items = map[collection].list.slice(skip).map(({ id }): ItemRef => ({ kind, id }));
          const clip = clipOf(map, items);
          if (!clip) return;
          expect(readClip(writeClip(clip))).toEqual(clip);
          const plan = planClip(map, clip, nowhere, counting());
          if (plan.status === 'refused') return;
          const undo = ownUndo(doc, 'me');
          const before = visible(map);
          expect(run(doc, addItems, plan.input, 'me')).toEqual({ status: 'done' });
          expect(readMap(doc).handoffs.list.length).toBeGreaterThanOrEqual(map.handoffs.list.length);
          undo.undo();
          expect(visible(readMap(doc))).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a table whose cards have no place is refused with the reason, unless a cell gives them one', () => {
    const table = 'Stage\tStep\tTouchpoint\nbuy\torder\tInvoice\n\t\tLonely';
    const doc = drawn();
    const nowhereToGo = planText(readMap(doc), table, null, counting());
    expect(nowhereToGo).toMatchObject({
      status: 'refused',
      reason: expect.stringMatching(/^“Invoice” and 1 more have no/),
    });
    paste(doc, planText(readMap(doc), table, at('compare', 'sales'), counting()));
    expect(placesOn(doc)).toEqual(expect.arrayContaining(['Invoice @ order / sales', 'Lonely @ compare / sales']));
  });

  it('a table that is too large is refused before all of it is read', () => {
    const doc = drawn();
    let made = 0;
    const newId = () => `new${made++}`;
    const rows = Array.from({ length: 20_000 }, (_, i) => `Stage ${i % 9}\tStep ${i}\tSales\tCard ${i}\tOwner ${i}`);
    const plan = planText(readMap(doc), `Stage\tStep\tDepartment\tTouchpoint\tOwner\n${rows.join('\n')}`, null, newId);
    expect(made).toBeLessThan(2100);
    if (plan.status !== 'planned') throw new Error('not planned');
    expect(run(doc, addItems, plan.input, 'me')).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('Nothing was pasted'),
    });
  });

  it('a piece that is too large is refused whole, never cut', () => {
    const doc = drawn();
    const [touchpoint] = readMap(doc).touchpoints.list;
    if (!touchpoint) throw new Error('nothing to copy');
    const clip = clipFrom(doc, cards('chat'));
    const touchpoints = Array.from({ length: 2500 }, (_, index) => ({
      ...touchpoint,
      id: idOf<'touchpoint'>(`t${index}`),
    }));
    const read = readClip(writeClip({ ...clip, touchpoints }));
    const plan = read && planClip(readMap(doc), read, nowhere, counting());
    if (plan?.status !== 'planned') throw new Error('not planned');
    expect(run(doc, addItems, plan.input, 'me')).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('Nothing was pasted'),
    });
  });

  it('no text that is pasted breaks anything, and a plan is never refused by the command', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const doc = drawn();
        const clip = readClip(text);
        const plans = [
          planText(readMap(doc), text, at('order', 'sales'), counting()),
          ...(clip ? [planClip(readMap(doc), clip, nowhere, counting())] : []),
        ];
        for (const plan of plans) {
          if (plan.status === 'planned') expect(run(drawn(), addItems, plan.input, 'me')).toEqual({ status: 'done' });
        }
      }),
      { numRuns: 150 },
    );
  });
});
