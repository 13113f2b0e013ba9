import { describe, expect, it } from 'vitest';
import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { addLane } from '../../../shared/commands/addLane.ts';
import { addMetric } from '../../../shared/commands/addMetric.ts';
import { addNote } from '../../../shared/commands/addNote.ts';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { addPersona } from '../../../shared/commands/addPersona.ts';
import { addStage } from '../../../shared/commands/addStage.ts';
import { addStep } from '../../../shared/commands/addStep.ts';
import { addTouchpoint } from '../../../shared/commands/addTouchpoint.ts';
import { run } from '../../../shared/commands/command.ts';
import { linkHandoff } from '../../../shared/commands/linkHandoff.ts';
import { ownUndo } from '../../../shared/commands/ownUndo.ts';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { idOf, type PersonId } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { writeFields } from '../../../shared/model/writeRecord.ts';
import { aMap, drawMap, must } from '../../support/mapBuilder.ts';

const drawn = () => drawMap('| buy: compare | order \n sales | chat, call | confirm \n pains # | |');
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const at = (step: string, lane: string) => ({ step: idOf<'step'>(step), lane: idOf<'lane'>(lane) });
const refusal = (outcome: ReturnType<typeof run>) => (outcome.status === 'refused' ? outcome.reason : null);

describe('a new item', () => {
  it('goes before the one it is told to, or to the end', () => {
    const doc = drawn();
    must(doc, addStage, { id: idOf('first'), before: idOf('buy') });
    must(doc, addStage, { id: idOf('last') });
    expect(ids(readMap(doc).stages.list)).toEqual(['first', 'buy', 'last']);
    must(doc, addLane, { id: idOf('top'), before: idOf('sales') });
    expect(ids(readMap(doc).lanes.list)).toEqual(['top', 'sales', 'pains']);
    must(doc, addStep, { id: idOf('between'), fields: { stage: idOf('buy') }, before: idOf('order') });
    expect(ids(outlineOf(readMap(doc)).steps)).toEqual(['compare', 'between', 'order']);
    must(doc, addTouchpoint, { id: idOf('mail'), fields: { place: at('compare', 'sales') }, before: idOf('call') });
    expect(ids(outlineOf(readMap(doc)).touchpointsIn('compare', 'sales'))).toEqual(['chat', 'mail', 'call']);
    must(doc, addNote, { id: idOf('slow'), fields: { place: at('compare', 'pains'), text: 'too slow' } });
    must(doc, addPersona, { id: idOf('senior'), fields: { name: 'Senior' } });
    must(doc, addPersona, { id: idOf('junior'), fields: { name: 'Junior' }, before: idOf('senior') });
    must(doc, addInitiative, { id: idOf('fix'), fields: { title: 'Fix it' } });
    const map = readMap(doc);
    expect(ids(map.personas.list)).toEqual(['junior', 'senior']);
    expect(map.notes.get('slow')).toMatchObject({ kind: 'pain', text: 'too slow' });
    expect(map.initiatives.get('fix')).toMatchObject({ status: 'idea', owner: null });
  });

  it('keeps the order that comes with it', () => {
    const doc = drawn();
    must(doc, addStage, { id: idOf('pasted'), fields: { order: 'Zz' } });
    expect(ids(readMap(doc).stages.list)).toEqual(['pasted', 'buy']);
  });

  it('is refused under an id that is taken, deleted or no id', () => {
    const doc = drawn();
    must(doc, removeItems, { items: [{ kind: 'touchpoint', id: 'chat' }] });
    for (const id of ['chat', 'call']) {
      const outcome = run(doc, addTouchpoint, { id: idOf(id), fields: { place: at('order', 'sales') } }, 'me');
      expect(refusal(outcome)).toBe('This is on the map already.');
    }
    // A caller that slipped past `idOf`.
    const outcome = run(doc, addPerson, { id: '__proto__' as PersonId }, 'me');
    expect(refusal(outcome)).toBe('This id cannot be used.');
  });

  it('is refused where it cannot stand', () => {
    const doc = drawn();
    expect(refusal(run(doc, addStep, { id: idOf('x') }, 'me'))).toMatch('belongs to a stage');
    expect(refusal(run(doc, addStep, { id: idOf('x'), fields: { stage: idOf('gone') } }, 'me'))).toMatch(
      'just removed',
    );
    expect(refusal(run(doc, addMetric, { id: idOf('x') }, 'me'))).toMatch('measures');
    const inNotes = { id: idOf<'touchpoint'>('x'), fields: { place: at('order', 'pains') } };
    expect(refusal(run(doc, addTouchpoint, inNotes, 'me'))).toMatch('holds notes');
    const nowhere = { id: idOf<'touchpoint'>('x'), fields: { place: at('gone', 'sales') } };
    expect(refusal(run(doc, addTouchpoint, nowhere, 'me'))).toBe('This step was just removed.');
    const unowned = { id: idOf<'touchpoint'>('x'), fields: { owner: idOf<'person'>('nobody') } };
    expect(refusal(run(doc, addTouchpoint, unowned, 'me'))).toBe('This person was just removed.');
  });
});

describe('a new hand-off', () => {
  const link = (doc: ReturnType<typeof drawn>, id: string, from: string, to: string) =>
    run(doc, linkHandoff, { id: idOf(id), fields: { from: idOf(from), to: idOf(to) } }, 'me');

  it('leads from one touchpoint to another, once', () => {
    const doc = drawn();
    expect(link(doc, 'h1', 'chat', 'confirm')).toEqual({ status: 'done' });
    expect(readMap(doc).handoffs.get('h1')).toMatchObject({
      from: 'chat',
      to: 'confirm',
      owner: null,
      accepted: false,
    });
    expect(refusal(link(doc, 'h2', 'chat', 'confirm'))).toMatch('linked already');
    expect(link(doc, 'h3', 'confirm', 'chat')).toEqual({ status: 'done' });
  });

  it('is refused to itself and to what is gone', () => {
    const doc = drawn();
    expect(refusal(link(doc, 'h', 'chat', 'chat'))).toMatch('to itself');
    must(doc, removeItems, { items: [{ kind: 'touchpoint', id: 'confirm' }] });
    expect(refusal(link(doc, 'h', 'chat', 'confirm'))).toMatch('just removed');
    expect(refusal(run(doc, linkHandoff, { id: idOf('h') }, 'me'))).toMatch('from one touchpoint to another');
  });
});

describe('taking back a new item', () => {
  it('hides it with all that others wrote into it; doing it again shows that', () => {
    const doc = aMap();
    const undo = ownUndo(doc, 'me');
    must(doc, addStage, { id: idOf('s'), fields: { title: 'Mine' } }, 'me');
    writeFields(doc, 'stages', 's', { title: 'Mine and theirs' });
    undo.undo();
    expect(readMap(doc).stages.has('s')).toBe(false);
    expect(readMap(doc).stages.removed.get('s')?.title).toBe('Mine and theirs');
    undo.redo();
    expect(readMap(doc).stages.get('s')?.title).toBe('Mine and theirs');
  });

  it('is one step, and others never see the item half made', () => {
    const doc = aMap();
    const undo = ownUndo(doc, 'me');
    const titles: string[][] = [];
    doc.on('update', () => titles.push(readMap(doc).stages.list.map(({ title }) => title)));
    must(doc, addStage, { id: idOf('s'), fields: { title: 'Whole' } }, 'me');
    expect(titles).toEqual([['stage'], ['stage', 'Whole']]);
    expect(undo.undoStack).toHaveLength(1);
  });
});
