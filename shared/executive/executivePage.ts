import { gapsWithAnswers } from '../gaps/answers.ts';
import type { Finding } from '../gaps/findGaps.ts';
import { type ExecutiveSummary, executiveSummary, type FixFirst } from '../insights/executive.ts';
import { counted } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { curveFigure } from './curveFigure.ts';
import { type Html, html } from './html.ts';
import { personDisc, stageWalk } from './stageWalk.ts';

/** The executive view as markup; whoever serves it puts it into a page with its style. */
export interface ExecutivePage {
  readonly title: string;
  /** The content of the page's `main`. Every text in it is escaped. */
  readonly main: string;
}

/**
 * What somebody with two minutes reads, top to bottom: the headline, three figures, how it feels, what to fix first,
 * then the map stage by stage. `today` is an ISO day; `findings` are those of `findGaps` on that day.
 */
export function executivePage(map: MapSnapshot, findings: readonly Finding[], today: string): ExecutivePage {
  const summary = executiveSummary(map, findings);
  const open = gapsWithAnswers(map, findings).filter(({ answer }) => answer.status !== 'dismissed');
  const main = html`<header><p class="kind">Customer journey · ${summary.state.toLowerCase()} · ${dayInWords(today)}</p>
<h1>${summary.title}</h1><p class="headline">${summary.headline}</p></header>
${figures(summary)}
<section aria-labelledby="feels"><h2 id="feels">How it feels</h2>${curveFigure(map, summary)}</section>
<section aria-labelledby="fixes"><h2 id="fixes">What to fix first</h2>${fixList(map, summary)}</section>
<section aria-labelledby="journey" class="journey"><h2 id="journey">The journey</h2>${stageWalk(map, open)}</section>`;
  return { title: summary.title, main: main.html };
}

function figures({ figures: shown }: ExecutiveSummary): Html {
  // The value is read before its label, as it stands; a description list wants the term first, so the order is turned by style.
  return html`<dl class="figures">${shown.map(({ value, label, tone }) => html`<div><dt>${label}</dt><dd class="${tone}">${value}</dd></div>`)}</dl>`;
}

function fixList(map: MapSnapshot, { fixes, furtherGaps }: ExecutiveSummary): Html {
  if (fixes.length === 0) return html`<p class="quiet">No gap is open on this map.</p>`;
  const further = furtherGaps === 0 ? null : html`<p class="quiet">And ${counted(furtherGaps, 'further gap')}.</p>`;
  return html`<ol class="fixes">${fixes.map((fix) => fixItem(map, fix))}</ol>${further}`;
}

function fixItem(map: MapSnapshot, fix: FixFirst): Html {
  const state = [fix.owner?.name, fix.status, fix.due === null ? '' : `due ${dayInWords(fix.due)}`];
  const words = state.filter((word) => word !== undefined && word !== '').join(' · ');
  const person = fix.owner === null ? undefined : map.people.get(fix.owner.person);
  return html`<li><span class="number ${fix.severity}"><span class="unseen">Gap, ${fix.severity}: </span>${fix.number}</span>
<div><h3>${fix.title}</h3><p class="message">${fix.message}</p>
${fix.owner === null ? html`<p class="nobody">No owner yet${words === '' ? null : html` · ${words}`}</p>` : html`<p class="answer">${personDisc(map, fix.owner.name, person?.department ?? null)}<span>${words}</span></p>`}
</div></li>`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "14 Nov 2026" for the ISO day 2026-11-14. */
function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}
