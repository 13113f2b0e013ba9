import type { Finding } from '../../gaps/findGaps.ts';
import { EVERYONE } from '../../model/emotion.ts';
import { counted, signed, valueText } from '../../model/inWords.ts';
import { newestValue } from '../../model/measurement.ts';
import { type Outline, outlineOf } from '../../model/outline.ts';
import type { Metric, Step, Touchpoint } from '../../model/records.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';
import { plainSubject, type SaidThread } from '../commentTable.ts';
import { answerInWords, listGaps } from '../numberedGaps.ts';

/**
 * The map as an outline to paste into a wiki or a ticket: stages, steps, touchpoints, hand-offs, then the gaps, and what was
 * said about it where that is given.
 */
export function paintMarkdown(
  map: MapSnapshot,
  findings: readonly Finding[],
  comments: readonly SaidThread[] = [],
): string {
  const outline = outlineOf(map);
  const state = map.meta.state === 'current' ? 'Current state' : 'Future state';
  const counts = [counted(outline.steps.length, 'step'), counted(map.touchpoints.list.length, 'touchpoint')];
  const lines = [`# ${plain(map.meta.title) || 'Untitled map'}`, '', `${state}, ${counts.join(', ')}.`, ''];
  if (map.meta.description.trim() !== '') lines.push(plain(map.meta.description), '');
  for (const { stage, steps } of outline.stages) {
    lines.push(`## ${plain(stage.title) || 'Untitled stage'}`, '');
    for (const step of steps) lines.push(...stepLines(map, outline, step), '');
  }
  lines.push(...gapLines(map, findings), '', ...commentLines(map, comments));
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function stepLines(map: MapSnapshot, outline: Outline, step: Step): string[] {
  const lines = [`### ${step.momentOfTruth ? '★ ' : ''}${plain(step.title) || 'Untitled step'}`, ''];
  const feelings = step.emotions.map(({ persona, value }) => {
    const who = persona === EVERYONE ? '' : ` (${plain(map.personas.get(persona)?.name ?? 'somebody who is gone')})`;
    return `${signed(value)}${who}`;
  });
  if (feelings.length > 0) lines.push(`- Feels: ${feelings.join(', ')}`);
  if (step.quote.trim() !== '') lines.push(`- Says: “${plain(step.quote)}”`);
  for (const metric of map.metrics.list) if (metric.on?.id === step.id) lines.push(`- ${metricWords(metric)}`);
  for (const lane of outline.lanes) {
    for (const touchpoint of outline.touchpointsIn(step.id, lane.id)) {
      lines.push(...touchpointLines(map, plain(lane.title), touchpoint));
    }
    for (const note of outline.notesIn(step.id, lane.id)) lines.push(`- *${note.kind}:* ${plain(note.text)}`);
  }
  return lines;
}

function touchpointLines(map: MapSnapshot, lane: string, touchpoint: Touchpoint): string[] {
  const owner = map.people.get(touchpoint.owner ?? '')?.name ?? '';
  const facts = [plain(touchpoint.channel), owner === '' ? 'no owner' : plain(owner)].filter((fact) => fact !== '');
  const metrics = map.metrics.list.filter(({ on }) => on?.id === touchpoint.id);
  const handoffs = map.handoffs.list.filter(({ from }) => from === touchpoint.id);
  return [
    `- **${lane || 'Untitled lane'}:** ${plain(touchpoint.title) || 'Untitled'} (${facts.join(', ')})`,
    ...metrics.map((metric) => `  - ${metricWords(metric)}`),
    ...handoffs.map(({ to }) => `  - → ${plain(map.touchpoints.get(to ?? '')?.title ?? '') || 'nowhere'}`),
  ];
}

function metricWords(metric: Metric): string {
  const { title, target, unit } = metric;
  const value = newestValue(metric);
  const now = value === null ? 'not measured' : valueText(value, unit);
  return `${plain(title)}: ${plain(now)}${target === null ? '' : `, target ${plain(valueText(target, unit))}`}`;
}

function gapLines(map: MapSnapshot, findings: readonly Finding[]): string[] {
  const { numbered } = listGaps(map, findings);
  if (numbered.length === 0) return [];
  const rows = numbered.map((gap) => {
    const answer = answerInWords(map, gap);
    return `${gap.number}. **${plain(gap.title)}** (${gap.severity}). ${plain(gap.message)}${answer === '' ? '' : ` *${plain(answer)}*`}`;
  });
  return ['## Gaps', '', ...rows];
}

function commentLines(map: MapSnapshot, threads: readonly SaidThread[]): string[] {
  if (threads.length === 0) return [];
  return [
    '## Comments',
    ...threads.flatMap(({ on, resolved, said }) => [
      '',
      `### ${plain(plainSubject(map, on))}${resolved ? ' (resolved)' : ''}`,
      '',
      ...said.map(({ by, at, text }) => {
        const day = at === '' ? '' : `, ${at.slice(0, 10)}`;
        return `- **${plain(by) || 'not sent yet'}**${day}: ${plain(text)}`;
      }),
    ]),
  ];
}

/** Words of the map stay words: no link, picture, heading or tag can come out of them. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')
    .replace(/\bhttps?:(?=\/\/)|\bwww\.(?=\w)/gi, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
