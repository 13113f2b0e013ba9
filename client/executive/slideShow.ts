import { goTo } from './stageSteps.ts';

export interface SlideShow {
  begin(): void;
  end(): void;
  /** Goes on by one slide or back. */
  step(by: 1 | -1): void;
  /** Somebody presents this stage ('' before the first, null when they stopped): go there with them. */
  follow(stage: string | null): void;
  /** The map was drawn again: shows the same slide of it. */
  renew(): void;
}

/** One screen at a time: headline and figures, the curve, what to fix first, then every stage. */
export function slideShow(main: HTMLElement, tell: (stage: string | null) => void): SlideShow {
  let at: number | null = null;
  let returnTo: HTMLElement | null = null;
  const bar = document.querySelector<HTMLElement>('.slides');
  const where = document.querySelector('.slides .where');

  const show = () => {
    const slides = slidesOf(main);
    if (at !== null) at = Math.min(Math.max(0, at), slides.length - 1);
    document.body.classList.toggle('presenting', at !== null);
    if (bar) bar.hidden = at === null;
    for (const [position, parts] of slides.entries()) {
      for (const part of parts) part.classList.toggle('now', position === at);
    }
    main.querySelector('.journey')?.classList.toggle('now', at !== null && at >= FIRST_STAGE);
    if (at === null) return tell(null);
    const name = slides[at]?.[0]?.querySelector('h1, h2, h3')?.textContent ?? '';
    if (where) where.textContent = `${at + 1} of ${slides.length} · ${name}`;
    tell(slides[at]?.[0]?.dataset.stage ?? '');
  };

  const end = () => {
    if (at === null) return;
    at = null;
    show();
    // Ends by itself where the browser was never in full screen.
    if (document.fullscreenElement) void document.exitFullscreen();
    returnTo?.focus();
  };
  const step = (by: number) => {
    if (at === null) return;
    at += by;
    show();
  };

  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement) end();
  });
  document.addEventListener('keydown', (event) => {
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight' || event.key === 'PageDown' || (event.key === ' ' && !isButton)) step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
    else if (event.key === 'Home') step(-slidesOf(main).length);
    else if (event.key === 'End') step(slidesOf(main).length);
    else return;
    event.preventDefault();
  });

  return {
    begin() {
      returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      at = 0;
      show();
      bar?.querySelector<HTMLElement>('[data-do="on"]')?.focus();
      // Phones may not offer it; the slides fill the page all the same.
      document.documentElement.requestFullscreen?.().catch(() => {});
    },
    end,
    step,
    follow(stage) {
      if (stage === null || at !== null) return;
      const position = [...main.querySelectorAll<HTMLElement>('.walk > [data-stage]')].findIndex(
        (article) => article.dataset.stage === stage,
      );
      const walk = main.querySelector<HTMLElement>('.walk');
      if (position < 0 || !walk) return;
      goTo(walk, position);
      walk.scrollIntoView({ block: 'nearest' });
    },
    renew() {
      if (at !== null) show();
    },
  };
}

/** Slides before the first stage: the headline, the curve, what to fix first. */
const FIRST_STAGE = 3;

function slidesOf(main: HTMLElement): HTMLElement[][] {
  const parts = (selector: string) => [...main.querySelectorAll<HTMLElement>(selector)];
  return [
    parts(':scope > header, :scope > .figures'),
    parts(':scope > section:nth-of-type(1)'),
    parts(':scope > section:nth-of-type(2)'),
    ...parts('.walk > article').map((article) => [article]),
  ];
}
