import type { PlainMap } from '../../../shared/export/plainMap.ts';
import styles from './ImportDialog.module.css';

const SHOWN_STAGES = 12;
const SHOWN_STEPS = 5;

/** The stages as they will stand on the map, each with its first steps and how many touchpoints they have. */
export function StagesPreview({ lists: { stages, steps, touchpoints } }: Pick<PlainMap, 'lists'>) {
  const inOrder = stages.toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const stepsOf = (stage: string) =>
    steps.filter((step) => step.stage === stage).sort((a, b) => (a.order < b.order ? -1 : 1));
  const counts = new Map<string, number>();
  for (const { place } of touchpoints) if (place) counts.set(place.step, (counts.get(place.step) ?? 0) + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable for the arrow keys
    <ol className={styles.stages} tabIndex={0} aria-label="The map that this becomes">
      {inOrder.slice(0, SHOWN_STAGES).map(({ id, title }) => {
        const here = stepsOf(id);
        return (
          <li key={id} className={styles.stage}>
            <strong>{title.trim() || 'Stage without a title'}</strong>
            <ul>
              {here.slice(0, SHOWN_STEPS).map((step) => (
                <li key={step.id}>
                  <span className={styles.stepName}>{step.title.trim() || 'Step without a title'}</span>
                  <span className={styles.row}>{counts.get(step.id) ?? 0}</span>
                </li>
              ))}
              {here.length > SHOWN_STEPS && <li className={styles.row}>and {here.length - SHOWN_STEPS} more steps</li>}
            </ul>
          </li>
        );
      })}
      {stages.length > SHOWN_STAGES && <li className={styles.row}>and {stages.length - SHOWN_STAGES} more stages</li>}
    </ol>
  );
}
