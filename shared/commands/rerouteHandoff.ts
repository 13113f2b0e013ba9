import type { HandoffId, TouchpointId } from '../model/ids.ts';
import { writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseEnds } from './linkHandoff.ts';
import { refuseMissing } from './refuse.ts';

/** Leads a hand-off to or from another touchpoint; what was agreed about it stays. */
export const rerouteHandoff: Command<{
  id: HandoffId;
  from?: TouchpointId;
  to?: TouchpointId;
}> = {
  name: 'handoff.reroute',
  label: 'Reroute hand-off',
  refuse(map, { id, from, to }) {
    const handoff = map.handoffs.get(id);
    if (!handoff) return refuseMissing(map, 'handoff', id);
    return refuseEnds(map, from ?? handoff.from, to ?? handoff.to, id);
  },
  apply(doc, { id, from, to }) {
    writeFields(doc, 'handoffs', id, {
      ...(from && { from }),
      ...(to && { to }),
    });
  },
};
