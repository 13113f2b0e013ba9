import { expect, it } from 'vitest';
import { editText } from '../../shared/commands/editText.ts';
import { moveTouchpoints } from '../../shared/commands/moveTouchpoints.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { rerouteHandoff } from '../../shared/commands/rerouteHandoff.ts';
import { measureInter } from '../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../shared/layout/layoutMap.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import { presentMap } from '../../shared/model/presentMap.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { bigMap } from '../support/bigMap.ts';
import { drawMap, must } from '../support/mapBuilder.ts';
import { catchUp, gather, meetAgain, type Person } from '../support/people.ts';
import { randomFrom, seeds } from '../support/random.ts';

it.each(seeds(20))(
  'three people typing in one title all keep what they typed, each in their order (seed %i)',
  (seed) => {
    const random = randomFrom(seed);
    const people = gather(3, drawMap('| buy: compare \n sales | chat'));
    const typed = people.map(() => '');
    const titleOf = (person: Person) => readMap(person.doc).touchpoints.get('chat')?.title ?? '';
    for (let i = 0; i < 120; i++) {
      const who = random.below(3);
      const person = people[who]!;
      // Signs of one person only, so that what came from whom can be read off.
      const sign = String.fromCodePoint([0x41, 0x391, 0x410][who]! + (i % 24));
      const last = typed[who]!.at(-1);
      const at = last ? titleOf(person).lastIndexOf(last) + 1 : random.below(titleOf(person).length + 1);
      const splice = { at, remove: 0, insert: sign };
      must(person.doc, editText, { kind: 'touchpoint', id: 'chat', field: 'title', splice }, person.name);
      typed[who] += sign;
      if (random.chance(0.4)) catchUp(person, random.pick(people.filter((other) => other !== person)));
    }
    meetAgain(people);
    const titles = new Set(people.map(titleOf));
    expect(titles.size).toBe(1);
    const [title = ''] = titles;
    expect([...title].sort()).toEqual([...typed.join(''), ...'chat'].sort());
  },
);

it('a step deleted by one while another adds to it leaves the addition in the tray', () => {
  const [ana, ben] = gather(2, drawMap('| buy: compare | order \n sales | chat | confirm')) as [Person, Person];
  must(ana.doc, removeItems, { items: [{ kind: 'step', id: 'compare' }] }, ana.name);
  const place = { step: idOf<'step'>('compare'), lane: idOf<'lane'>('sales') };
  must(ben.doc, moveTouchpoints, { ids: [idOf('confirm')], place, before: null }, ben.name);
  meetAgain([ana, ben]);
  for (const { doc } of [ana, ben]) {
    expect(
      outlineOf(readMap(doc))
        .unplaced.touchpoints.map(({ id }) => id)
        .sort(),
    ).toEqual(['chat', 'confirm']);
  }
});

it('one card moved by two at once ends in one cell that one of them chose', () => {
  const start = drawMap('| buy: compare | order \n sales | chat | \n field | | ');
  const [ana, ben] = gather(2, start) as [Person, Person];
  const move = (who: Person, step: string, lane: string) => {
    const place = { step: idOf<'step'>(step), lane: idOf<'lane'>(lane) };
    must(who.doc, moveTouchpoints, { ids: [idOf('chat')], place, before: null }, who.name);
    return place;
  };
  const chosen = [move(ana, 'order', 'sales'), move(ben, 'compare', 'field')];
  meetAgain([ana, ben]);
  const places = [ana, ben].map(({ doc }) => readMap(doc).touchpoints.get('chat')?.place);
  expect(places[0]).toEqual(places[1]);
  expect(chosen).toContainEqual(places[0]);
});

it('a hand-off whose ends two people led onto one card is kept, and not drawn', () => {
  const start = drawMap('| buy: compare | order | pay \n sales | chat | confirm | bill', 'chat > confirm');
  const [ana, ben] = gather(2, start) as [Person, Person];
  must(ana.doc, rerouteHandoff, { id: idOf('chat:confirm'), to: idOf('bill') }, ana.name);
  must(ben.doc, rerouteHandoff, { id: idOf('chat:confirm'), from: idOf('bill') }, ben.name);
  meetAgain([ana, ben]);
  const map = readMap(ana.doc);
  expect(map.handoffs.get('chat:confirm')).toMatchObject({ from: 'bill', to: 'bill' });
  expect(layoutMap(map, measureInter).handoffs).toEqual([]);
  expect(presentMap('m', map).handoffs).toHaveLength(1);
  must(ana.doc, rerouteHandoff, { id: idOf('chat:confirm'), from: idOf('chat') }, ana.name);
  expect(layoutMap(readMap(ana.doc), measureInter).handoffs).toHaveLength(1);
});

it('two who insert at one place at once get an order that both see, and room to insert between', () => {
  const [ana, ben] = gather(2, bigMap({ stages: 1, stepsPerStage: 2, lanes: 1, touchpoints: 4, handoffs: 0 })) as [
    Person,
    Person,
  ];
  const place = { step: idOf<'step'>('step0'), lane: idOf<'lane'>('lane0') };
  must(ana.doc, moveTouchpoints, { ids: [idOf('t1')], place, before: idOf('t2') }, ana.name);
  must(ben.doc, moveTouchpoints, { ids: [idOf('t3')], place, before: idOf('t2') }, ben.name);
  meetAgain([ana, ben]);
  const cell = () =>
    outlineOf(readMap(ana.doc))
      .touchpointsIn('step0', 'lane0')
      .map(({ id }) => id as string);
  expect(cell()).toEqual(['t0', 't1', 't3', 't2']);
  must(ana.doc, moveTouchpoints, { ids: [idOf('t2')], place, before: idOf('t3') }, ana.name);
  expect(cell()).toEqual(['t0', 't1', 't2', 't3']);
});
