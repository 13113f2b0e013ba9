import type * as Y from 'yjs';
import { findingId } from '../gaps/findingId.ts';
import { EVERYONE } from '../model/emotion.ts';
import type { LaneId, PersonId, StepId, TouchpointId } from '../model/ids.ts';
import { type FieldsOf, writeMeta } from '../model/writeRecord.ts';
import { drawer, inMonths, monthsBefore } from './draw.ts';
import type { SampleOptions } from './index.ts';

/**
 * A chain of opticians after two years of work on its hand-offs: six departments, and nobody is dropped between them. The
 * finder of gaps has nothing to say about it, which shows what a map looks like when all of it is answered for.
 */
export function drawGlasses(doc: Y.Doc, { newId, today }: SampleOptions): void {
  const draw = drawer(doc, newId);
  writeMeta(doc, {
    description: 'From tired eyes to a goodbye in good terms, as it works today. All names and numbers are invented.',
    currency: 'EUR',
  });

  const lanes = draw('lanes', {
    marketing: { title: 'Marketing', visibility: 'frontstage' },
    contact: { title: 'Contact centre', visibility: 'frontstage' },
    optometry: { title: 'Optometry', visibility: 'frontstage' },
    shop: { title: 'Shop', visibility: 'frontstage' },
    workshop: { title: 'Workshop', visibility: 'backstage' },
    billing: { title: 'Billing', visibility: 'backstage' },
    voices: { title: 'Pains and ideas', kind: 'notes' },
  });
  const stages = draw('stages', {
    noticing: { title: 'Noticing', lifecycle: 'marketing', expects: [lanes.marketing] },
    choosing: { title: 'Choosing', lifecycle: 'sales', expects: [lanes.contact, lanes.optometry, lanes.shop] },
    making: { title: 'Making', lifecycle: 'service', expects: [lanes.workshop] },
    wearing: { title: 'Wearing', lifecycle: 'service', expects: [lanes.shop, lanes.billing, lanes.contact] },
    leaving: { title: 'Leaving', lifecycle: 'dismissal', expects: [lanes.contact] },
  });
  const people = draw('people', {
    ines: { name: 'Ines Marin', role: 'Head of marketing', department: lanes.marketing },
    paul: { name: 'Paul Okafor', role: 'Contact centre lead', department: lanes.contact },
    lin: { name: 'Lin Zhao', role: 'Head optometrist', department: lanes.optometry },
    ben: { name: 'Ben Adler', role: 'Area manager of shops', department: lanes.shop },
    omar: { name: 'Omar Haddad', role: 'Workshop master', department: lanes.workshop },
    greta: { name: 'Greta Lund', role: 'Billing lead', department: lanes.billing },
  });
  const personas = draw('personas', {
    first: {
      name: 'First pair',
      goals: 'To read again without a headache, and not to look older',
      share: 35,
      profitability: 'medium',
      costToServe: 58,
    },
    wearer: {
      name: 'Long-time wearer',
      goals: 'The same sharp sight as always, in one visit',
      share: 65,
      profitability: 'high',
      costToServe: 31,
    },
  });

  const felt = (value: number, belief: number): FieldsOf<'steps'> => ({
    emotions: [{ persona: EVERYONE, value }],
    evidence: [{ persona: EVERYONE, kinds: ['feedback', 'behaviour'] }],
    belief,
  });
  const steps = draw('steps', {
    notices: { ...felt(0, 0), stage: stages.noticing, title: 'Notices tired eyes' },
    books: { ...felt(1, 1), stage: stages.choosing, title: 'Books an eye test' },
    tests: {
      ...felt(1, 1),
      emotions: [
        { persona: EVERYONE, value: 1 },
        { persona: personas.first, value: 2 },
      ],
      stage: stages.choosing,
      title: 'Has the eyes tested',
      momentOfTruth: true,
      quote: 'Somebody explained for once what the numbers mean.',
    },
    chooses: { ...felt(2, 2), stage: stages.choosing, title: 'Chooses a frame' },
    waits: { ...felt(1, 1), stage: stages.making, title: 'Waits for the glasses' },
    collects: { ...felt(2, 2), stage: stages.wearing, title: 'Collects the glasses', momentOfTruth: true },
    wears: { ...felt(1, 1), stage: stages.wearing, title: 'Wears them every day' },
    asks: { ...felt(1, 1), stage: stages.wearing, title: 'Asks about a scratch' },
    moves: { ...felt(0, 0), stage: stages.leaving, title: 'Moves to another town' },
    takes: { ...felt(1, 0), stage: stages.leaving, title: 'Takes the records along' },
  });

  const at = (
    step: StepId,
    lane: LaneId,
    owner: PersonId,
    title: string,
    channel: string,
    rest: FieldsOf<'touchpoints'>,
  ): FieldsOf<'touchpoints'> => ({ place: { step, lane }, owner, title, channel, ...rest });
  const t = draw('touchpoints', {
    campaign: at(steps.notices, lanes.marketing, people.ines, 'Screen break campaign', 'social media', {
      systems: ['Campaign manager', 'Booking calendar'],
      customersPerMonth: 9_000,
      costEach: 0.9,
    }),
    booking: at(steps.books, lanes.contact, people.paul, 'Appointment booked', 'web', {
      systems: ['Booking calendar', 'Customer file'],
      customersPerMonth: 1_400,
      costEach: 2,
      moneyEach: 60,
    }),
    test: at(steps.tests, lanes.optometry, people.lin, 'Eye test', 'in person', {
      systems: ['Booking calendar', 'Customer file'],
      customersPerMonth: 1_300,
      costEach: 24,
      moneyEach: 90,
    }),
    advice: at(steps.chooses, lanes.shop, people.ben, 'Frame advice', 'in person', {
      systems: ['Customer file', 'Order book'],
      customersPerMonth: 1_150,
      costEach: 18,
      moneyEach: 140,
    }),
    fitting: at(steps.waits, lanes.workshop, people.omar, 'Lenses ground and fitted', 'in person', {
      systems: ['Order book'],
      customersPerMonth: 1_100,
      costEach: 41,
    }),
    handover: at(steps.collects, lanes.shop, people.ben, 'Fitted to the face', 'in person', {
      systems: ['Customer file', 'Order book'],
      customersPerMonth: 1_090,
      costEach: 9,
      moneyEach: 40,
    }),
    invoice: at(steps.collects, lanes.billing, people.greta, 'Invoice to the insurer', 'internal', {
      systems: ['Order book'],
      customersPerMonth: 1_090,
      costEach: 1.5,
    }),
    check: at(steps.wears, lanes.shop, people.ben, 'Call after four weeks', 'phone', {
      systems: ['Customer file'],
      customersPerMonth: 1_000,
      costEach: 3,
    }),
    help: at(steps.asks, lanes.contact, people.paul, 'Help at the first call', 'phone', {
      systems: ['Customer file'],
      customersPerMonth: 240,
      costEach: 5,
      moneyEach: 110,
    }),
    request: at(steps.moves, lanes.contact, people.paul, 'Address taken out', 'phone', {
      systems: ['Customer file'],
      customersPerMonth: 60,
      costEach: 4,
    }),
    records: at(steps.takes, lanes.contact, people.paul, 'Records and prescription sent', 'email', {
      systems: ['Customer file'],
      customersPerMonth: 60,
      costEach: 2,
    }),
  });

  const agreed = (
    from: TouchpointId,
    to: TouchpointId,
    owner: PersonId,
    medium: string,
    carries: string,
    [waitTarget, waitActual]: readonly [number, number],
  ): FieldsOf<'handoffs'> => ({
    ...{ from, to, owner, medium, carries, waitTarget, waitActual },
    accepted: true,
    information: 'all',
  });
  draw('handoffs', {
    click: agreed(t.campaign, t.booking, people.ines, 'Booking calendar', 'the page they came from', [1, 0.2]),
    arrive: agreed(t.booking, t.test, people.paul, 'Customer file', 'name, insurer, last prescription', [120, 96]),
    prescribe: agreed(t.test, t.advice, people.lin, 'Customer file', 'the new prescription', [0.5, 0.2]),
    order: agreed(t.advice, t.fitting, people.ben, 'Order book', 'frame, lenses, face measures', [4, 3]),
    ready: agreed(t.fitting, t.handover, people.omar, 'Order book', 'the tested pair and its measures', [96, 80]),
    charge: agreed(t.handover, t.invoice, people.ben, 'Order book', 'what was delivered, and the insurer', [24, 6]),
    remind: agreed(t.handover, t.check, people.ben, 'Customer file', 'date of the handing over', [700, 680]),
    pass: agreed(t.check, t.help, people.ben, 'Customer file', 'what was said in the call', [24, 4]),
    close: agreed(t.request, t.records, people.paul, 'Customer file', 'where the records go', [48, 20]),
  });

  const months = monthsBefore(today, 6);
  const monthly = (...values: number[]) => ({
    cadence: 'monthly' as const,
    values: values.map((value, index) => ({ date: months[index] ?? today, value })),
  });
  const on = (kind: 'stage' | 'step' | 'touchpoint', id: MeasuredId) => ({ on: { kind, id } });
  const percent = { unit: '%', better: 'higher' } as const;
  draw('metrics', {
    acquisition: {
      ...on('stage', stages.noticing),
      ...monthly(1010, 1040, 1060, 1090, 1120, 1150),
      title: 'Acquisition: new customers',
      kind: 'behavioural',
      target: 1100,
      source: 'Customer file',
    },
    booked: {
      ...on('touchpoint', t.booking),
      ...monthly(38, 40, 41, 43, 44, 46),
      ...percent,
      title: 'Booked online',
      kind: 'operational',
      target: 45,
      source: 'Booking calendar',
    },
    tested: {
      ...on('touchpoint', t.test),
      ...monthly(88, 89, 90, 91, 92, 93),
      ...percent,
      title: 'CSAT',
      kind: 'customer',
      target: 90,
      rewarded: true,
      source: 'Survey after the test',
    },
    onTime: {
      ...on('touchpoint', t.fitting),
      ...monthly(90, 92, 93, 95, 96, 97),
      ...percent,
      title: 'Ready on the promised day',
      kind: 'operational',
      target: 95,
      source: 'Order book',
    },
    promised: {
      ...on('stage', stages.making),
      ...monthly(80, 82, 84, 85, 86, 87),
      ...percent,
      title: 'Satisfaction with the wait (CSAT)',
      kind: 'customer',
      target: 85,
      source: 'Survey at the handing over',
    },
    nps: {
      ...on('stage', stages.wearing),
      ...monthly(48, 50, 53, 55, 57, 58),
      title: 'NPS',
      kind: 'customer',
      target: 55,
      source: 'Survey after four weeks',
    },
    solved: {
      ...on('touchpoint', t.help),
      ...monthly(80, 82, 83, 85, 86, 88),
      ...percent,
      title: 'First-contact resolution',
      kind: 'customer',
      target: 85,
      rewarded: true,
      source: 'Contact centre',
    },
    answered: {
      ...on('touchpoint', t.help),
      ...monthly(5.4, 5.2, 5.1, 5, 4.9, 4.8),
      title: 'Average handling time',
      kind: 'operational',
      unit: 'min',
      better: 'lower',
      target: 5,
      rewarded: true,
      source: 'Phone system',
    },
    profit: {
      ...on('stage', stages.wearing),
      ...monthly(17, 17, 18, 18, 19, 19),
      ...percent,
      title: 'Profitability',
      kind: 'financial',
      target: 18,
      source: 'Billing',
    },
    growth: {
      ...on('stage', stages.wearing),
      ...monthly(1.01, 1.01, 1.02, 1.02, 1.03, 1.03),
      title: 'Growth index',
      kind: 'financial',
      target: 1.02,
      source: 'Billing',
    },
    attrition: {
      ...on('stage', stages.leaving),
      ...monthly(0.9, 0.9, 0.8, 0.8, 0.7, 0.7),
      title: 'Attrition',
      kind: 'behavioural',
      unit: '% a month',
      better: 'lower',
      target: 0.8,
      source: 'Customer file',
    },
  });

  const notes = draw('notes', {
    glare: {
      place: { step: steps.wears, lane: lanes.voices },
      kind: 'pain',
      text: 'Headlights glare at night, and nobody asked about driving',
    },
    mirror: {
      place: { step: steps.chooses, lane: lanes.voices },
      kind: 'idea',
      text: 'A mirror that shows the frame with one’s own strength',
    },
  });
  draw('initiatives', {
    driving: {
      title: 'Ask about driving at the eye test',
      owner: people.lin,
      due: inMonths(today, 2),
      impact: 4,
      effort: 2,
      expectedValue: 24_000,
      status: 'doing',
      gaps: [findingId('pain-unanswered', [{ id: notes.glare }])],
    },
    recall: {
      title: 'Invite again after two years',
      owner: people.ines,
      due: inMonths(today, 4),
      impact: 5,
      effort: 2,
      expectedValue: 90_000,
      status: 'planned',
      audience: personas.wearer,
      channel: 'email',
      message: 'Two years are a long time for your eyes. Twenty minutes show whether your glasses still fit them.',
      testDesign: 'Half of those due are invited in the month, half a month later.',
      responseMetric: 'Eye tests booked within four weeks',
    },
  });
}

type MeasuredId = NonNullable<FieldsOf<'metrics'>['on']>['id'];
