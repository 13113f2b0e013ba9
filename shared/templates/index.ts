import type * as Y from 'yjs';
import { newMapDoc } from '../model/mapDoc.ts';
import type { TemplateName } from '../protocol/http.ts';
import { drawer } from '../samples/draw.ts';
import { businessOnboarding } from './businessOnboarding.ts';
import { lifecycle } from './lifecycle.ts';
import { patientJourney } from './patientJourney.ts';
import { referral } from './referral.ts';
import { serviceBlueprint } from './serviceBlueprint.ts';
import type { Template } from './template.ts';

/** Every template that comes with the program, in the order in which they are offered. */
export const templates = {
  lifecycle,
  referral,
  businessOnboarding,
  serviceBlueprint,
  patientJourney,
} as const satisfies Readonly<Record<TemplateName, Template>>;

/** A map of one's own to begin with; `title` stands in the place of the template's. */
export function templateMap(name: TemplateName, newId: () => string, title?: string): Y.Doc {
  const template: Template = templates[name];
  const doc = newMapDoc(title ?? template.title);
  doc.transact(() => drawTemplate(doc, template, newId));
  return doc;
}

function drawTemplate(doc: Y.Doc, { stages, lanes }: Template, newId: () => string): void {
  const draw = drawer(doc, newId);
  const columns = draw('stages', named(stages.map(({ title, lifecycle: tag }) => ({ title, lifecycle: tag }))));
  const steps = stages.flatMap(({ steps: titles }, index) =>
    titles.map((written) => ({
      stage: columns[String(index)] ?? null,
      title: written.replace(/!$/, ''),
      momentOfTruth: written.endsWith('!'),
    })),
  );
  draw('steps', named(steps));
  const rows = lanes.map((lane) =>
    'notes' in lane
      ? { title: lane.notes, kind: 'notes' as const }
      : { title: lane.department, kind: 'department' as const, visibility: lane.visibility },
  );
  draw('lanes', named(rows));
}

/** Items by their position, as the drawer takes them. */
const named = <Fields>(items: readonly Fields[]): Record<string, Fields> =>
  Object.fromEntries(items.map((item, index) => [String(index), item]));
