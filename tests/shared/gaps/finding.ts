import type * as Y from 'yjs';
import { addMetric } from '../../../shared/commands/addMetric.ts';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { addPersona } from '../../../shared/commands/addPersona.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import { type Feeler, rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { type Finding, findGaps } from '../../../shared/gaps/findGaps.ts';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import type { ItemKind } from '../../../shared/model/fields.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { outlineOf } from '../../../shared/model/outline.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { FieldsOf } from '../../../shared/model/writeRecord.ts';
import { must } from '../../support/mapBuilder.ts';

export const TODAY = '2026-11-22';

export const gapsOf = (doc: Y.Doc): readonly Finding[] => findGaps(readMap(doc), TODAY);

/** What one rule finds: the first item of each finding, in the order in which they rank. */
export const found = (doc: Y.Doc, rule: string): string[] =>
  gapsOf(doc)
    .filter((finding) => finding.rule === rule)
    .map(({ items }) => items[0]!.id);

export const messages = (doc: Y.Doc, rule: string): string[] =>
  gapsOf(doc)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);

/** Makes a person own touchpoints and hand-offs (`chat`, `chat:visit`); a person's id is the name without spaces and signs. */
export function own(doc: Y.Doc, name: string, ...items: readonly string[]): Y.Doc {
  const owner = idOf<'person'>(name.replace(/[^A-Za-z0-9]/g, ''));
  if (!readMap(doc).people.has(owner)) must(doc, addPerson, { id: owner, fields: { name } });
  for (const id of items) {
    const kind = readMap(doc).handoffs.has(id) ? 'handoff' : 'touchpoint';
    must(doc, changeItems, changeOf(kind, id, { owner }));
  }
  return doc;
}

/** Rates steps along the journey: `rate(doc, 1, null, -2)`. */
export function rate(doc: Y.Doc, ...values: readonly (number | null)[]): Y.Doc {
  return rateAs(doc, EVERYONE, ...values);
}

/** The same for a persona, who is made when missing; its id is its name. */
export function rateAs(doc: Y.Doc, name: string, ...values: readonly (number | null)[]): Y.Doc {
  if (name !== EVERYONE && !readMap(doc).personas.has(name)) {
    must(doc, addPersona, { id: idOf(name), fields: { name } });
  }
  outlineOf(readMap(doc)).steps.forEach(({ id }, index) => {
    const value = values[index] ?? null;
    if (value !== null) must(doc, rateEmotion, { step: id, persona: name as Feeler, value });
  });
  return doc;
}

export function measure(
  doc: Y.Doc,
  kind: 'stage' | 'step' | 'touchpoint',
  on: string,
  fields: FieldsOf<'metrics'> = {},
): Y.Doc {
  const id = fields.title ? `metric-${fields.title.replaceAll(' ', '-')}` : `metric-${on}`;
  must(doc, addMetric, { id: idOf(id), fields: { title: 'CSAT', ...fields, on: { kind, id: idOf(on) } } });
  return doc;
}

/** Changes fields of one item. */
export function change<K extends ItemKind>(
  doc: Y.Doc,
  kind: K,
  id: string,
  fields: Parameters<typeof changeOf<K>>[2],
): Y.Doc {
  must(doc, changeItems, changeOf(kind, id, fields));
  return doc;
}
