import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addMetric } from '../../../shared/commands/addMetric.ts';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { addPersona } from '../../../shared/commands/addPersona.ts';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { changeMap } from '../../../shared/commands/changeMap.ts';
import { run } from '../../../shared/commands/command.ts';
import { editText, findText } from '../../../shared/commands/editText.ts';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { recordValue } from '../../../shared/commands/recordValue.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { restoreItems } from '../../../shared/commands/restoreItems.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { TITLE_LIMIT, TITLE_LIMIT_WORDS } from '../../../shared/model/titles.ts';
import { writeFields } from '../../../shared/model/writeRecord.ts';
import { aMap, drawMap, must } from '../../support/mapBuilder.ts';

const refusal = (outcome: ReturnType<typeof run>) => (outcome.status === 'refused' ? outcome.reason : null);

describe('changing fields', () => {
  it('changes several items at once, as one step', () => {
    const doc = aMap(['sell', 'install']);
    const undo = ownUndo(doc, 'me');
    must(doc, changeItems, { kind: 'touchpoint', ids: ['sell', 'install'], fields: { channel: 'phone' } }, 'me');
    expect(readMap(doc).touchpoints.list.map(({ channel }) => channel)).toEqual(['phone', 'phone']);
    expect(undo.undoStack).toHaveLength(1);
    undo.undo();
    expect(readMap(doc).touchpoints.list.map(({ channel }) => channel)).toEqual(['', '']);
  });

  it('takes no title or name that is longer than one, and lets those that are get shorter', () => {
    const doc = aMap(['sell']);
    const tooLong = 'x'.repeat(TITLE_LIMIT + 1);
    const change = (title: string) => refusal(run(doc, changeItems, changeOf('touchpoint', 'sell', { title }), 'me'));
    const type = (at: number, remove: number, insert: string) =>
      refusal(
        run(doc, editText, { kind: 'touchpoint', id: 'sell', field: 'title', splice: { at, remove, insert } }, 'me'),
      );
    const said = `A title has at most ${TITLE_LIMIT_WORDS}.`;
    expect(change(tooLong)).toBe(said);
    expect(type(0, 0, tooLong)).toBe(said);
    expect(refusal(run(doc, changeMap, { title: tooLong }, 'me'))).toBe(said);
    expect(refusal(run(doc, addPerson, { id: idOf('mika'), fields: { name: tooLong } }, 'me'))).toContain('A name');
    expect(readMap(doc).touchpoints.get('sell')?.title).toBe('sell');
    writeFields(doc, 'touchpoints', 'sell', { title: `${tooLong}xxx` });
    expect(type(0, 2, 'y')).toBeNull();
    expect(change(tooLong)).toBeNull();
    expect(type(0, 0, 'y')).toBe(said);
    expect(readMap(doc).touchpoints.get('sell')?.title).toBe(tooLong);
  });

  it('changes none when one of them is gone', () => {
    const doc = aMap(['sell']);
    const outcome = run(
      doc,
      changeItems,
      { kind: 'touchpoint', ids: ['sell', 'gone'], fields: { channel: 'x' } },
      'me',
    );
    expect(refusal(outcome)).toBe('This touchpoint was just removed.');
    expect(readMap(doc).touchpoints.get('sell')?.channel).toBe('');
  });

  it('leaves where items stand to the commands that move them', () => {
    const doc = aMap(['sell']);
    // Fields from a form that TypeScript never saw.
    const fields = { place: null } as object;
    expect(refusal(run(doc, changeItems, { kind: 'touchpoint', ids: ['sell'], fields }, 'me'))).toMatch('moving');
  });

  it('refuses people who are not on the map', () => {
    const doc = aMap(['sell']);
    const change = changeOf('touchpoint', 'sell', { owner: idOf('nobody') });
    expect(refusal(run(doc, changeItems, change, 'me'))).toBe('This person was just removed.');
    expect(refusal(run(doc, changeItems, changeOf('stage', 'stage', { expects: [idOf('gone')] }), 'me'))).toMatch(
      'lane',
    );
  });

  it('lets a set be changed that still names something deleted, and adds nothing that is gone', () => {
    const doc = drawMap(`
              | buy: compare
        sales | chat
        help  | answer`);
    must(doc, changeItems, changeOf('stage', 'buy', { expects: [idOf('sales'), idOf('help')] }));
    must(doc, removeItems, { items: [{ kind: 'lane', id: 'help' }] });
    expect(refusal(run(doc, changeItems, changeOf('stage', 'buy', { expects: [idOf('help')] }), 'me'))).toBeNull();
    expect(refusal(run(doc, changeItems, changeOf('stage', 'buy', { expects: [] }), 'me'))).toBeNull();
    expect(refusal(run(doc, changeItems, changeOf('stage', 'buy', { expects: [idOf('help')] }), 'me'))).toBe(
      'This lane was just removed.',
    );
  });

  it('changes the map itself', () => {
    const doc = aMap();
    must(doc, changeMap, { title: 'Broadband', state: 'future', currency: 'GBP' });
    expect(readMap(doc).meta).toMatchObject({ title: 'Broadband', state: 'future', currency: 'GBP' });
    expect(refusal(run(doc, changeMap, { currency: 'pounds' }, 'me'))).toMatch('"pounds" cannot be written');
  });
});

