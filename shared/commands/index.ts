import { addInitiative } from './addInitiative.ts';
import { addItems } from './addItems.ts';
import { addLane } from './addLane.ts';
import { addMetric } from './addMetric.ts';
import { addNote } from './addNote.ts';
import { addPerson } from './addPerson.ts';
import { addPersona } from './addPersona.ts';
import { addStage } from './addStage.ts';
import { addStep } from './addStep.ts';
import { addTouchpoint } from './addTouchpoint.ts';
import { answerGap } from './answerGap.ts';
import { changeItems } from './changeItems.ts';
import { changeMap } from './changeMap.ts';
import { editText } from './editText.ts';
import { linkHandoff } from './linkHandoff.ts';
import { moveInitiative } from './moveInitiative.ts';
import { moveLane } from './moveLane.ts';
import { moveMetric } from './moveMetric.ts';
import { moveNotes } from './moveNotes.ts';
import { movePersona } from './movePersona.ts';
import { moveStage } from './moveStage.ts';
import { moveStep } from './moveStep.ts';
import { moveTouchpoints } from './moveTouchpoints.ts';
import { noteSolved } from './noteSolved.ts';
import { rateEmotion } from './rateEmotion.ts';
import { recordValue } from './recordValue.ts';
import { recordValues } from './recordValues.ts';
import { removeItems } from './removeItems.ts';
import { rerouteHandoff } from './rerouteHandoff.ts';
import { restoreItems } from './restoreItems.ts';

/** Everything a user can do to a map. The palette, the help sheet and the tests go through this list. */
export const commands = {
  addInitiative,
  addItems,
  addLane,
  addMetric,
  addNote,
  addPerson,
  addPersona,
  addStage,
  addStep,
  addTouchpoint,
  answerGap,
  changeItems,
  changeMap,
  editText,
  linkHandoff,
  moveInitiative,
  moveLane,
  moveMetric,
  moveNotes,
  movePersona,
  moveStage,
  moveStep,
  moveTouchpoints,
  noteSolved,
  rateEmotion,
  recordValue,
  recordValues,
  removeItems,
  rerouteHandoff,
  restoreItems,
} as const;
