import type { DepartmentStanding, Standing } from '../../../shared/insights/quadrant.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import view from '../View.module.css';
import styles from './Quadrant.module.css';

const CORNERS: readonly { readonly standing: Standing; readonly says: string }[] = [
  { standing: 'effective', says: 'Customers content, own numbers missed' },
  { standing: 'experiential', says: 'Customers content, own numbers reached' },
  { standing: 'inefficient', says: 'Neither' },
  { standing: 'efficient', says: 'Own numbers reached, customers not content' },
];

const percent = (share: number | null) => (share === null ? 'nothing judged' : `${Math.round(share * 100)}%`);

/** Departments by their own numbers (right) and by those of their customers (up): what they are good at. */
export function Quadrant({ standings }: { readonly standings: readonly DepartmentStanding[] }) {
  const unknown = standings.filter(({ standing }) => standing === null);
  return (
    <>
      <p className={view.note}>
        Right: the share of operational metrics on target. Up: the share of customer metrics on target.
      </p>
      <div className={styles.corners}>
        {CORNERS.map(({ standing, says }) => (
          <section key={standing} className={styles.corner} data-standing={standing} aria-label={standing}>
            <h4 className={styles.name}>{standing}</h4>
            <p className={styles.says}>{says}</p>
            <ul className={styles.departments}>
              {standings
                .filter((one) => one.standing === standing)
                .map(({ lane, efficiency, effectiveness }) => (
                  <li key={lane.id}>
                    <button
                      type="button"
                      className={styles.department}
                      onClick={() => openDetails({ kind: 'lane', id: lane.id })}
                    >
                      <strong>{lane.title || 'Untitled lane'}</strong>
                      <span>
                        own {percent(efficiency)}, customers’ {percent(effectiveness)}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {unknown.length > 0 && (
        <p className={view.note}>
          Not judged yet, because metrics with target and value are missing:{' '}
          {unknown
            .map(({ lane, efficiency, effectiveness }) => {
              const missing = [
                ...(efficiency === null ? ['operational'] : []),
                ...(effectiveness === null ? ['customer'] : []),
              ];
              return `${lane.title || 'Untitled lane'} (${missing.join(' and ')})`;
            })
            .join(', ')}
          .
        </p>
      )}
    </>
  );
}
