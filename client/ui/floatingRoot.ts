/**
 * Where menus, lists and dialogs are put: a landmark of its own beside the page, so that screen readers find them by
 * landmark, too, and a dialog that hides the page does not hide the lists that open from it.
 */
export const floatingRoot = (): HTMLElement | null => document.getElementById('floating');
