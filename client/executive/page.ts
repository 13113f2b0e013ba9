import { endedWords, followMap } from './followMap.ts';
import { refreshMain } from './refreshMain.ts';
import { slideShow } from './slideShow.ts';
import { markShown, stageSteps } from './stageSteps.ts';

// The executive view comes finished from the server. This adds what needs a program: news while it is open, walking
// with the arrow keys, printing and presenting. Without it everything can still be read.

const main = document.querySelector('main');
const { map, live } = document.body.dataset;
if (!main || map === undefined) throw new Error('The executive view came without its map.');

const LOOK_AGAIN = 60_000;
const page = main;
const show = slideShow(main, (stage) => line?.present(stage));
stageSteps(main);
const line =
  live === 'yes'
    ? followMap(map, {
        changed: showNewest,
        presented: (stage) => show.follow(stage),
        ended: (code) => say(endedWords(code)),
      })
    : null;
// Inside somebody else's page it belongs to nobody who could be told of changes; it looks now and then.
if (!line) setInterval(() => document.hidden || void showNewest(), LOOK_AGAIN);

async function showNewest(): Promise<void> {
  await refreshMain(page);
  markShown(page);
  show.renew();
}

function say(words: string): void {
  const state = document.querySelector('.state');
  if (state) state.textContent = words;
}

document.addEventListener('click', ({ target }) => {
  const wish = target instanceof Element ? target.closest('[data-do]')?.getAttribute('data-do') : null;
  if (wish === 'print') window.print();
  else if (wish === 'present') show.begin();
  else if (wish === 'back') show.step(-1);
  else if (wish === 'on') show.step(1);
  else if (wish === 'end') show.end();
});
for (const tools of document.querySelectorAll<HTMLElement>('.tools')) tools.hidden = false;
