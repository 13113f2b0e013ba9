import { ArrowRight, TriangleAlert, Unlink } from 'lucide-react';
import { department, hours } from '../../../shared/gaps/words.ts';
import type { ChainStop, CustomerChain } from '../../../shared/insights/customerChain.ts';
import { counted } from '../../../shared/model/inWords.ts';
import { classes } from '../../ui/classes.ts';
import { goToMap } from '../goToMap.ts';
import view from '../View.module.css';
import styles from './Chain.module.css';

interface ChainProps {
  readonly chain: CustomerChain;
  readonly broken: ReadonlySet<string>;
}

const TOLD = 12;

/** The way of one customer through the departments, to be followed stop by stop. */
export function Chain({ chain: { stops, departments, handedOver, alone }, broken }: ChainProps) {
  if (stops.length < 2) return null;
  const names = departments.map(department);
  const told = names.length > TOLD ? [...names.slice(0, TOLD - 1), '…', names.at(-1)] : names;
  const times = counted(handedOver, 'time');
  // Where nobody hands anything over, nothing is handed over: the customer goes on alone.
  const nobody = alone === handedOver && alone > 0;
  return (
    <section className={view.section} aria-label="The way of one customer">
      <h3 className={view.heading}>The way of one customer</h3>
      <p className={styles.told}>
        {told.join(' → ')}: <strong>{nobody ? `the department changes ${times}` : `${times} handed over`}</strong>
        {nobody && <span className={view.bad}>, and nobody hands over</span>}
        {alone > 0 && !nobody && <span className={view.bad}>, {alone} of them with nobody handing over</span>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ol className={styles.line} tabIndex={0} aria-label="Stops">
        {stops.map((stop, index) => (
          <Stop key={stop.placed.touchpoint.id} stop={stop} before={stops[index - 1]} broken={broken} />
        ))}
      </ol>
    </section>
  );
}

interface StopProps {
  readonly stop: ChainStop;
  readonly before: ChainStop | undefined;
  readonly broken: ReadonlySet<string>;
}

function Stop({ stop: { placed, via }, before, broken }: StopProps) {
  const { touchpoint, step, department: lane } = placed;
  const changes = before !== undefined && before.placed.department !== lane;
  const isBroken = via !== null && broken.has(via.handoff.id);
  const wait = via?.handoff.waitActual ?? null;
  return (
    <li className={styles.stop}>
      {before && (
        <button
          type="button"
          className={classes(styles.way, (isBroken || (changes && !via)) && styles.broken)}
          aria-label={wayWords(via !== null, isBroken, wait)}
          title={wayWords(via !== null, isBroken, wait)}
          onClick={() =>
            goToMap(
              via
                ? [{ kind: 'handoff', id: via.handoff.id }]
                : [
                    { kind: 'touchpoint', id: touchpoint.id },
                    { kind: 'touchpoint', id: before.placed.touchpoint.id },
                  ],
            )
          }
        >
          {via === null ? (
            <Unlink size={15} aria-hidden />
          ) : isBroken ? (
            <TriangleAlert size={15} aria-hidden />
          ) : (
            <ArrowRight size={15} aria-hidden />
          )}
          {wait !== null && <span>{hours(wait)}</span>}
        </button>
      )}
      <button
        type="button"
        className={classes(styles.card, (changes || !before) && styles.changes)}
        onClick={() => goToMap([{ kind: 'touchpoint', id: touchpoint.id }])}
      >
        <span className={styles.lane}>{department(lane)}</span>
        <span className={styles.title}>{touchpoint.title || 'Untitled touchpoint'}</span>
        {step.title !== touchpoint.title && <span className={styles.step}>{step.title || 'Untitled step'}</span>}
      </button>
    </li>
  );
}

function wayWords(handed: boolean, isBroken: boolean, wait: number | null): string {
  if (!handed) return 'Nothing is handed over; the customer goes on alone';
  const takes = wait === null ? '' : ` It takes ${hours(wait)}.`;
  return `${isBroken ? 'A broken hand-off.' : 'Handed over.'}${takes}`;
}
