import { Globe, Headphones, Mail, Mailbox, Phone, Waypoints } from 'lucide-react';
import { expect, it } from 'vitest';
import { channelIcon } from '../../../client/canvas/channelIcon.ts';

it.each([
  ['phone', Phone],
  ['Call centre', Headphones],
  ['E-Mail', Mail],
  ['mail', Mailbox],
  ['website', Globe],
  ['carrier pigeon', Waypoints],
])('a channel is known by its words: %s', (channel, icon) => {
  expect(channelIcon(channel)).toBe(icon);
});
