import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { linkHandoff } from '../../../shared/commands/linkHandoff.ts';
import type { Finding } from '../../../shared/gaps/findGaps.ts';
import { idOf, type TouchpointId } from '../../../shared/model/ids.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { useView } from '../../canvas/viewStore.ts';
import { findingsOf } from '../../session/findings.ts';
import { newId } from '../../session/newId.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { NARROW } from '../../ui/useMedia.ts';
import { wantField } from '../details/fieldFocus.ts';
import { goToGap } from './goToGap.ts';

/** Does what a gap offers: runs its command, draws its hand-off, or goes to the field where somebody has to decide. */
export function useFix(): (finding: Finding) => void {
  const session = useMapSession();
  const { run } = session;
  const { show, showPanel, startLink } = useView.getState();

  const link = (from: TouchpointId, to: TouchpointId | null) => {
    if (to === null) {
      // The other end is chosen on the map, which the list covers on a narrow screen.
      if (matchMedia(NARROW).matches) showPanel(null);
      show([{ kind: 'touchpoint', id: from }]);
      startLink(from);
      return;
    }
    const id = idOf<'handoff'>(newId());
    if (run(linkHandoff, { id, fields: { from, to } }).status === 'done') show([{ kind: 'handoff', id }]);
  };

  return (shown) => {
    // The row may be older than the map; its fix must be of now.
    const finding = findingsOf(session.store.getState().map).find(({ id }) => id === shown.id) ?? shown;
    const { fix, id } = finding;
    switch (fix?.kind) {
      case undefined:
        return;
      case 'command': {
        const input = fix.input(newId, id);
        if (run(fix.command, input).status === 'refused') return;
        goToGap(finding);
        if (!plansInitiative(fix.command, input)) return;
        // An initiative is only begun: who does it and until when is written next.
        openDetails({ kind: 'initiative', id: input.id });
        wantField('title');
        return;
      }
      case 'go':
        show([fix.item]);
        showPanel('details');
        wantField(fix.field);
        return;
      case 'link':
        return link(fix.from, fix.to);
      default:
        fix satisfies never;
    }
  };
}

/** Which command a fix runs is not in its type; its name says it. */
const plansInitiative = (command: { readonly name: string }, _input: unknown): _input is { readonly id: string } =>
  command.name === addInitiative.name;
