import type * as Y from 'yjs';
import { addLane } from '../../shared/commands/addLane.ts';
import { addNote } from '../../shared/commands/addNote.ts';
import { addPerson } from '../../shared/commands/addPerson.ts';
import { addStage } from '../../shared/commands/addStage.ts';
import { addStep } from '../../shared/commands/addStep.ts';
import { addTouchpoint } from '../../shared/commands/addTouchpoint.ts';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { linkHandoff } from '../../shared/commands/linkHandoff.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { collectionOf, titleOf } from '../../shared/model/collections.ts';
import { EVERYONE, emotionOf } from '../../shared/model/emotion.ts';
import type { ItemKind } from '../../shared/model/fields.ts';
import { idOf } from '../../shared/model/ids.ts';
import { readMap } from '../../shared/model/readMap.ts';
import type { Handoff } from '../../shared/model/records.ts';
import { must } from './mapBuilder.ts';

/** A hand-off is found by its two ends. */
type Titled = Exclude<ItemKind, 'handoff'>;

/** The map that has no gap, and what one can break on it. */
class Sample {
  readonly doc: Y.Doc;

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  id(kind: Titled, title: string): string {
    const found = readMap(this.doc)[collectionOf(kind)].list.find((item) => titleOf(item) === title);
    if (!found) throw new Error(`The sample has no ${kind} “${title}”`);
    return found.id;
  }

  change<K extends Titled>(kind: K, title: string, fields: Parameters<typeof changeOf<K>>[2]): void {
    must(this.doc, changeItems, changeOf(kind, this.id(kind, title), fields));
  }

  handoff(from: string, to: string, fields: Partial<Omit<Handoff, 'id' | 'from' | 'to'>>): void {
    must(this.doc, changeItems, changeOf('handoff', this.handoffId(from, to), fields));
  }

  handoffId(from: string, to: string): string {
    const [start, end] = [this.id('touchpoint', from), this.id('touchpoint', to)];
    const found = readMap(this.doc).handoffs.list.find((handoff) => handoff.from === start && handoff.to === end);
    if (!found) throw new Error(`The sample has no hand-off from “${from}” to “${to}”`);
    return found.id;
  }

  /** A hand-off with everything agreed. */
  link(from: string, to: string): void {
    must(this.doc, linkHandoff, {
      id: idOf(`${this.id('touchpoint', from)}-${this.id('touchpoint', to)}`),
      fields: {
        from: idOf(this.id('touchpoint', from)),
        to: idOf(this.id('touchpoint', to)),
        owner: idOf(this.id('person', 'Ben Adler')),
        accepted: true,
        information: 'all',
        waitTarget: 24,
        waitActual: 10,
      },
    });
  }

  feel(step: string, value: number | null, belief: number | null = value): void {
    this.change('step', step, { emotions: value === null ? [] : [{ persona: EVERYONE, value }], belief });
  }

  remove(kind: Titled, ...titles: readonly string[]): void {
    must(this.doc, removeItems, { items: titles.map((title) => ({ kind, id: this.id(kind, title) })) });
  }
}

