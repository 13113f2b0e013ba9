import type { TouchpointId } from '../../../shared/model/ids.ts';
import { departmentOf } from '../../../shared/model/outline.ts';
import type { Handoff } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useMap } from '../../session/SessionContext.tsx';
import styles from './Details.module.css';
import { Section } from './Section.tsx';

/** Between which touchpoints, and of which departments. */
export const HandoffEnds = ({ handoff }: { readonly handoff: Handoff }) => (
  <Section field="handoffs">
    <ul className={styles.links}>
      <End words="From" touchpoint={handoff.from} />
      <End words="To" touchpoint={handoff.to} />
    </ul>
  </Section>
);

function End({ words, touchpoint: id }: { readonly words: string; readonly touchpoint: TouchpointId | null }) {
  const show = useView((view) => view.show);
  const touchpoint = useMap((map) => (id ? map.touchpoints.get(id) : undefined));
  const department = useMap((map) => touchpoint && departmentOf(map, touchpoint)?.title);
  return (
    <li>
      <button
        type="button"
        className={styles.link}
        disabled={!touchpoint}
        onClick={() => id && show([{ kind: 'touchpoint', id }])}
      >
        <span className={styles.direction}>{words}</span>
        <span className={styles.linkName}>
          {touchpoint ? touchpoint.title || 'Untitled touchpoint' : 'A deleted touchpoint'}
          {department && <span className={styles.department}>{department}</span>}
        </span>
      </button>
    </li>
  );
}
