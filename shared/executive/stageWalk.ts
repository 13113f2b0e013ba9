import type { AnsweredFinding } from '../gaps/answers.ts';
import { department, listed } from '../gaps/words.ts';
import { emotionOf } from '../model/emotion.ts';
import { initialsOf } from '../model/initials.ts';
import { signed } from '../model/inWords.ts';
import { outlineOf, type StageOutline } from '../model/outline.ts';
import type { Handoff, Step, Touchpoint } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { type Html, html } from './html.ts';

const HUES = 8;

/** The map to walk through: one stage a page on a phone, all of them below each other on paper. */
export function stageWalk(map: MapSnapshot, gaps: readonly AnsweredFinding[]): Html {
  const { stages } = outlineOf(map);
  if (stages.length === 0) return html`<p class="quiet">Nothing is drawn on this map yet.</p>`;
  const worst = worstByItem(gaps);
  return html`<nav class="stages" aria-label="Stages">${stages.map(
    ({ stage }, index) =>
      html`<a href="#stage-${index + 1}" data-stage="${stage.id}"><span>${stage.title.trim() || 'Stage without a title'}</span></a>`,
  )}</nav>
<div class="walk" tabindex="0" role="group" aria-label="Stage by stage">${stages.map((outline, index) =>
    stageArticle(map, outline, { number: index + 1, of: stages.length, worst }),
  )}</div>`;
}

type Worst = ReadonlyMap<string, AnsweredFinding>;

/** The first gap at each item: they come worst first. */
function worstByItem(gaps: readonly AnsweredFinding[]): Worst {
  const worst = new Map<string, AnsweredFinding>();
  for (const gap of gaps) {
    const [at] = gap.items;
    if (at && gap.severity !== 'low' && !worst.has(at.id)) worst.set(at.id, gap);
  }
  return worst;
}

interface Position {
  readonly number: number;
  readonly of: number;
  readonly worst: Worst;
}

function stageArticle(map: MapSnapshot, { stage, steps }: StageOutline, { number, of, worst }: Position): Html {
  const title = stage.title.trim() || 'Stage without a title';
  return html`<article id="stage-${number}" data-stage="${stage.id}" aria-labelledby="stage-title-${number}">
<p class="count">Stage ${number} of ${of}</p><h3 id="stage-title-${number}">${title}</h3>
${steps.length === 0 ? html`<p class="quiet">No steps in this stage yet.</p>` : html`<ol class="steps">${steps.map((step) => stepItem(map, step, worst))}</ol>`}
</article>`;
}

function stepItem(map: MapSnapshot, step: Step, worst: Worst): Html {
  const feels = emotionOf(step);
  const quote = step.quote.trim();
  const { departments, touchpointsIn } = outlineOf(map);
  const here = departments.flatMap((lane) =>
    touchpointsIn(step.id, lane.id).map((touchpoint) => touchpointItem(map, touchpoint, department(lane), worst)),
  );
  return html`<li class="step"><h4>${step.title.trim() || 'Step without a title'}</h4>
<p class="feeling">${feels === null ? html`<span class="unrated">Not rated</span>` : html`<span class="face feels${feels}" aria-hidden="true">${faces[feels] ?? ''}</span><span>${feelingWords[feels] ?? ''} (${signed(feels)})</span>`}${step.momentOfTruth ? html`<span class="truth">Moment of truth</span>` : null}</p>
${quote === '' ? null : html`<blockquote>${quote}</blockquote>`}${gapLine(worst.get(step.id))}
${here.length === 0 ? null : html`<ul class="touchpoints">${here}</ul>`}</li>`;
}

const faces: Readonly<Record<number, string>> = { [-2]: '−−', [-1]: '−', 0: '○', 1: '+', 2: '++' };
const feelingWords: Readonly<Record<number, string>> = {
  [-2]: 'Feels very bad',
  [-1]: 'Feels bad',
  0: 'Feels neither good nor bad',
  1: 'Feels good',
  2: 'Feels very good',
};

function touchpointItem(map: MapSnapshot, touchpoint: Touchpoint, where: string, worst: Worst): Html {
  const owner = touchpoint.owner === null ? undefined : map.people.get(touchpoint.owner);
  const about = [where, touchpoint.channel.trim(), touchpoint.systems.join(', ')].filter((word) => word !== '');
  return html`<li><span class="what"><strong>${touchpoint.title.trim() || 'Touchpoint without a title'}</strong>
<span class="about">${about.join(' · ')}</span></span>${owner ? personDisc(map, owner.name, owner.department) : null}
${gapLine(worst.get(touchpoint.id))}${handoffLines(map, touchpoint, worst)}</li>`;
}

/** Somebody by their initials, in the hue of their department. */
export function personDisc(map: MapSnapshot, name: string, lane: string | null): Html {
  const at = map.lanes.list.findIndex(({ id }) => id === lane);
  const hue = map.lanes.list[at]?.hue ?? (at < 0 ? HUES - 1 : at % HUES);
  return html`<span class="disc hue-${hue}" role="img" aria-label="Owner: ${name.trim()}" title="${name.trim()}">${initialsOf(name)}</span>`;
}

function handoffLines(map: MapSnapshot, touchpoint: Touchpoint, worst: Worst): readonly Html[] {
  return map.handoffs.list
    .filter(({ from }) => from === touchpoint.id)
    .flatMap((handoff) => handoffLine(map, handoff, worst) ?? []);
}

function handoffLine(map: MapSnapshot, handoff: Handoff, worst: Worst): Html | null {
  const to = handoff.to === null ? undefined : map.touchpoints.get(handoff.to);
  const lane = to?.place ? map.lanes.get(to.place.lane) : undefined;
  if (!to || !lane || !outlineOf(map).isPlaced(to.place)) return null;
  const gap = worst.get(handoff.id);
  const target = listed([`${department(lane)}: ${to.title.trim() || 'a touchpoint without a title'}`]);
  return html`<p class="handoff${gap ? ' broken' : ''}"><span aria-hidden="true">→</span> <span class="unseen">Hands over to </span>${target}${gap ? gapLine(gap) : null}</p>`;
}

function gapLine(gap: AnsweredFinding | undefined): Html | null {
  if (!gap) return null;
  return html`<span class="gap ${gap.severity}">${gap.number === null ? null : html`<b>${gap.number}</b>`} ${gap.title}</span>`;
}
