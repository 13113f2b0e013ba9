import { breakFound, breaksChannel, isOpen } from './breaks.ts';
import type { Link } from './mapView.ts';
import type { GapRule } from './rule.ts';
import { named } from './words.ts';

export const channelBreak: GapRule = {
  id: 'channel-break',
  severity: 'low',
  title: 'The channel changes and nothing follows',
  why: 'Having to change the channel and to explain oneself anew there is an effort, and effort drives customers away (Dixon, Freeman and Toman, “Stop Trying to Delight Your Customers”, 2010).',
  find(view) {
    return view.links
      .filter((link) => isOpen(link) && breaksChannel(link))
      .map((link) => breakFound(link, messageOf(link)));
  },
};

const messageOf = ({ from, to }: Link): string =>
  `From ${named(from.touchpoint)} to ${named(to.touchpoint)} the channel changes from ${from.touchpoint.channel} to ${to.touchpoint.channel}, and the two share no system.`;
