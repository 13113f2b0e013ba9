import type { MapSnapshot } from '../../../../shared/model/snapshot.ts';

/** Channels that most journeys have; those of the map itself come first. */
const CHANNELS = [
  'Website',
  'App',
  'Email',
  'Phone',
  'Chat',
  'Shop',
  'Letter',
  'Social media',
  'SMS',
  'Visit',
  'Advertising',
];

/** Words in use, each once, in alphabetical order. Kept per table, so that a picking component does not render for nothing. */
function once(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter(Boolean))].sort((a, b) => a.localeCompare(b));
}

const channels = new WeakMap<object, readonly string[]>();
const systems = new WeakMap<object, readonly string[]>();

export const channelsOn = ({ touchpoints }: MapSnapshot): readonly string[] =>
  remembered(channels, touchpoints, () => {
    const used = once(touchpoints.list.map(({ channel }) => channel));
    const taken = new Set(used.map((word) => word.toLowerCase()));
    return [...used, ...CHANNELS.filter((word) => !taken.has(word.toLowerCase()))];
  });

export const systemsOn = ({ touchpoints }: MapSnapshot): readonly string[] =>
  remembered(systems, touchpoints, () => once(touchpoints.list.flatMap((touchpoint) => touchpoint.systems)));

function remembered<T>(known: WeakMap<object, T>, key: object, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
