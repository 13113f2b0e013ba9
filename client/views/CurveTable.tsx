import { smoothPath } from '../../shared/layout/curve.ts';
import { signed } from '../../shared/model/inWords.ts';
import { stopClass } from '../canvas/emotionScale.ts';
import { classes } from '../ui/classes.ts';
import styles from './CurveTable.module.css';
import view from './View.module.css';

export interface CurveLine {
  readonly id: string;
  readonly label: string;
  /** One a column; null where nobody said. */
  readonly values: readonly (number | null)[];
  /** Drawn in front of the others. */
  readonly strong: boolean;
}

export interface CurveColumn {
  readonly id: string;
  readonly title: string;
  readonly onOpen?: () => void;
}

interface CurveTableProps {
  readonly label: string;
  readonly columns: readonly CurveColumn[];
  readonly lines: readonly CurveLine[];
}

const COLUMN = 108;
const HEIGHT = 176;
const DEGREE = 36;
const yOf = (value: number) => HEIGHT / 2 - value * DEGREE;
const xOf = (index: number) => (index + 0.5) * COLUMN;
/** Lines are told apart by how they are dashed and marked, never by colour. */
const DASHES = ['', '7 4', '2 4', '11 4 2 4', '1 6'];

/** Curves over the same steps, and under them their values in the same columns: to look at, and to read. */
export function CurveTable({ label, columns, lines }: CurveTableProps) {
  const width = columns.length * COLUMN;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={view.scroll} tabIndex={0} aria-label={label}>
      <table className={classes(view.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            {columns.map(({ id, title, onOpen }) => (
              <th key={id} scope="col" className={styles.step}>
                {onOpen ? (
                  <button type="button" className={classes(view.link, styles.title)} onClick={onOpen}>
                    {title}
                  </button>
                ) : (
                  <span className={styles.title}>{title}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr aria-hidden>
            <th scope="row" className={styles.scale}>
              <span>+2 very good</span>
              <span>0</span>
              <span>−2 very bad</span>
            </th>
            <td colSpan={columns.length} className={styles.chart}>
              <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
                {[-2, -1, 0, 1, 2].map((value) => (
                  <line key={value} className={styles.grid} x1={0} x2={width} y1={yOf(value)} y2={yOf(value)} />
                ))}
                {/* The strong one last, above the others. */}
                {[false, true].flatMap((strong) =>
                  lines.map(
                    (line, index) => line.strong === strong && <Curve key={line.id} line={line} index={index} />,
                  ),
                )}
              </svg>
            </td>
          </tr>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <th scope="row">
                <span className={styles.name}>
                  <Sample index={index} strong={line.strong} />
                  {line.label}
                </span>
              </th>
              {columns.map(({ id }, column) => (
                <Value key={id} value={line.values[column] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Curve({ line: { values, strong }, index }: { readonly line: CurveLine; readonly index: number }) {
  // A step that nobody rated interrupts a curve.
  const runs: { x: number; y: number }[][] = [[]];
  for (const [column, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ x: xOf(column), y: yOf(value) });
  }
  return (
    <g className={classes(styles.curve, strong && styles.strong)}>
      <path d={runs.map(smoothPath).join('')} strokeDasharray={DASHES[index % DASHES.length]} />
      {runs.flat().map((point) => (
        <Mark key={point.x} index={index} {...point} />
      ))}
    </g>
  );
}

/** A circle, a square, a diamond, a triangle: a shape a line. */
function Mark({ index, x, y }: { readonly index: number; readonly x: number; readonly y: number }) {
  switch (index % 4) {
    case 0:
      return <circle className={styles.mark} cx={x} cy={y} r={4} />;
    case 1:
      return <rect className={styles.mark} x={x - 3.6} y={y - 3.6} width={7.2} height={7.2} />;
    case 2:
      return <path className={styles.mark} d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />;
    default:
      return <path className={styles.mark} d={`M${x} ${y - 4.6}l4.8 8.4h-9.6z`} />;
  }
}

const Sample = ({ index, strong }: { readonly index: number; readonly strong: boolean }) => (
  <svg className={classes(styles.sample, styles.curve, strong && styles.strong)} width={34} height={12} aria-hidden>
    <path d="M1 6H33" strokeDasharray={DASHES[index % DASHES.length]} />
    <Mark index={index} x={17} y={6} />
  </svg>
);

function Value({ value }: { readonly value: number | null }) {
  if (value === null) {
    return (
      <td className={styles.value}>
        <span className={view.muted}>–</span>
      </td>
    );
  }
  return (
    <td className={styles.value}>
      <span className={classes(styles.dot, styles[stopClass(value)])} aria-hidden />
      {signed(value)}
    </td>
  );
}
