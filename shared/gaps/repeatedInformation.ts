import { departmentsOf, itemsOf } from './links.ts';
import type { Link } from './mapView.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const repeatedInformation: GapRule = {
  id: 'repeated-information',
  severity: 'high',
  title: 'Customer has to repeat it all',
  why: 'Having to repeat information is among the strongest drivers of customer effort, and effort drives disloyalty (Dixon, Freeman and Toman, “Stop Trying to Delight Your Customers”, Harvard Business Review 2010).',
  find(view) {
    return view.links
      .filter(({ handoff }) => handoff.customerRepeats || handoff.information === 'none')
      .map((link) => ({
        key: [link.handoff.id],
        items: itemsOf(link),
        departments: departmentsOf(link),
        message: [whatIsLost(link), ...sharedSystem(link)].join(' '),
        fix: goFix('Set what travels', 'handoff', link.handoff.id, 'information'),
      }));
  },
};

function whatIsLost({ handoff, from, to }: Link): string {
  const [start, end] = [named(from.touchpoint), named(to.touchpoint)];
  if (handoff.information !== 'none') return `After ${start}, the customer has to say it again at ${end}.`;
  const again = handoff.customerRepeats ? ', so the customer has to say it again' : '';
  return `${start} hands over to ${end} with no information${again}.`;
}

/** Said only where both sides name their systems: an empty list may mean that nobody asked. */
function sharedSystem({ from, to }: Link): string[] {
  const [one, other] = [from.touchpoint.systems, to.touchpoint.systems];
  if (one.length === 0 || other.length === 0 || from.department === to.department) return [];
  const shared = one.some((system) => other.includes(system));
  return shared ? [] : [`${department(from.department)} and ${department(to.department)} share no system.`];
}
