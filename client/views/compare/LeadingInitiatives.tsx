import type { Comparison } from '../../../shared/insights/compareMaps.ts';
import { formatDay } from '../../panels/format.ts';
import { INITIATIVE_STATUS_OPTIONS } from '../../panels/words.ts';
import { useMap } from '../../session/SessionContext.tsx';
import view from '../View.module.css';

/** What will be done to get from one map to the other. */
export function LeadingInitiatives({ initiatives }: Pick<Comparison, 'initiatives'>) {
  const people = useMap((map) => map.people);
  if (initiatives.length === 0) {
    return (
      <section className={view.section} aria-label="Initiatives">
        <h3 className={view.heading}>Initiatives that lead there</h3>
        <p className={view.note}>None yet. A gap in the panel offers “Plan initiative”.</p>
      </section>
    );
  }
  return (
    <section className={view.section} aria-label="Initiatives">
      <h3 className={view.heading}>Initiatives that lead there</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={view.scroll} tabIndex={0} aria-label="Table of initiatives">
        <table className={view.table}>
          <thead>
            <tr>
              {['Initiative', 'Status', 'Owner', 'Until', 'Closes'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {initiatives.map(({ initiative, closes }) => (
              <tr key={initiative.id}>
                <th scope="row">{initiative.title || 'Untitled initiative'}</th>
                <td>{INITIATIVE_STATUS_OPTIONS.find(({ value }) => value === initiative.status)?.label}</td>
                <td>{(initiative.owner && people.get(initiative.owner)?.name) || 'nobody yet'}</td>
                <td>{initiative.due ? formatDay(initiative.due) : '–'}</td>
                <td>
                  {closes.length === 0 ? (
                    <span className={view.muted}>no gap that is closed</span>
                  ) : (
                    closes.map(({ title }) => title).join('; ')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
