import { guessLifecycle } from '../model/lifecycle.ts';
import { newMapDoc } from '../model/mapDoc.ts';
import { cleanTitle, foldTitle } from './cells.ts';
import { emptyDraft, type LaneDraft, newStep, newTouchpoint, type StageDraft } from './draft.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { keepLongTexts } from './longTexts.ts';
import { shortenTitles } from './longTitles.ts';
import { short } from './row.ts';
import { WarningList } from './warnings.ts';
import { writeDraft } from './writeDraft.ts';

/** Stands before a task that has a score only because the format demands one. */
export const NOT_RATED = '%% not rated:';

/** Whether a text is a Mermaid user journey, alone or in a fence of Markdown. */
export const isMermaidJourney = (text: string): boolean =>
  // It says so at its beginning; a table of ten megabytes is not to be gone through for that.
  /^journey\s*$/m.test(bodyOf(text.slice(0, 20_000)).split('\n', 1)[0] ?? '');

/**
 * A Mermaid user journey as a map: sections are stages, tasks are steps with their score from 1 to 5 as emotion from −2 to
 * +2, and actors are departments with a touchpoint at each of their tasks.
 */
export function importMermaid(text: string, { newId, title, clientId }: ImportOptions): ImportResult {
  const warnings = new WarningList();
  const draft = emptyDraft();
  const lanes = new Map<string, LaneDraft>();
  let stage: StageDraft | null = null;
  let named = cleanTitle(title ?? '');
  let rated = true;
  const body = bodyOf(text);
  const offset = text.replaceAll('\r\n', '\n').slice(0, text.replaceAll('\r\n', '\n').indexOf(body)).split('\n').length;
  const lines = body.split('\n');
  for (const [index, raw] of lines.entries()) {
    const row = index + offset;
    const line = raw.trim();
    if (line === '```') break;
    if (line.startsWith(NOT_RATED)) rated = false;
    if (index === 0 || line === '' || line.startsWith('%%') || /^acc(Title|Descr)\b/.test(line)) continue;
    const [, heading] = /^title\s+(.*)$/.exec(line) ?? [];
    const [, section] = /^section\s+(.*)$/.exec(line) ?? [];
    if (heading !== undefined) named = unescaped(heading);
    else if (section !== undefined) {
      stage = { title: unescaped(section), lifecycle: guessLifecycle(unescaped(section)) };
      draft.stages.push(stage);
    } else {
      if (stage === null) {
        stage = { title: 'Journey', lifecycle: 'other' };
        draft.stages.push(stage);
      }
      const step = stepOf(line, stage, rated, (message) => warnings.add(row, null, line, message));
      rated = true;
      draft.steps.push(step.step);
      for (const actor of step.actors) {
        const lane = lanes.get(foldTitle(actor)) ?? { title: actor, kind: 'department', visibility: null };
        if (!lanes.has(foldTitle(actor))) draft.lanes.push(lane);
        lanes.set(foldTitle(actor), lane);
        draft.touchpoints.push(newTouchpoint(row, step.step, lane, step.step.title));
      }
    }
  }
  if (draft.stages.length === 0)
    return { status: 'refused', reason: 'This Mermaid journey has no section and no task.' };
  const doc = newMapDoc(named || 'Imported map', clientId);
  shortenTitles(draft, warnings);
  keepLongTexts(draft, warnings);
  writeDraft(doc, draft, newId);
  return { status: 'imported', doc, warnings: warnings.sorted() };
}

function stepOf(line: string, stage: StageDraft, rated: boolean, warn: (message: string) => void) {
  const [task = '', score, actors = ''] = line.split(':');
  const title = unescaped(task);
  const value = /^\s*[1-5]\s*$/.test(score ?? '') ? Number(score) - 3 : null;
  if (value === null) warn(`“${short(line)}” has no score from 1 to 5, so the step is not rated.`);
  const step = newStep(stage, title);
  if (value !== null && rated) step.emotions.set(null, value);
  return { step, actors: actors.split(',').map(unescaped).filter(Boolean) };
}

/** Without a Markdown fence, front matter and comments before the keyword. */
function bodyOf(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^\s*```mermaid[^\n]*\n/, '')
    .replace(/^\s*---\n[\s\S]*?\n---\n/, '')
    .replace(/^(\s*(%%[^\n]*)?\n)*/, '')
    .trimStart();
}

/** Mermaid's codes: `#58;` is a colon. */
const unescaped = (text: string): string =>
  cleanTitle(
    text.replace(/#(\d{1,7});/g, (whole, code: string) => {
      const point = Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }),
  );
