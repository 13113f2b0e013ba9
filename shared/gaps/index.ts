import { badEnding } from './badEnding.ts';
import { badMomentOfTruth } from './badMomentOfTruth.ts';
import { departmentSilent } from './departmentSilent.ts';
import { emotionDrop } from './emotionDrop.ts';
import { handoffMissing } from './handoffMissing.ts';
import { handoffUnowned } from './handoffUnowned.ts';
import { pingPong } from './pingPong.ts';
import { repeatedInformation } from './repeatedInformation.ts';
import type { GapRule } from './rule.ts';
import { touchpointUnowned } from './touchpointUnowned.ts';
import { unmeasured } from './unmeasured.ts';

/** Every rule that finds gaps. Between findings that matter equally, the order here decides. */
export const rules: readonly GapRule[] = [
  repeatedInformation,
  handoffUnowned,
  badMomentOfTruth,
  handoffMissing,
  pingPong,
  emotionDrop,
  badEnding,
  touchpointUnowned,
  unmeasured,
  departmentSilent,
];
