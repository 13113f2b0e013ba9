import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import type { LaneId, StageId, StepId } from '../../shared/model/ids.ts';
import { LIFECYCLES, VISIBILITIES } from '../../shared/model/records.ts';
import { addLaneBefore, addStageBefore, addStepBefore } from '../canvas/addItems.ts';
import { announce } from '../canvas/announce.ts';
import { type Action, type At, done } from './action.ts';
import { openPalette } from './openDialog.ts';
import { placeOf } from './placeOf.ts';

const VISIBILITY_WORDS = { frontstage: 'customers see it', backstage: 'they do not', support: 'it helps the others' };

/** What stands behind an item among others of its kind; null at the end. */
const after = <Id extends string>(list: readonly { readonly id: Id }[], id: Id | undefined): Id | null =>
  list[list.findIndex((item) => item.id === id) + 1]?.id ?? null;

const stagesOf = ({ canvas }: At) => canvas.map().stages.list;
const lanesOf = ({ canvas }: At) => canvas.map().lanes.list;

function addStage(at: At, before: StageId | null): true {
  addStageBefore(at.canvas, before);
  return true;
}

function addLane(at: At, kind: 'department' | 'notes', before: LaneId | null): true {
  addLaneBefore(at.canvas, kind, before);
  return true;
}

function addStepAt(at: At, before: StepId | null): boolean {
  const { stage } = placeOf(at);
  if (stage) addStepBefore(at.canvas, stage.id, before);
  return stage !== undefined;
}

const adds: readonly Action[] = [
  {
    id: 'stage.add',
    label: 'Add stage',
    group: 'Add',
    keys: [', S'],
    needs: 'editor',
    anywhere: true,
    view: 'map',
    also: 'phase after',
    run(at) {
      const { stage } = placeOf(at);
      return addStage(at, stage ? after(stagesOf(at), stage.id) : null);
    },
  },
  {
    id: 'stage.add.before',
    label: 'Add stage before this one',
    group: 'Add',
    keys: [', Shift+S'],
    needs: 'editor',
    anywhere: true,
    view: 'map',
    also: 'phase',
    can: (at) => placeOf(at).stage !== undefined,
    run: (at) => addStage(at, placeOf(at).stage?.id ?? null),
  },
  {
    id: 'step.add.before',
    label: 'Add step before this one',
    group: 'Add',
    keys: [', B'],
    needs: 'editor',
    anywhere: true,
    view: 'map',
    also: 'column',
    can: (at) => placeOf(at).step !== undefined,
    run: (at) => addStepAt(at, placeOf(at).step?.id ?? null),
  },
  {
    id: 'department.add',
    label: 'Add department',
    group: 'Add',
    keys: [', L'],
    needs: 'editor',
    anywhere: true,
    view: 'map',
    also: 'lane row below',
    run(at) {
      const { lane } = placeOf(at);
      return addLane(at, 'department', lane ? after(lanesOf(at), lane.id) : null);
    },
  },
  {
    id: 'department.add.above',
    label: 'Add department above this lane',
    group: 'Add',
    keys: [', Shift+L'],
    needs: 'editor',
    anywhere: true,
    view: 'map',
    also: 'lane row',
    can: (at) => placeOf(at).lane !== undefined,
    run: (at) => addLane(at, 'department', placeOf(at).lane?.id ?? null),
  },
  {
    id: 'notes.add',
    label: 'Add notes lane',
    group: 'Add',
    keys: [', T'],
    needs: 'editor',
    anywhere: true,
    view: 'map',
    also: 'pains ideas quotes row',
    run(at) {
      const { lane } = placeOf(at);
      return addLane(at, 'notes', lane ? after(lanesOf(at), lane.id) : null);
    },
  },
];

const choices: readonly Action[] = [
  {
    id: 'step.truth',
    label: 'Moment of truth, or no longer one',
    group: 'Edit',
    keys: [', !'],
    needs: 'editor',
    anywhere: true,
    also: 'star step decides',
    can: (at) => placeOf(at).step !== undefined,
    run(at) {
      const { step } = placeOf(at);
      if (!step) return false;
      const momentOfTruth = !step.momentOfTruth;
      at.canvas.session.run(changeItems, changeOf('step', step.id, { momentOfTruth }));
      announce(`${step.title || 'This step'} is ${momentOfTruth ? 'a moment of truth' : 'no moment of truth'}.`);
      return true;
    },
  },
  {
    id: 'stage.lifecycle',
    label: 'Choose the lifecycle of the stage',
    group: 'Edit',
    keys: [', Y'],
    needs: 'editor',
    anywhere: true,
    keyOnly: true,
    run: ({ spot }) => done(() => openPalette(spot, 'Lifecycle')),
  },
  ...LIFECYCLES.map(
    (lifecycle): Action => ({
      id: `stage.lifecycle.${lifecycle}`,
      label: `Lifecycle of the stage: ${lifecycle}`,
      group: 'Edit',
      keys: [],
      needs: 'editor',
      also: 'tag',
      anywhere: true,
      can: (at) => (placeOf(at).stage?.lifecycle ?? lifecycle) !== lifecycle,
      run(at) {
        const { stage } = placeOf(at);
        if (stage) at.canvas.session.run(changeItems, changeOf('stage', stage.id, { lifecycle }));
        return stage !== undefined;
      },
    }),
  ),
  {
    id: 'lane.visibility',
    label: 'Choose who sees the department',
    group: 'Edit',
    keys: [', V'],
    needs: 'editor',
    anywhere: true,
    keyOnly: true,
    run: ({ spot }) => done(() => openPalette(spot, 'Visibility')),
  },
  ...VISIBILITIES.map(
    (visibility): Action => ({
      id: `lane.visibility.${visibility}`,
      label: `Visibility of the department: ${visibility}, ${VISIBILITY_WORDS[visibility]}`,
      group: 'Edit',
      keys: [],
      needs: 'editor',
      also: 'lane line',
      anywhere: true,
      can(at) {
        const { lane } = placeOf(at);
        return lane?.kind === 'department' && lane.visibility !== visibility;
      },
      run(at) {
        const { lane } = placeOf(at);
        if (lane) at.canvas.session.run(changeItems, changeOf('lane', lane.id, { visibility }));
        return lane !== undefined;
      },
    }),
  ),
];

/** Stages, steps and lanes: what else their menus offer. */
export const structureActions: readonly Action[] = [...adds, ...choices];
