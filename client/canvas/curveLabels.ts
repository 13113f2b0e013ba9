import type { BeliefCurve, EmotionCurve } from '../../shared/layout/mapLayout.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import type { Persona } from '../../shared/model/records.ts';
import type { Table } from '../../shared/model/snapshot.ts';

interface CurveLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const LINE = 11;
/** The first column has this much room beside its point. */
const LONGEST = 11;

/** Whose curve is whose, before each one's first point; nothing to tell apart where there is only one. */
export function curveLabels(
  curves: readonly EmotionCurve[],
  belief: BeliefCurve | null,
  personas: Table<Persona>,
): readonly CurveLabel[] {
  const lines = [
    ...curves.map(({ persona, points }) => ({
      text: persona === EVERYONE ? 'Everyone' : (personas.get(persona)?.name ?? ''),
      point: points.find(({ own }) => own),
    })),
    { text: 'We believe', point: belief?.points[0] },
  ];
  if (lines.filter(({ point }) => point).length < 2) return [];
  const labels = lines.flatMap(({ text, point }) =>
    point ? [{ text: shorten(text), x: point.x - 11, y: point.y + 3 }] : [],
  );
  labels.sort((a, b) => a.y - b.y);
  // Curves that begin together would write over one another.
  const placed: CurveLabel[] = [];
  for (const label of labels) {
    const above = placed.findLast((other) => Math.abs(other.x - label.x) < 80);
    placed.push({ ...label, y: above ? Math.max(label.y, above.y + LINE) : label.y });
  }
  return placed;
}

const shorten = (text: string) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text);
