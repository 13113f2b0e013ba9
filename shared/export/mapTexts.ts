import type { Finding } from '../gaps/findGaps.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { WordedText } from '../text/engine.ts';
import { languageOf } from '../text/language.ts';
import { chipsOf, chipText } from './metricChip.ts';

/** Every text an export may set, with its language: fonts are loaded for these and nothing else. */
export function* mapTexts(
  map: MapSnapshot,
  findings: readonly Finding[],
  language: string,
  more: readonly string[] = [],
): Generator<WordedText> {
  for (const text of [...texts(map, findings), ...more]) yield { text, language: languageOf(text, language) };
}

function* texts(map: MapSnapshot, findings: readonly Finding[]): Generator<string> {
  yield map.meta.title;
  yield map.meta.description;
  for (const { title } of map.stages.list) yield title;
  for (const { title } of map.steps.list) yield title;
  for (const { title } of map.lanes.list) yield title;
  for (const { title, channel } of map.touchpoints.list) {
    yield title;
    yield channel;
  }
  for (const chip of chipsOf(map).values()) yield chipText(chip);
  for (const { text } of map.notes.list) yield text;
  for (const { name } of map.people.list) yield name;
  // Initials are set in capitals, which may be other letters than those of the name.
  for (const { name } of map.people.list) yield name.toUpperCase();
  for (const { name, goals } of map.personas.list) {
    yield name;
    yield goals;
  }
  for (const { title, unit } of map.metrics.list) {
    yield title;
    yield unit;
  }
  for (const { title } of map.initiatives.list) yield title;
  for (const { answer } of map.gapStates.list) if (answer.status === 'dismissed') yield answer.reason;
  for (const { title, message } of findings) {
    yield title;
    yield message;
  }
}
