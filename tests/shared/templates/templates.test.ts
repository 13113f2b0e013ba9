import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { TEMPLATE_NAMES as names } from '../../../shared/protocol/http.ts';
import { templateMap, templates } from '../../../shared/templates/index.ts';

describe('a map from a template', () => {
  it.each(names)('%s has every stage, step and lane of it, in order', (name) => {
    const map = readMap(templateMap(name, randomUUID));
    const { title, stages, lanes } = templates[name];
    expect(map.meta.title).toBe(title);
    expect(outlineOf(map).stages.map(({ stage, steps }) => [stage.title, steps.map((step) => step.title)])).toEqual(
      stages.map((stage) => [stage.title, stage.steps.map((step) => step.replace('!', ''))]),
    );
    expect(outlineOf(map).lanes.map((lane) => lane.title)).toEqual(
      lanes.map((lane) => ('notes' in lane ? lane.notes : lane.department)),
    );
    expect(map.steps.list.filter((step) => step.momentOfTruth).map((step) => step.title)).toEqual(
      stages.flatMap(({ steps }) => steps.filter((step) => step.endsWith('!')).map((step) => step.slice(0, -1))),
    );
  });

  it.each(names)('%s keeps frontstage above backstage above support, so that the line of visibility is one', (name) => {
    const order = ['frontstage', 'backstage', 'support'];
    const lanes = readMap(templateMap(name, randomUUID)).lanes.list.filter(({ kind }) => kind === 'department');
    const ranks = lanes.map(({ visibility }) => order.indexOf(visibility));
    expect(ranks).toEqual([...ranks].sort());
  });

  it.each(names)('%s is not scolded for being empty', (name) => {
    const findings = findGaps(readMap(templateMap(name, randomUUID)), '2026-11-22');
    expect(findings.filter(({ severity }) => severity === 'high')).toEqual([]);
  });

  it('takes another title', () => {
    expect(readMap(templateMap('lifecycle', randomUUID, 'Ours')).meta.title).toBe('Ours');
  });
});
