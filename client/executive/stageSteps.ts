/** Walking from stage to stage: a finger swipes by itself; the arrow keys and the names of the stages need this. */
export function stageSteps(main: HTMLElement): void {
  // Nothing else on this page is moved by the arrow keys to the sides, so they need no focus anywhere.
  document.addEventListener('keydown', (event) => {
    const walk = main.querySelector<HTMLElement>('.walk');
    if (!walk || document.body.classList.contains('presenting')) return;
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // From further up the first press leads to the stages; only then do they move.
    const isSeen = walk === event.target || walk.getBoundingClientRect().top < innerHeight * 0.8;
    if (isSeen) goTo(walk, shownStage(walk) + by);
    bringToTop(walk);
  });
  main.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('nav.stages a') : null;
    const walk = main.querySelector<HTMLElement>('.walk');
    if (!link || !walk) return;
    event.preventDefault();
    bringToTop(walk);
    goTo(walk, [...main.querySelectorAll('nav.stages a')].indexOf(link));
  });
  // Scrolling does not bubble, so it is heard on its way down.
  main.addEventListener('scroll', () => markShown(main), { capture: true, passive: true });
  window.addEventListener('resize', () => markShown(main));
  markShown(main);
}

/** Whoever goes on from far down in a long stage begins the next one at its beginning. */
function bringToTop(walk: HTMLElement): void {
  const { top } = walk.getBoundingClientRect();
  if (top < 0 || top > innerHeight * 0.8) walk.closest('section')?.scrollIntoView({ block: 'start' });
}

/** The position of the stage that is in sight. */
function shownStage(walk: HTMLElement): number {
  const stages = [...walk.children].filter((child) => child instanceof HTMLElement);
  const left = walk.getBoundingClientRect().left;
  const distances = stages.map((stage) => Math.abs(stage.getBoundingClientRect().left - left));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

export function goTo(walk: HTMLElement, position: number): void {
  const stage = walk.children[Math.min(Math.max(0, position), walk.children.length - 1)];
  if (!(stage instanceof HTMLElement)) return;
  walk.scrollTo({ left: stage.offsetLeft - walk.offsetLeft });
}

/** Says which stage is in sight; the page is as long as that one, not as the longest. */
export function markShown(main: HTMLElement): void {
  const walk = main.querySelector<HTMLElement>('.walk');
  if (!walk) return;
  const shown = shownStage(walk);
  const stage = walk.children[shown];
  if (stage instanceof HTMLElement) walk.style.setProperty('--shown', `${stage.offsetTop + stage.offsetHeight + 12}px`);
  for (const [position, link] of main.querySelectorAll('nav.stages a').entries()) {
    if (position !== shown) link.removeAttribute('aria-current');
    else if (link.getAttribute('aria-current') !== 'true') {
      link.setAttribute('aria-current', 'true');
      const row = link.parentElement;
      if (row && link instanceof HTMLElement) {
        row.scrollLeft = link.offsetLeft - row.offsetLeft - row.clientWidth / 2 + link.offsetWidth / 2;
      }
    }
  }
}
