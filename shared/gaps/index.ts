import { backwards } from './backwards.ts';
import { badEnding } from './badEnding.ts';
import { badMomentOfTruth } from './badMomentOfTruth.ts';
import { channelBreak } from './channelBreak.ts';
import { coreMetricMissing } from './coreMetricMissing.ts';
import { deadEnd } from './deadEnd.ts';
import { departmentSilent } from './departmentSilent.ts';
import { emotionDrop } from './emotionDrop.ts';
import { emotionUnrated } from './emotionUnrated.ts';
import { feedbackOnly } from './feedbackOnly.ts';
import { gapUnanswered } from './gapUnanswered.ts';
import { handoffMissing } from './handoffMissing.ts';
import { handoffUnaccepted } from './handoffUnaccepted.ts';
import { handoffUnowned } from './handoffUnowned.ts';
import { lifecycleIncomplete } from './lifecycleIncomplete.ts';
import { noEvidence } from './noEvidence.ts';
import { noMoney } from './noMoney.ts';
import { noPersona } from './noPersona.ts';
import { offTarget } from './offTarget.ts';
import { ownerElsewhere } from './ownerElsewhere.ts';
import { ownerOverloaded } from './ownerOverloaded.ts';
import { painUnanswered } from './painUnanswered.ts';
import { passedAlong } from './passedAlong.ts';
import { perceptionGap } from './perceptionGap.ts';
import { personaUnvalued } from './personaUnvalued.ts';
import { pingPong } from './pingPong.ts';
import { planMismatch } from './planMismatch.ts';
import { repeatedInformation } from './repeatedInformation.ts';
import { rewardedSpeed } from './rewardedSpeed.ts';
import type { GapRule } from './rule.ts';
import { stageEmpty } from './stageEmpty.ts';
import { staleMetric } from './staleMetric.ts';
import { stepUntouched } from './stepUntouched.ts';
import { systemBreak } from './systemBreak.ts';
import { touchpointUnowned } from './touchpointUnowned.ts';
import { unbalancedMetric } from './unbalancedMetric.ts';
import { unmeasured } from './unmeasured.ts';
import { untargeted } from './untargeted.ts';
import { waitOverTarget } from './waitOverTarget.ts';
import { waitUntargeted } from './waitUntargeted.ts';

/**
 * Every rule that finds gaps. Between findings that matter equally, the order here decides; follow-up comes last, because it
 * asks what the others found.
 */
export const rules: readonly GapRule[] = [
  repeatedInformation,
  handoffUnowned,
  badMomentOfTruth,
  handoffMissing,
  deadEnd,
  pingPong,
  passedAlong,
  emotionDrop,
  badEnding,
  perceptionGap,
  touchpointUnowned,
  handoffUnaccepted,
  waitOverTarget,
  offTarget,
  rewardedSpeed,
  unbalancedMetric,
  planMismatch,
  channelBreak,
  systemBreak,
  backwards,
  waitUntargeted,
  ownerElsewhere,
  ownerOverloaded,
  stepUntouched,
  stageEmpty,
  departmentSilent,
  emotionUnrated,
  noEvidence,
  feedbackOnly,
  painUnanswered,
  unmeasured,
  untargeted,
  staleMetric,
  coreMetricMissing,
  noMoney,
  noPersona,
  personaUnvalued,
  lifecycleIncomplete,
  gapUnanswered,
];
