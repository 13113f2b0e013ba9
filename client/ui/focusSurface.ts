/**
 * A dialog that opens takes the focus itself, so that it is read from its title on; on its first button, which is the
 * one that closes it, the focus would be out of place.
 */
export function focusSurface(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
