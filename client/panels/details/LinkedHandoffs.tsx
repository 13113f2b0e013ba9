import type { HandoffId, TouchpointId } from '../../../shared/model/ids.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useMap } from '../../session/SessionContext.tsx';
import styles from './Details.module.css';
import { Section } from './Section.tsx';

/** The hand-offs of a touchpoint, each with the way to its agreement. */
export function LinkedHandoffs({ touchpoint }: { readonly touchpoint: TouchpointId }) {
  const handoffs = useMap((map) => map.handoffs);
  const outgoing = handoffs.list.filter(({ from }) => from === touchpoint);
  const incoming = handoffs.list.filter(({ to }) => to === touchpoint);
  if (outgoing.length + incoming.length === 0) return null;
  return (
    <Section title="Hand-offs" field="handoffs">
      <ul className={styles.links}>
        {incoming.map(({ id, from }) => (
          <HandoffLink key={id} id={id} direction="from" end={from} />
        ))}
        {outgoing.map(({ id, to }) => (
          <HandoffLink key={id} id={id} direction="to" end={to} />
        ))}
      </ul>
    </Section>
  );
}

interface HandoffLinkProps {
  readonly id: HandoffId;
  readonly direction: 'from' | 'to';
  readonly end: TouchpointId | null;
}

function HandoffLink({ id, direction, end }: HandoffLinkProps) {
  const show = useView((view) => view.show);
  const title = useMap((map) => (end && map.touchpoints.get(end)?.title) || 'a deleted touchpoint');
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => show([{ kind: 'handoff', id }])}>
        <span className={styles.direction}>{direction}</span>
        <span className={styles.linkName}>{title}</span>
      </button>
    </li>
  );
}
