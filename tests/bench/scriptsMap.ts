import type * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { writeNew } from '../../shared/model/writeRecord.ts';
import { textsByLanguage } from '../shared/export/scripts.ts';

const keyOf = (index: number) => `b${String(index).padStart(4, '0').replace(/0$/, '01')}`;

/** Numbers tell titles apart; beside letters that run from right to left, no two readers agree where a number stands. */
const titleOf = (text: string, index: number) => (/[\u0590-\u07ff]/.test(text) ? text : `${text} ${index}`);

/** A journey of a given number of touchpoints, each with a title of its own, in twelve scripts or in Latin letters alone. */
export function scriptsMap(touchpoints: number, latin = false): Y.Doc {
  const languages = Object.entries(textsByLanguage).filter(
    ([language]) => !latin || language === 'en' || language === 'de',
  );
  const textOf = (index: number) => {
    const [, texts = []] = languages[index % languages.length] ?? [];
    return texts[Math.floor(index / languages.length) % texts.length] ?? '';
  };
  const [stages, stepsEach, lanes] = [12, 5, 8];
  const steps = stages * stepsEach;
  const doc = newMapDoc('Journey in many scripts', 1);
  doc.transact(() => {
    for (let i = 0; i < stages; i++)
      writeNew(doc, 'stages', `s${i}`, { title: `${i + 1} ${textOf(i)}`, order: keyOf(i) });
    for (let i = 0; i < steps; i++) {
      const stage = idOf<'stage'>(`s${Math.floor(i / stepsEach)}`);
      const emotions = [{ persona: 'everyone', value: ((i * 7) % 5) - 2 }];
      writeNew(doc, 'steps', `p${i}`, { title: textOf(i + 3), stage, order: keyOf(i), emotions, belief: 1 });
    }
    for (let i = 0; i < lanes; i++) {
      const visibility = i < lanes / 2 ? 'frontstage' : 'backstage';
      writeNew(doc, 'lanes', `l${i}`, { title: `${i + 1} ${textOf(i + 5)}`, order: keyOf(i), visibility });
      writeNew(doc, 'people', `o${i}`, { name: textOf(i + 1) });
    }
    for (let i = 0; i < touchpoints; i++) {
      const lane = (i * 5 + Math.floor(i / steps)) % lanes;
      const place = { step: idOf<'step'>(`p${i % steps}`), lane: idOf<'lane'>(`l${lane}`) };
      writeNew(doc, 'touchpoints', `t${i}`, {
        title: titleOf(textOf(i), i),
        place,
        order: keyOf(i),
        owner: idOf(`o${lane}`),
        channel: 'phone',
      });
    }
    for (let i = 0; i < touchpoints * 0.6; i++) {
      const to = (i + 1 + (i % 3) * steps) % touchpoints;
      if (to !== i) writeNew(doc, 'handoffs', `h${i}`, { from: idOf(`t${i}`), to: idOf(`t${to}`) });
    }
  });
  return doc;
}
