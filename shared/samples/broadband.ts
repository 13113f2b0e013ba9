import type * as Y from 'yjs';
import { findingId } from '../gaps/findingId.ts';
import { EVERYONE } from '../model/emotion.ts';
import type { LaneId, PersonaId, StepId, TouchpointId } from '../model/ids.ts';
import type { Evidence } from '../model/records.ts';
import { type FieldsOf, writeMeta } from '../model/writeRecord.ts';
import { drawer, inMonths, monthsBefore } from './draw.ts';
import type { SampleOptions } from './index.ts';

/**
 * A household changes its broadband provider. Six departments take part, each of them well run, and the customer is
 * dropped between them: the sample is drawn so that its gaps are the ones people know from their own company.
 */
export function drawBroadband(doc: Y.Doc, { newId, today }: SampleOptions): void {
  const draw = drawer(doc, newId);
  writeMeta(doc, {
    description: 'From the first advertisement to the last bill, as it is today. All names and numbers are invented.',
    currency: 'GBP',
  });

  const stages = draw('stages', {
    marketing: { title: 'Marketing', lifecycle: 'marketing' },
    sales: { title: 'Sales', lifecycle: 'sales' },
    onboarding: { title: 'Onboarding', lifecycle: 'service' },
    service: { title: 'Service', lifecycle: 'service' },
    leaving: { title: 'Leaving', lifecycle: 'dismissal' },
  });
  const lanes = draw('lanes', {
    marketing: { title: 'Marketing', visibility: 'frontstage', hue: 0 },
    sales: { title: 'Sales', visibility: 'frontstage', hue: 1 },
    service: { title: 'Service', visibility: 'frontstage', hue: 2 },
    retention: { title: 'Retention', visibility: 'frontstage', hue: 5 },
    field: { title: 'Field', visibility: 'backstage', hue: 3 },
    billing: { title: 'Billing', visibility: 'backstage', hue: 4 },
    voices: { title: 'Pains and ideas', kind: 'notes' },
  });
  const people = draw('people', {
    lena: { name: 'Lena Brandt', role: 'Head of campaigns', department: lanes.marketing },
    mika: { name: 'Mika Koch', role: 'Online sales lead', department: lanes.sales },
    aisha: { name: 'Aisha Rahman', role: 'Service manager', department: lanes.service },
    tom: { name: 'Tom Stewart', role: 'Field operations', department: lanes.field },
    petra: { name: 'Petra Wolf', role: 'Billing manager', department: lanes.billing },
    jo: { name: 'Jo Osei', role: 'Retention lead', department: lanes.retention },
  });
  const personas = draw('personas', {
    family: {
      name: 'Busy family',
      goals: 'Online from the first evening in the new flat, without taking a day off',
      share: 60,
      profitability: 'high',
      costToServe: 46,
    },
    saver: {
      name: 'Price switcher',
      goals: 'Never to pay more than new customers do',
      share: 40,
      profitability: 'low',
      costToServe: 71,
    },
  });
  const steps = draw('steps', {
    sees: { ...step(0, 1, ['behaviour']), stage: stages.marketing, title: 'Sees an offer' },
    compares: {
      ...step(1, 1, ['feedback'], [personas.saver, 2]),
      stage: stages.sales,
      title: 'Compares plans',
      quote: 'Finally a page that shows the price after the first year.',
    },
    orders: { ...step(1, 1, ['feedback', 'behaviour']), stage: stages.sales, title: 'Orders online' },
    waits: {
      ...step(-2, 1, ['feedback', 'behaviour'], [personas.saver, -1]),
      stage: stages.onboarding,
      title: 'Waits for the engineer',
      momentOfTruth: true,
      quote: 'I gave my address three times and took two days off for nobody.',
    },
    connected: {
      ...step(2, 2, ['feedback', 'behaviour']),
      stage: stages.onboarding,
      title: 'Gets connected',
      momentOfTruth: true,
    },
    bill: {
      ...step(-1, 1, ['feedback', 'behaviour'], [personas.saver, -2]),
      stage: stages.service,
      title: 'First bill arrives',
      quote: 'Why is it twice the price I ordered?',
    },
    settled: { ...step(0, 0, ['behaviour']), stage: stages.service, title: 'Uses it for a year' },
    thinks: { ...step(-1, 0, ['behaviour'], [personas.saver, -2]), stage: stages.leaving, title: 'Thinks of leaving' },
    leaves: { ...step(-1, 0, ['feedback']), stage: stages.leaving, title: 'Says goodbye' },
  });

  const at = (where: StepId, lane: LaneId, rest: FieldsOf<'touchpoints'>) => ({
    place: { step: where, lane },
    ...rest,
  });
  const t = draw('touchpoints', {
    campaign: at(steps.sees, lanes.marketing, {
      title: 'TV and search campaign',
      channel: 'advertising',
      owner: people.lena,
      systems: ['Campaign manager'],
      customersPerMonth: 60_000,
      costEach: 1.4,
    }),
    prices: at(steps.compares, lanes.marketing, {
      title: 'Price comparison page',
      channel: 'web',
      owner: people.lena,
      systems: ['Campaign manager', 'Web shop'],
      customersPerMonth: 14_000,
    }),
    chat: at(steps.compares, lanes.sales, {
      title: 'Web chat with sales',
      channel: 'chat',
      owner: people.mika,
      systems: ['CRM', 'Web shop'],
      customersPerMonth: 3_200,
      costEach: 4,
      moneyEach: 30,
    }),
    order: at(steps.orders, lanes.sales, {
      title: 'Order confirmed',
      description: 'The customer names address, old provider and the day of the move.',
      channel: 'email',
      owner: people.mika,
      systems: ['CRM', 'Web shop'],
      customersPerMonth: 1_200,
      costEach: 2,
      moneyEach: 150,
    }),
    status: at(steps.waits, lanes.service, {
      title: 'Status line',
      channel: 'phone',
      owner: people.aisha,
      systems: ['CRM'],
      customersPerMonth: 900,
      costEach: 6.5,
      moneyEach: 90,
    }),
    booking: at(steps.waits, lanes.field, {
      title: 'Book engineer',
      description: 'Dispatch asks for address and entry again, by phone.',
      channel: 'phone',
      systems: ['Dispatch'],
      customersPerMonth: 1_200,
      costEach: 9,
    }),
    welcome: at(steps.connected, lanes.service, {
      title: 'Welcome call',
      channel: 'phone',
      owner: people.aisha,
      systems: ['CRM'],
      customersPerMonth: 1_100,
      costEach: 5,
    }),
    visit: at(steps.connected, lanes.field, {
      title: 'Engineer visit',
      channel: 'in person',
      owner: people.tom,
      systems: ['Dispatch'],
      customersPerMonth: 1_100,
      costEach: 62,
      moneyEach: 60,
    }),
    billCalls: at(steps.bill, lanes.service, {
      title: 'Calls about the bill',
      channel: 'phone',
      owner: people.aisha,
      systems: ['CRM', 'Billing system'],
      customersPerMonth: 400,
      costEach: 7.5,
      moneyEach: 140,
    }),
    bill: at(steps.bill, lanes.billing, {
      title: 'First bill',
      channel: 'email',
      owner: people.petra,
      systems: ['Billing system'],
      customersPerMonth: 1_100,
      costEach: 0.6,
      moneyEach: 40,
    }),
    care: at(steps.settled, lanes.service, {
      title: 'Help with the line',
      channel: 'phone',
      owner: people.aisha,
      systems: ['CRM'],
      customersPerMonth: 700,
      costEach: 8,
    }),
    offer: at(steps.thinks, lanes.retention, {
      title: 'Offer to stay',
      channel: 'phone',
      owner: people.jo,
      systems: ['CRM'],
      customersPerMonth: 300,
      costEach: 11,
      moneyEach: 280,
    }),
    goodbye: at(steps.leaves, lanes.retention, {
      title: 'Cancellation confirmed',
      channel: 'email',
      owner: people.jo,
      systems: ['CRM'],
      customersPerMonth: 190,
      costEach: 1,
    }),
    lastBill: at(steps.leaves, lanes.billing, {
      title: 'Last bill and router return',
      channel: 'mail',
      owner: people.petra,
      systems: ['Billing system'],
      customersPerMonth: 190,
      costEach: 4,
    }),
  });

  const from = (start: TouchpointId, to: TouchpointId, rest: FieldsOf<'handoffs'>) => ({ from: start, to, ...rest });
  const sound = { accepted: true, information: 'all' } as const;
  draw('handoffs', {
    click: from(t.campaign, t.prices, { ...sound, owner: people.lena, medium: 'link' }),
    ask: from(t.prices, t.chat, {
      accepted: true,
      information: 'some',
      owner: people.lena,
      carries: 'the plan that was looked at',
      medium: 'Web shop',
    }),
    buy: from(t.chat, t.order, { ...sound, owner: people.mika, medium: 'Web shop' }),
    install: from(t.order, t.booking, {
      owner: people.mika,
      information: 'none',
      customerRepeats: true,
      waitTarget: 24,
      waitActual: 72,
      medium: 'spreadsheet, sent each night',
    }),
    inform: from(t.booking, t.status, {
      accepted: true,
      information: 'some',
      owner: people.tom,
      carries: 'the date, not the time',
      medium: 'email',
    }),
    visit: from(t.booking, t.visit, {
      ...sound,
      owner: people.tom,
      waitTarget: 120,
      waitActual: 190,
      medium: 'Dispatch',
    }),
    greet: from(t.visit, t.welcome, {
      ...sound,
      owner: people.tom,
      waitTarget: 24,
      waitActual: 20,
      medium: 'CRM note',
    }),
    charge: from(t.visit, t.bill, {
      information: 'some',
      carries: 'the day of connection',
      waitActual: 210,
      medium: 'file',
    }),
    explain: from(t.bill, t.billCalls, { ...sound, owner: people.petra, medium: 'Billing system' }),
    settle: from(t.billCalls, t.care, { ...sound, owner: people.aisha, medium: 'CRM' }),
    confirm: from(t.offer, t.goodbye, { ...sound, owner: people.jo, medium: 'CRM' }),
    close: from(t.goodbye, t.lastBill, {
      ...sound,
      owner: people.jo,
      waitTarget: 48,
      waitActual: 30,
      medium: 'Billing system',
    }),
  });

  const months = monthsBefore(today, 6);
  const monthly = (...values: number[]) => ({
    cadence: 'monthly' as const,
    values: values.map((value, index) => ({ date: months[index + months.length - values.length] ?? today, value })),
  });
  const on = (kind: 'stage' | 'step' | 'touchpoint', id: MeasuredId) => ({ on: { kind, id } });
  draw('metrics', {
    clicks: {
      ...on('touchpoint', t.campaign),
      ...monthly(1.8, 1.9, 1.9, 2, 2.1, 2.1),
      title: 'CTR',
      kind: 'behavioural',
      unit: '%',
      target: 2,
      source: 'Campaign manager',
    },
    acquisition: {
      ...on('stage', stages.sales),
      ...monthly(1180, 1210, 1190, 1240, 1230, 1200),
      title: 'Acquisition: new customers',
      kind: 'behavioural',
      target: 1250,
      source: 'CRM',
    },
    conversion: {
      ...on('touchpoint', t.chat),
      ...monthly(9.2, 9.8, 10.1, 10.6, 11, 11),
      title: 'Conv.',
      kind: 'behavioural',
      unit: '%',
      target: 10,
      source: 'Web shop',
    },
    handling: {
      ...on('touchpoint', t.status),
      ...monthly(7.1, 7.2, 7.4, 7.3, 7.6, 7.7),
      title: 'Average handling time',
      kind: 'operational',
      unit: 'min',
      better: 'lower',
      target: 6,
      rewarded: true,
      source: 'Phone system',
    },
    onTime: {
      ...on('touchpoint', t.visit),
      ...monthly(78, 77, 74, 74, 72, 71),
      title: 'On time',
      kind: 'operational',
      unit: '%',
      target: 90,
      source: 'Dispatch',
    },
    welcomed: {
      ...on('touchpoint', t.welcome),
      ...monthly(4.1, 4.2, 4.2, 4.3, 4.4, 4.4),
      title: 'CSAT',
      kind: 'customer',
      unit: '',
      target: 4.2,
      source: 'Survey after the call',
    },
    solved: {
      ...on('touchpoint', t.billCalls),
      ...monthly(69, 68, 66, 65, 63, 62),
      title: 'First-contact resolution',
      kind: 'customer',
      unit: '%',
      target: 80,
      source: 'CRM',
    },
    disputes: {
      ...on('touchpoint', t.bill),
      ...monthly(6, 6, 7, 8, 8, 9),
      title: 'Disputes',
      kind: 'operational',
      unit: '%',
      better: 'lower',
      target: 4,
      source: 'Billing system',
    },
    nps: {
      ...on('stage', stages.service),
      ...monthly(14, 12, 11, 11, 9, 8),
      title: 'NPS',
      kind: 'customer',
      target: 20,
      source: 'Survey each quarter',
    },
    attrition: {
      ...on('stage', stages.leaving),
      ...monthly(1.4, 1.4, 1.5, 1.6, 1.7, 1.7),
      title: 'Attrition',
      kind: 'behavioural',
      unit: '% a month',
      better: 'lower',
      target: 1.2,
      source: 'CRM',
    },
    saved: {
      ...on('touchpoint', t.offer),
      ...monthly(31, 33, 35, 34, 36, 37),
      title: 'Stayed',
      kind: 'behavioural',
      unit: '%',
      target: 35,
      source: 'CRM',
    },
  });

  const noteAt = (where: StepId) => ({ place: { step: where, lane: lanes.voices } });
  const notes = draw('notes', {
    repeat: { ...noteAt(steps.waits), kind: 'pain', text: 'Gives the same address three times' },
    tracking: { ...noteAt(steps.waits), kind: 'idea', text: 'Show where the engineer is, as parcels do' },
    evening: { ...noteAt(steps.connected), kind: 'quote', text: '“He even set up the printer.”' },
    double: { ...noteAt(steps.bill), kind: 'pain', text: 'Connection fee and first month come as one sum' },
    loyal: { ...noteAt(steps.thinks), kind: 'pain', text: 'New customers pay less than old ones' },
  });

  draw('initiatives', {
    oneOrder: {
      title: 'One order for Sales and Field',
      description: 'The order travels to Dispatch with address and entry; nobody asks again.',
      owner: people.mika,
      due: inMonths(today, 2),
      impact: 5,
      effort: 3,
      expectedValue: 180_000,
      status: 'doing',
      gaps: [
        findingId('bad-moment-of-truth', [{ id: steps.waits }]),
        findingId('pain-unanswered', [{ id: notes.repeat }]),
      ],
    },
    firstBill: {
      title: 'A first bill that explains itself',
      owner: people.petra,
      due: inMonths(today, 4),
      impact: 4,
      effort: 2,
      expectedValue: 44_000,
      status: 'planned',
      gaps: [findingId('pain-unanswered', [{ id: notes.double }])],
    },
    winBack: {
      title: 'Call before the contract ends',
      owner: people.jo,
      due: inMonths(today, 3),
      impact: 3,
      effort: 2,
      expectedValue: 60_000,
      status: 'idea',
      audience: personas.saver,
      channel: 'phone',
      message: 'You get the price of new customers, without asking.',
      testDesign: 'Half of the contracts that end in a month are called, half are not.',
      responseMetric: 'Attrition in the month after the end of the contract',
    },
  });
}

type MeasuredId = NonNullable<FieldsOf<'metrics'>['on']>['id'];

/** How everyone feels at a step, what the company believes, what backs it, and a persona who feels otherwise. */
function step(
  emotion: number,
  belief: number,
  kinds: readonly Evidence[],
  other?: readonly [PersonaId, number],
): FieldsOf<'steps'> {
  const own = other ? [{ persona: other[0], value: other[1] }] : [];
  return {
    emotions: [{ persona: EVERYONE, value: emotion }, ...own],
    evidence: [{ persona: EVERYONE, kinds }],
    belief,
  };
}
