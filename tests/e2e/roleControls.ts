import { expect, type Page } from '@playwright/test';

/** What assistive technology is offered on a page, as the browser tells it. */
interface Offered {
  readonly role: string;
  readonly name: string;
}

const MAP: Offered = { role: 'region', name: 'Map' };
/** Roles of things that take something in; words and ways to look around have others. */
const TAKES_IN = new Set([
  'textbox',
  'searchbox',
  'slider',
  'spinbutton',
  'checkbox',
  'switch',
  'radio',
  'listbox',
  'combobox',
]);
/** They choose what is shown, and how; the last three are the personas of the sample, and everyone. */
const VIEWING = /^(For|System|Light|Dark|Width of the panel|Everyone|Busy family|Price switcher)$/;
/** How everything is called that changes a map; buttons and menu items are known by their words. */
const CHANGES =
  /^(add|delete|remove|rename|move|undo|redo|assign|reassign|dismiss|reopen|record|put back|set |mark |take |choose |link |draw |new |import|actions for|select$|touchpoint$|hand-off$|emotion$|title of|current state|future state|restore|plan )/i;
const PRESSED = new Set(['button', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'link', 'tab']);

/**
 * Everything in the accessibility tree of the page that would change the map, or looks like it. The tree comes a moment
 * behind the page: it is waited for until it has what was just opened.
 */
export async function editingControls(page: Page, opened: Offered = MAP): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  let offered: readonly Offered[] = [];
  await expect(async () => {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    offered = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }): Offered => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '').trim() }));
    expect(offered).toContainEqual(opened);
  }).toPass();
  await client.detach();
  return offered.filter(isEditing).map(({ role, name }) => `${role} "${name}"`);
}

function isEditing({ role, name }: Offered): boolean {
  if (TAKES_IN.has(role)) return !VIEWING.test(name);
  return PRESSED.has(role) && CHANGES.test(name);
}
