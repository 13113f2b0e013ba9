import { valueText } from '../../shared/model/inWords.ts';
import { newestValue, toneOf } from '../../shared/model/measurement.ts';
import type { Metric } from '../../shared/model/records.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { alongAxis } from './alongAxis.ts';
import headers from './Headers.module.css';
import { metricsOn } from './items.ts';
import styles from './MetricsRow.module.css';
import { LINE, ROW_TOP, useMeasured } from './metricsRowPlace.ts';
import { openDetails } from './openDetails.ts';
import { useDistance } from './useViewport.ts';
import { useView } from './viewStore.ts';

/** Under the lanes: what is measured at the stages and at the steps. What a touchpoint is measured by is on its card. */
export default function MetricsRow() {
  const layout = useLayout();
  const measured = useMeasured();
  const metrics = useMap((map) => map.metrics);
  const distance = useDistance();
  if (!measured || distance === 'farthest') return null;
  const top = layout.height + ROW_TOP;
  const below = measured.stages ? LINE : 0;
  return (
    <div className={styles.row} style={{ top, width: layout.width, height: measured.height }} data-distance={distance}>
      {layout.stages.map(({ id, x, width }) => {
        const own = metricsOn(metrics, { kind: 'stage', id });
        return (
          own.length > 0 && (
            <div key={id} className={styles.stage} style={{ left: x, width }}>
              {own.map((metric) => (
                <Chip key={metric.id} metric={metric} />
              ))}
            </div>
          )
        );
      })}
      {layout.columns.map(({ step, x, width }) => {
        const own = step ? metricsOn(metrics, { kind: 'step', id: step }) : [];
        return (
          own.length > 0 && (
            <div key={step} className={styles.step} style={{ left: x, width, top: below }}>
              {own.map((metric) => (
                <Chip key={metric.id} metric={metric} />
              ))}
            </div>
          )
        );
      })}
    </div>
  );
}

/** Opens what is measured in the details. */
function Chip({ metric }: { readonly metric: Metric }) {
  const selected = useView((view) => view.selected.some(({ kind, id }) => kind === 'metric' && id === metric.id));
  const newest = newestValue(metric);
  const value = newest === null ? null : valueText(newest, metric.unit);
  const title = metric.title || 'Unnamed metric';
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={toneOf(metric)}
      data-selected={selected || undefined}
      title={`${title}: ${value ?? 'no value yet'}`}
      tabIndex={-1}
      onClick={() => openDetails({ kind: 'metric', id: metric.id })}
    >
      <span className={styles.name}>{title}</span> {value ?? '–'}
    </button>
  );
}

/** The same row's name, beside the names of the lanes. */
export function MetricsRowHeader() {
  const { height } = useLayout();
  const measured = useMeasured();
  if (!measured) return null;
  return (
    <div className={headers.lane} style={{ ...alongAxis(height + ROW_TOP, measured.height), paddingTop: 7 }}>
      <span className={`${headers.name} ${headers.laneName}`}>Metrics</span>
      <span className={`${headers.caption} ${styles.caption}`}>of stages and steps</span>
    </div>
  );
}
