import { parseCapture } from '../../shared/capture/parseCapture.ts';
import { addPerson } from '../../shared/commands/addPerson.ts';
import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { idOf } from '../../shared/model/ids.ts';
import { channelsOn } from '../panels/details/fields/suggestions.ts';
import { newId } from '../session/newId.ts';
import type { MapSession } from '../session/session.ts';

const LONGEST = 500;

/**
 * "Title @owner #channel" in a new card becomes its title, owner and channel; whoever is not on the map yet is made.
 * Undone together with the typing.
 */
export function applyCapture(session: MapSession, id: string): void {
  const { map } = session.store.getState();
  const touchpoint = map.touchpoints.get(id);
  if (!touchpoint) return;
  const known = { people: map.people.list.map(({ name }) => name), channels: channelsOn(map) };
  const { title, owner, channel } = parseCapture(touchpoint.title, known);
  // Tags alone are no card; what was typed stays to be seen.
  if (title === '' || (owner === null && channel === null)) return;
  const together = `type:touchpoint/${id}/title`;
  let person = map.people.list.find(({ name }) => name.toLocaleLowerCase() === owner?.toLocaleLowerCase())?.id;
  if (owner !== null && !person) {
    person = idOf<'person'>(newId());
    const department = touchpoint.place && map.lanes.has(touchpoint.place.lane) ? touchpoint.place.lane : null;
    session.run(addPerson, { id: person, fields: { name: owner, department } }, together);
  }
  const fields = {
    title,
    ...(person && { owner: person }),
    ...(channel !== null && { channel: channel.slice(0, LONGEST) }),
  };
  session.run(changeItems, changeOf('touchpoint', id, fields), together);
}
