import { useView } from '../../canvas/viewStore.ts';

/**
 * From the side panel the keyboard goes back to what the panel is about: to the selected item on the map or in the
 * outline, else to whatever view is shown.
 */
export function backFromPanel(
  map: HTMLElement | null = document.querySelector<HTMLElement>('section[data-tool]'),
): void {
  const [item] = useView.getState().selected;
  const key = item && CSS.escape(`${item.kind}/${item.id}`);
  const found = key && document.querySelectorAll<HTMLElement | SVGElement>(`[data-spot="${key}"], [data-row="${key}"]`);
  // The map lies under the other views, out of reach.
  const reachable = [...(found || [])].find((element) => !element.closest('[inert]'));
  const view = map && !map.closest('[inert]') ? map : document.querySelector<HTMLElement>('[data-row][tabindex="0"]');
  (reachable ?? view)?.focus();
}

/** Esc leaves a field of the panel: beside the map for the map, in a sheet over it for the sheet. */
export function leaveField(field: Element | null): void {
  const sheet = field?.closest('[role="dialog"]');
  if (sheet) sheet.querySelector<HTMLElement>('[role="tabpanel"]')?.focus();
  else backFromPanel();
}
