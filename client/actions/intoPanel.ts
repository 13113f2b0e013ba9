import type { Canvas } from '../canvas/canvasContext.ts';
import { useView } from '../canvas/viewStore.ts';
import { backFromPanel } from '../panels/side/backFromPanel.ts';

/** How many frames the panel's code may take to come. */
const PATIENCE = 180;
/** What is written into, before what deletes: the first button of the details is that. */
const FIELD = 'input, select, textarea';
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

const panelOf = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-side-panel]');

/** The keyboard goes to the first field of the side panel; from there it goes back to what it is about. */
export function intoPanelOrBack(canvas: Canvas): void {
  if (panelOf()?.contains(document.activeElement)) {
    backFromPanel(canvas.root());
    return;
  }
  const view = useView.getState();
  if (view.panel === null) view.showPanel('details');
  let left = PATIENCE;
  const attempt = () => {
    const body = panelOf()?.querySelector('[role="tabpanel"]');
    const shown = (what: string) =>
      [...(body?.querySelectorAll<HTMLElement>(what) ?? [])].find((one) => one.offsetParent !== null);
    const field = shown(FIELD) ?? shown(FOCUSABLE);
    if (field) field.focus();
    else if (left-- > 0) requestAnimationFrame(attempt);
  };
  attempt();
}
