import { addInitiative } from '../commands/addInitiative.ts';
import { idOf } from '../model/ids.ts';
import { commandFix, type Fix } from './rule.ts';

/** Some gaps no field closes: somebody has to plan what will be done. The initiative names the finding it answers. */
export const initiativeFix = (title: string): Fix =>
  commandFix('Plan initiative', addInitiative, (newId, finding) => ({
    id: idOf(newId()),
    fields: { title, gaps: [finding] },
  }));
