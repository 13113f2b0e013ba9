import type * as Y from 'yjs';
import { newMapDoc } from '../model/mapDoc.ts';
import { drawBroadband } from './broadband.ts';
import { drawGlasses } from './glasses.ts';

export interface SampleOptions {
  readonly newId: () => string;
  /** The day on which the sample is made, `2026-11-14`: its values and due dates lie around it. */
  readonly today: string;
  readonly clientId?: number;
}

/** Every finished map that comes with the program: its title, and who draws it into an empty document. */
const samples = {
  broadband: { title: 'Broadband: switching provider', draw: drawBroadband },
  glasses: { title: 'Glasses: all of it answered for', draw: drawGlasses },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly draw: (doc: Y.Doc, options: SampleOptions) => void }>
>;

export type SampleName = keyof typeof samples;

/** A finished map to look at and to change; every call makes one of its own. */
export function sampleMap(name: SampleName, options: SampleOptions): Y.Doc {
  const { title, draw } = samples[name];
  const doc = newMapDoc(title, options.clientId);
  doc.transact(() => draw(doc, options));
  return doc;
}
