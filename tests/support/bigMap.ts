import type * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { writeNew } from '../../shared/model/writeRecord.ts';

export interface BigMapSize {
  readonly stages: number;
  readonly stepsPerStage: number;
  readonly lanes: number;
  readonly touchpoints: number;
  readonly handoffs: number;
}

/** What the editor must stay smooth with. */
export const BIG: BigMapSize = { stages: 12, stepsPerStage: 5, lanes: 8, touchpoints: 1000, handoffs: 500 };

const words = 'Customer calls about the first bill after the engineer visit and asks for a refund online'.split(' ');
const keyOf = (index: number) => `b${String(index).padStart(4, '0').replace(/0$/, '01')}`;

/**
 * A map of a given size, the same every time: cards spread over all cells, hand-offs mostly to the next step, some
 * far and some back. Written straight into the document, because a thousand commands would each read the map.
 */
export function bigMap({ stages, stepsPerStage, lanes, touchpoints, handoffs }: BigMapSize = BIG): Y.Doc {
  const doc = newMapDoc('Big map', 1);
  const steps = stages * stepsPerStage;
  const titleOf = (i: number) =>
    Array.from({ length: 1 + (i % 6) }, (_, k) => words[(i * 7 + k) % words.length]).join(' ');
  doc.transact(() => {
    for (let i = 0; i < stages; i++) writeNew(doc, 'stages', `stage${i}`, { title: `Stage ${i}`, order: keyOf(i) });
    for (let i = 0; i < steps; i++) {
      const stage = idOf<'stage'>(`stage${Math.floor(i / stepsPerStage)}`);
      const emotions = [{ persona: 'everyone', value: ((i * 7) % 5) - 2 }];
      writeNew(doc, 'steps', `step${i}`, { title: titleOf(i), stage, order: keyOf(i), emotions, belief: 1 });
    }
    for (let i = 0; i < lanes; i++) {
      const visibility = i < lanes / 2 ? 'frontstage' : 'backstage';
      writeNew(doc, 'lanes', `lane${i}`, { title: `Lane ${i}`, order: keyOf(i), visibility });
    }
    for (let i = 0; i < touchpoints; i++) {
      const place = {
        step: idOf<'step'>(`step${i % steps}`),
        lane: idOf<'lane'>(`lane${(i * 5 + Math.floor(i / steps)) % lanes}`),
      };
      writeNew(doc, 'touchpoints', `t${i}`, { title: titleOf(i), place, order: keyOf(i) });
    }
    for (let i = 0; i < handoffs; i++) {
      const from = (i * 2) % touchpoints;
      const to = (from + [1, 1, 2, 1, 13, touchpoints - 3][i % 6]! + (i % 3) * steps) % touchpoints;
      writeNew(doc, 'handoffs', `h${i}`, { from: idOf(`t${from}`), to: idOf(`t${to}`) });
    }
  });
  return doc;
}
