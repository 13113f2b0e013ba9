import type { Other } from '../../../client/presence/presence.ts';

/** A tab of somebody else, who does nothing but what is said. */
export const anOther = (client: number, id: string, rest: Partial<Other> = {}): Other => ({
  client,
  user: { id, name: id, color: '#123456' },
  cursor: null,
  selection: [],
  editing: null,
  drag: [],
  rating: null,
  following: null,
  view: null,
  presenting: null,
  ...rest,
});
