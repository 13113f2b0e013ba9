import { addLane } from '../../../shared/commands/addLane.ts';
import { addStage } from '../../../shared/commands/addStage.ts';
import { addStep } from '../../../shared/commands/addStep.ts';
import { addTouchpoint } from '../../../shared/commands/addTouchpoint.ts';
import { run } from '../../../shared/commands/command.ts';
import { linkHandoff } from '../../../shared/commands/linkHandoff.ts';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';

/** Two stages (`a` with steps `a1 a2`, `b` with `b1`), lanes `shop` and `field`, and these touchpoints: `x @ a1/shop`. */
export function aLayout(...touchpoints: readonly string[]) {
  const doc = newMapDoc('Test', 1);
  const act = (command: Parameters<typeof run>[1], input: object) => {
    const outcome = run(doc, command as never, input as never, 'test');
    if (outcome.status === 'refused') throw new Error(outcome.reason);
  };
  for (const stage of ['a', 'b']) act(addStage, { id: idOf(stage) });
  for (const step of ['a1', 'a2', 'b1'])
    act(addStep, { id: idOf(step), fields: { stage: idOf(step.charAt(0)), title: step } });
  for (const lane of ['shop', 'field']) act(addLane, { id: idOf(lane), fields: { title: lane } });
  for (const touchpoint of touchpoints) {
    const [id = '', step = '', lane = ''] = touchpoint.split(/ @ |\//);
    act(addTouchpoint, { id: idOf(id), fields: { title: id, place: { step: idOf(step), lane: idOf(lane) } } });
  }
  const [first, second] = touchpoints.map((touchpoint) => touchpoint.split(' @ ')[0] ?? '');
  if (first && second) act(linkHandoff, { id: idOf('h'), fields: { from: idOf(first), to: idOf(second) } });
  const map = readMap(doc);
  return { map, layout: layoutMap(map, measureInter) };
}
