import type * as Y from 'yjs';
import { addLane } from '../../shared/commands/addLane.ts';
import { addNote } from '../../shared/commands/addNote.ts';
import { addStage } from '../../shared/commands/addStage.ts';
import { addStep } from '../../shared/commands/addStep.ts';
import { addTouchpoint } from '../../shared/commands/addTouchpoint.ts';
import { type Command, run } from '../../shared/commands/command.ts';
import { linkHandoff } from '../../shared/commands/linkHandoff.ts';
import { idOf } from '../../shared/model/ids.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import type { Visibility } from '../../shared/model/records.ts';

/** Whoever built the map, for those who track origins. */
export const BUILDER = 'builder';

/**
 * A map with these touchpoints side by side: each in a step of its own (`step-1`, `step-2`, ... of the stage `stage`),
 * all in the lane `lane`. A touchpoint's id is its title.
 */
export function aMap(touchpoints: readonly string[] = []): Y.Doc {
  const doc = newMapDoc('Test map', 1);
  must(doc, addStage, { id: idOf('stage'), fields: { title: 'stage' } });
  must(doc, addLane, { id: idOf('lane'), fields: { title: 'lane' } });
  for (const [index, title] of touchpoints.entries()) {
    const step = idOf<'step'>(`step-${index + 1}`);
    must(doc, addStep, { id: step, fields: { title: step, stage: idOf('stage') } });
    must(doc, addTouchpoint, { id: idOf(title), fields: { title, place: { step, lane: idOf('lane') } } });
  }
  return doc;
}

/**
 * A map as it is drawn, with hand-offs as chains:
 *
 *     drawMap(`
 *                  | buy: compare | order   | use: install
 *       sales      | chat, call   | confirm |
 *       field -    |              |         | visit
 *       pains #    | too slow     |         |`, 'chat > confirm > visit')
 *
 * A step without `stage:` belongs to the stage before it; `buy:` alone is a stage without steps. Lanes: `-` backstage,
 * `--` support, `#` notes. Ids are the titles with hyphens for spaces; the hand-off
 * `chat > confirm` has the id `chat:confirm`.
 */
export function drawMap(drawing: string, ...chains: readonly string[]): Y.Doc {
  const doc = newMapDoc('Test map', 1);
  const [header = [], ...rows] = drawing
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const steps = drawSteps(doc, header.slice(1));
  for (const [lane = '', ...cells] of rows) {
    const [title = '', sign = ''] = lane.split(/\s(?=[-#]+$)/).map((part) => part.trim());
    const laneId = idOf<'lane'>(slug(title));
    const kind = sign === '#' ? 'notes' : 'department';
    must(doc, addLane, { id: laneId, fields: { title, kind, visibility: visibilities[sign] ?? 'frontstage' } });
    for (const [index, cell] of cells.entries()) {
      const step = steps[index];
      for (const text of cell.split(',').map((part) => part.trim())) {
        if (!step || !text) continue;
        const place = { step, lane: laneId };
        if (kind === 'notes') must(doc, addNote, { id: idOf(slug(text)), fields: { text, place } });
        else must(doc, addTouchpoint, { id: idOf(slug(text)), fields: { title: text, place } });
      }
    }
  }
  for (const chain of chains) drawChain(doc, chain);
  return doc;
}

const visibilities: Readonly<Record<string, Visibility>> = { '-': 'backstage', '--': 'support' };

function drawSteps(doc: Y.Doc, cells: readonly string[]) {
  let stage = '';
  return cells.map((cell) => {
    const [named, title] = cell.includes(':') ? cell.split(':').map((part) => part.trim()) : [undefined, cell];
    if (named) {
      stage = slug(named);
      must(doc, addStage, { id: idOf(stage), fields: { title: named } });
    }
    if (!title) return null;
    const id = idOf<'step'>(slug(title));
    must(doc, addStep, { id, fields: { title, stage: idOf(stage) } });
    return id;
  });
}

function drawChain(doc: Y.Doc, chain: string): void {
  const ends = chain.split('>').map((end) => slug(end.trim()));
  for (const [index, to] of ends.entries()) {
    const from = ends[index - 1];
    if (from) must(doc, linkHandoff, { id: idOf(`${from}:${to}`), fields: { from: idOf(from), to: idOf(to) } });
  }
}

const slug = (title: string) => title.replaceAll(' ', '-');

/** Runs a command that a test takes for granted. */
export function must<Input>(
  doc: Y.Doc,
  command: Command<Input>,
  input: NoInfer<Input>,
  origin: unknown = BUILDER,
): void {
  const outcome = run(doc, command, input, origin);
  if (outcome.status === 'refused')
    throw new Error(`${command.name} refused ${JSON.stringify(input)}: ${outcome.reason}`);
}
