import { crosses, departmentsOf, itemsOf } from './links.ts';
import type { Link, MapView } from './mapView.ts';
import { type Found, goFix } from './rule.ts';

/** Both sides name their systems and none is the same: where a list is empty, perhaps nobody asked. */
export const sharesNoSystem = ({ from, to }: Link): boolean => {
  const [one, other] = [from.touchpoint.systems, to.touchpoint.systems];
  return one.length > 0 && other.length > 0 && !one.some((system) => other.includes(system));
};

/** Where it is known that all travels, or that nothing does, that says more than the systems do. */
export const isOpen = ({ handoff: { information, customerRepeats } }: Link): boolean =>
  information !== 'all' && information !== 'none' && !customerRepeats;

/** The customer notices: the channel changes, and no system carries over what was said. */
export function breaksChannel(link: Link): boolean {
  const [one, other] = [link.from.touchpoint, link.to.touchpoint].map(({ channel }) => channel.trim().toLowerCase());
  // An internal channel is none of the customer's.
  const known = one && other && !one.startsWith('internal') && !other.startsWith('internal');
  return Boolean(known) && one !== other && sharesNoSystem(link);
}

/** The company notices: two departments with nothing in common to look into. */
export const breaksSystem = (view: MapView, link: Link): boolean =>
  crosses(view, link) && sharesNoSystem(link) && !breaksChannel(link);

/** A break as a gap. Either kind ends when the two sides name a system they share. */
export const breakFound = (link: Link, message: string): Found => ({
  key: [link.handoff.id],
  items: itemsOf(link),
  departments: departmentsOf(link),
  message,
  facts: [link.from, link.to].flatMap(({ touchpoint: { channel, systems } }) => [channel, ...systems, '']),
  fix: goFix('Name the systems', 'touchpoint', link.to.touchpoint.id, 'systems'),
});
