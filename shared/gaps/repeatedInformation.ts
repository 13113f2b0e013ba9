import { sharesNoSystem } from './breaks.ts';
import { departmentsOf, itemsOf } from './links.ts';
import type { Link } from './mapView.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const repeatedInformation: GapRule = {
  id: 'repeated-information',
  severity: 'high',
  title: 'Customer has to repeat it all',
  why: 'Having to repeat information makes a service laborious, and effort drives customers away more surely than delight keeps them (Dixon, Freeman and Toman, “Stop Trying to Delight Your Customers”, 2010).',
  find(view) {
    return view.links
      .filter(({ handoff }) => handoff.customerRepeats || handoff.information === 'none')
      .map((link) => ({
        key: [link.handoff.id],
        items: itemsOf(link),
        departments: departmentsOf(link),
        message: [whatIsLost(link), ...sharedSystem(link)].join(' '),
        facts: [link.handoff.information, link.handoff.customerRepeats],
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

function sharedSystem(link: Link): string[] {
  const { from, to } = link;
  if (from.department === to.department || !sharesNoSystem(link)) return [];
  return [`${department(from.department)} and ${department(to.department)} share no system.`];
}
