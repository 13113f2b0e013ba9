import type { MapSnapshot } from '../model/snapshot.ts';
import type { WordedText } from '../text/engine.ts';
import { languageOf } from '../text/language.ts';
import type { ListedGap } from './listedGap.ts';

/** Every text an export may set, with its language: fonts are loaded for these and nothing else. */
export function* mapTexts(map: MapSnapshot, gaps: readonly ListedGap[], language: string): Generator<WordedText> {
  for (const text of texts(map, gaps)) yield { text, language: languageOf(text, language) };
}

function* texts(map: MapSnapshot, gaps: readonly ListedGap[]): Generator<string> {
  yield map.meta.title;
  for (const { title } of map.stages.list) yield title;
  for (const { title } of map.steps.list) yield title;
  for (const { title } of map.lanes.list) yield title;
  for (const { title, channel } of map.touchpoints.list) {
    yield title;
    yield channel;
  }
  for (const { text } of map.notes.list) yield text;
  for (const { name } of map.people.list) yield name;
  // Initials are set in capitals, which may be other letters than those of the name.
  for (const { name } of map.people.list) yield name.toUpperCase();
  for (const { name } of map.personas.list) yield name;
  for (const { title, message } of gaps) {
    yield title;
    yield message;
  }
}