/** For each rule, the one thing that has to be changed on the map without gaps so that it has this one. */
const breaks: Readonly<Record<string, (sample: Sample) => void>> = {
  'lifecycle-incomplete': (s) => s.change('stage', 'Leaving', { lifecycle: 'other' }),
  'stage-empty': (s) => must(s.doc, addStage, { id: idOf('empty'), fields: { title: 'Coming back' } }),
  'step-untouched': (s) =>
    must(s.doc, addStep, {
      id: idOf('alone'),
      before: idOf(s.id('step', 'Asks about a scratch')),
      fields: {
        stage: idOf(s.id('stage', 'Wearing')),
        title: 'Shows them to friends',
        momentOfTruth: true,
        emotions: [{ persona: EVERYONE, value: 1 }],
        evidence: [{ persona: EVERYONE, kinds: ['feedback', 'behaviour'] }],
      },
    }),
  'department-silent': (s) => must(s.doc, addLane, { id: idOf('silent'), fields: { title: 'Legal' } }),
  'plan-mismatch': (s) =>
    s.change('stage', 'Making', { expects: [idOf(s.id('lane', 'Workshop')), idOf(s.id('lane', 'Marketing'))] }),
  'touchpoint-unowned': (s) => s.change('touchpoint', 'Call after four weeks', { owner: null }),
  'handoff-unowned': (s) => s.handoff('Eye test', 'Frame advice', { owner: null }),
  'handoff-unaccepted': (s) => s.handoff('Frame advice', 'Lenses ground and fitted', { accepted: false }),
  'owner-elsewhere': (s) =>
    s.change('touchpoint', 'Invoice to the insurer', { owner: idOf(s.id('person', 'Omar Haddad')) }),
  'owner-overloaded'(s) {
    const busy = idOf<'person'>('busy');
    must(s.doc, addPerson, { id: busy, fields: { name: 'Max Busy' } });
    for (const title of ['Screen break campaign', 'Eye test', 'Lenses ground and fitted']) {
      s.change('touchpoint', title, { owner: busy });
    }
  },
  'handoff-missing': (s) =>
    must(s.doc, removeItems, {
      items: [{ kind: 'handoff', id: s.handoffId('Call after four weeks', 'Help at the first call') }],
    }),
  'dead-end'(s) {
    s.feel('Books an eye test', -1);
    must(s.doc, removeItems, {
      items: [{ kind: 'handoff', id: s.handoffId('Appointment booked', 'Eye test') }],
    });
    s.link('Screen break campaign', 'Eye test');
  },
  'ping-pong': (s) => s.link('Lenses ground and fitted', 'Frame advice'),
  'passed-along'(s) {
    const lane = (title: string) => idOf<'lane'>(s.id('lane', title));
    const add = (title: string, department: string, owner: string) =>
      must(s.doc, addTouchpoint, {
        id: idOf(title.replaceAll(' ', '-')),
        fields: {
          title,
          place: { step: idOf(s.id('step', 'Chooses a frame')), lane: lane(department) },
          owner: idOf(s.id('person', owner)),
        },
      });
    add('Cover asked of the insurer', 'Billing', 'Greta Lund');
    add('Customer told of the cover', 'Contact centre', 'Paul Okafor');
    s.change('stage', 'Choosing', { expects: ['Contact centre', 'Optometry', 'Shop', 'Billing'].map(lane) });
    s.link('Frame advice', 'Cover asked of the insurer');
    s.link('Cover asked of the insurer', 'Customer told of the cover');
  },
  backwards: (s) => s.link('Help at the first call', 'Eye test'),
  'repeated-information': (s) => s.handoff('Fitted to the face', 'Call after four weeks', { customerRepeats: true }),
  'channel-break'(s) {
    s.handoff('Screen break campaign', 'Appointment booked', { information: 'some' });
    s.change('touchpoint', 'Screen break campaign', { systems: ['Campaign manager'] });
  },
  'system-break'(s) {
    s.handoff('Frame advice', 'Lenses ground and fitted', { information: 'some' });
    s.change('touchpoint', 'Lenses ground and fitted', { systems: ['Lens grinder'] });
  },
  'wait-over-target': (s) => s.handoff('Lenses ground and fitted', 'Fitted to the face', { waitActual: 200 }),
  'wait-untargeted': (s) => s.handoff('Fitted to the face', 'Invoice to the insurer', { waitTarget: null }),
  'emotion-unrated': (s) => s.feel('Asks about a scratch', null),
  'emotion-drop': (s) => s.feel('Wears them every day', 0),
  'bad-moment-of-truth'(s) {
    // Lower before it, so that it is no fall as well.
    const before = readMap(s.doc).steps.get(s.id('step', 'Books an eye test'));
    if (before && (emotionOf(before) ?? 0) > 0) s.feel('Books an eye test', 0);
    s.feel('Has the eyes tested', -1);
  },
  'perception-gap': (s) => s.change('step', 'Waits for the glasses', { belief: -1 }),
  'bad-ending': (s) => s.feel('Takes the records along', -1),
  'no-evidence': (s) => s.change('step', 'Moves to another town', { evidence: [] }),
  'feedback-only': (s) =>
    s.change('step', 'Chooses a frame', { evidence: [{ persona: EVERYONE, kinds: ['feedback'] }] }),
  'pain-unanswered': (s) =>
    must(s.doc, addNote, {
      id: idOf('pain'),
      fields: {
        text: 'The case breaks within a year',
        place: { step: idOf(s.id('step', 'Wears them every day')), lane: idOf(s.id('lane', 'Pains and ideas')) },
      },
    }),
  unmeasured: (s) => s.remove('metric', 'Ready on the promised day', 'Satisfaction with the wait (CSAT)'),
  'unbalanced-metric': (s) => s.remove('metric', 'Satisfaction with the wait (CSAT)'),
  'rewarded-speed': (s) => s.change('metric', 'Ready on the promised day', { rewarded: true }),
  'off-target': (s) => s.change('metric', 'NPS', { target: 70 }),
  untargeted: (s) => s.change('metric', 'First-contact resolution', { target: null }),
  'stale-metric': (s) => s.change('metric', 'Booked online', { cadence: 'daily' }),
  'core-metric-missing': (s) => s.change('metric', 'Growth index', { title: 'Frames a customer' }),
  'no-money'(s) {
    const map = readMap(s.doc);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    must(s.doc, changeItems, {
      kind: 'touchpoint',
      ids: ids(map.touchpoints.list),
      fields: { costEach: null, moneyEach: null },
    });
    must(s.doc, changeItems, { kind: 'persona', ids: ids(map.personas.list), fields: { costToServe: null } });
    must(s.doc, changeItems, { kind: 'initiative', ids: ids(map.initiatives.list), fields: { expectedValue: null } });
    const financial = map.metrics.list.filter(({ kind }) => kind === 'financial');
    must(s.doc, changeItems, { kind: 'metric', ids: ids(financial), fields: { kind: 'behavioural' } });
  },
  'no-persona': (s) => s.remove('persona', 'First pair', 'Long-time wearer'),
  'persona-unvalued': (s) => s.change('persona', 'First pair', { profitability: null }),
  // Asks about another gap, so it never stands alone.
  'gap-unanswered': (s) => s.handoff('Eye test', 'Frame advice', { owner: null }),
};

export const BROKEN_RULES = Object.keys(breaks);

/** Breaks the map without gaps so that this rule has something to find. */
export function breakRule(doc: Y.Doc, rule: string): Y.Doc {
  const make = breaks[rule];
  if (!make) throw new Error(`Nobody knows how to break ${rule}`);
  make(new Sample(doc));
  return doc;
}