describe('typing', () => {
  const type = (doc: ReturnType<typeof aMap>, at: number, remove: number, insert: string) =>
    must(doc, editText, { kind: 'touchpoint', id: 'sell', field: 'title', splice: { at, remove, insert } });
  const titleOf = (doc: ReturnType<typeof aMap>) => readMap(doc).touchpoints.get('sell')?.title;

  it('is one splice; one beyond the end goes to the end', () => {
    const doc = aMap(['sell']);
    type(doc, 4, 0, ' it');
    type(doc, 0, 1, 'S');
    type(doc, 99, 5, '.');
    expect(titleOf(doc)).toBe('Sell it.');
  });

  it('stops where a text is full, so that no paste locks its writer out; taking away goes on', () => {
    const doc = aMap(['sell']);
    const paste = (insert: string, remove = 0) =>
      run(
        doc,
        editText,
        { kind: 'touchpoint', id: 'sell', field: 'description', splice: { at: 0, remove, insert } },
        'me',
      );
    expect(refusal(paste('x'.repeat(300_000)))).toBe('A text has at most 20,000 characters. Nothing was added.');
    expect(refusal(paste('x'.repeat(20_000)))).toBeNull();
    expect(refusal(paste('y'))).toBe('A text has at most 20,000 characters. Nothing was added.');
    expect(refusal(paste('y', 1))).toBeNull();
    expect(readMap(doc).touchpoints.get('sell')?.description).toHaveLength(20_000);
  });

  it('writes nothing when somebody only looks for a text that another program left out', () => {
    const doc = aMap(['sell']);
    const stored = doc.getMap('touchpoints').get('sell') as Y.Map<unknown>;
    stored.delete('description');
    const before = Y.encodeStateVector(doc);
    expect(findText(doc, { kind: 'touchpoint', id: 'sell', field: 'description' })).toBeNull();
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('never leaves half an emoji behind', () => {
    const doc = aMap(['sell']);
    type(doc, 0, 4, '🔧a');
    type(doc, 1, 0, 'x');
    expect(titleOf(doc)).toBe('x🔧a');
    type(doc, 2, 1, '');
    expect(titleOf(doc)).toBe('xa');
  });

  it('works in the map’s own title, and not in what is no text', () => {
    const doc = aMap(['sell']);
    must(doc, editText, { kind: 'map', field: 'title', splice: { at: 0, remove: 4, insert: 'Best' } });
    expect(readMap(doc).meta.title).toBe('Best map');
    const splice = { at: 0, remove: 0, insert: 'x' };
    const edit = (field: string, id = 'sell') =>
      refusal(run(doc, editText, { kind: 'touchpoint', id, field, splice }, 'me'));
    expect(edit('channel')).toBe('This is not a text.');
    expect(edit('constructor')).toBe('This is not a text.');
    expect(edit('title', 'gone')).toBe('This touchpoint was just removed.');
    expect(findText(doc, { kind: 'touchpoint', id: 'sell', field: 'title' })?.toString()).toBe('sell');
  });
});

describe('emotions and values', () => {
  it('are rated for everyone and for a persona, each on its own', () => {
    const doc = aMap(['sell']);
    const step = idOf<'step'>('step-1');
    must(doc, addPersona, { id: idOf('zoe') });
    must(doc, rateEmotion, { step, persona: 'everyone', value: 1 });
    must(doc, rateEmotion, { step, persona: idOf('zoe'), value: -2 });
    must(doc, rateEmotion, { step, persona: 'everyone', value: null });
    expect(readMap(doc).steps.get('step-1')?.emotions).toEqual([{ persona: 'zoe', value: -2 }]);
    for (const value of [3, 0.5, Number.NaN]) {
      expect(refusal(run(doc, rateEmotion, { step, persona: 'everyone', value }, 'me'))).toMatch('-2 to +2');
    }
    expect(refusal(run(doc, rateEmotion, { step, persona: idOf('gone'), value: 1 }, 'me'))).toMatch('persona');
  });

  it('of a metric have a day each', () => {
    const doc = aMap(['sell']);
    must(doc, addMetric, { id: idOf('m'), fields: { on: { kind: 'stage', id: idOf('stage') } } });
    const record = (date: string, value: number | null) =>
      run(doc, recordValue, { metric: idOf('m'), date, value }, 'me');
    record('2026-03-01', 5);
    record('2026-02-01', 4);
    record('2026-03-01', 6);
    expect(readMap(doc).metrics.get('m')?.values).toEqual([
      { date: '2026-02-01', value: 4 },
      { date: '2026-03-01', value: 6 },
    ]);
    record('2026-02-01', null);
    expect(readMap(doc).metrics.get('m')?.values).toHaveLength(1);
    for (const date of ['2026-13-01', 'today', '2026-1-1', '2026-02-31', ''])
      expect(refusal(record(date, 1))).toMatch('not a day');
    expect(refusal(record('2026-02-01', Number.POSITIVE_INFINITY))).toMatch('number');
  });
});

describe('answers to gaps', () => {
  const finding = idOf<'finding'>('touchpoint-unowned:sell');

  it('assign to a person, dismiss with a reason, and open again', () => {
    const doc = aMap(['sell']);
    must(doc, addPerson, { id: idOf('ana') });
    const answerOf = () => readMap(doc).gapStates.get(finding)?.answer;
    must(doc, answerGap, { finding, answer: { status: 'assigned', to: idOf('ana'), due: null } });
    expect(answerOf()).toEqual({ status: 'assigned', to: 'ana', due: null });
    must(doc, answerGap, { finding, answer: { status: 'dismissed', reason: 'A robot does it.' } });
    must(doc, answerGap, { finding, answer: { status: 'open' } });
    expect(answerOf()).toEqual({ status: 'open' });
    expect(refusal(run(doc, answerGap, { finding, answer: { status: 'dismissed', reason: ' ' } }, 'me'))).toMatch(
      'why',
    );
    const toNobody = { finding, answer: { status: 'assigned', to: idOf<'person'>('nobody'), due: null } } as const;
    expect(refusal(run(doc, answerGap, toNobody, 'me'))).toBe('This person was just removed.');
  });

  it('of others stay when one’s own first answer is taken back', () => {
    const doc = aMap(['sell']);
    const undo = ownUndo(doc, 'me');
    must(doc, answerGap, { finding, answer: { status: 'dismissed', reason: 'mine' } }, 'me');
    must(doc, answerGap, { finding, answer: { status: 'dismissed', reason: 'theirs' } }, 'they');
    undo.undo();
    expect(readMap(doc).gapStates.get(finding)?.answer).toMatchObject({ reason: 'theirs' });
  });
});

describe('deleting', () => {
  it('hides and restoring brings back, with what was written meanwhile', () => {
    const doc = drawMap('| buy: compare \n sales | chat, call', 'chat > call');
    const before = readMap(doc);
    const items = [
      { kind: 'touchpoint', id: 'chat' },
      { kind: 'handoff', id: 'chat:call' },
    ] as const;
    must(doc, removeItems, { items });
    const gone = readMap(doc);
    expect([gone.touchpoints.has('chat'), gone.handoffs.has('chat:call')]).toEqual([false, false]);
    expect(refusal(run(doc, removeItems, { items }, 'me'))).toBe('This was deleted already.');
    must(doc, restoreItems, { items });
    expect(readMap(doc)).toEqual(before);
    expect(refusal(run(doc, restoreItems, { items }, 'me'))).toBe('This is on the map already.');
  });

  it('does what is left to do when somebody deleted one of them before', () => {
    const doc = aMap(['sell', 'install']);
    must(doc, removeItems, { items: [{ kind: 'touchpoint', id: 'sell' }] });
    const both = ['sell', 'install'].map((id) => ({ kind: 'touchpoint', id }) as const);
    must(doc, removeItems, { items: both });
    expect(readMap(doc).touchpoints.list).toEqual([]);
  });
});
