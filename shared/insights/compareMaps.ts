import type { Finding } from '../gaps/findGaps.ts';
import { EVERYONE, emotionOf } from '../model/emotion.ts';
import { outlineOf } from '../model/outline.ts';
import type { Initiative, Step } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** A step of the journey as it is and as it should be; null where the other map has none like it. */
export interface ComparedStep {
  readonly title: string;
  readonly current: Step | null;
  readonly future: Step | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** What leads from one map to the other. */
export interface Comparison {
  readonly steps: readonly ComparedStep[];
  /** Gaps of the current map that the future one does not have, ranked as there. */
  readonly closed: readonly Finding[];
  /** Gaps that only the future map has. */
  readonly opened: readonly Finding[];
  /** In both. */
  readonly kept: readonly Finding[];
  /** Initiatives that answer a closed gap, each with how many; then those that answer none of them. */
  readonly initiatives: readonly { readonly initiative: Initiative; readonly closes: readonly Finding[] }[];
}

interface Judged {
  readonly map: MapSnapshot;
  readonly findings: readonly Finding[];
}

/** Puts the two states of a journey side by side. A copy keeps the ids of its items; what was drawn anew is told by its title. */
export function compareMaps(current: Judged, future: Judged): Comparison {
  const [before, after] = [idsOf(current.findings), idsOf(future.findings)];
  const closed = current.findings.filter(({ id }) => !after.has(id));
  return {
    steps: alignSteps(current.map, future.map),
    closed,
    opened: future.findings.filter(({ id }) => !before.has(id)),
    kept: current.findings.filter(({ id }) => after.has(id)),
    initiatives: leadingInitiatives(current.map, future.map, closed),
  };
}

const idsOf = (findings: readonly Finding[]) => new Set(findings.map(({ id }) => id));

/** One axis for both: the steps of the current map, and each new one behind the step it follows in the future. */
export function alignSteps(current: MapSnapshot, future: MapSnapshot): readonly ComparedStep[] {
  const [now, then] = [outlineOf(current).steps, outlineOf(future).steps];
  const partners = partnersOf(now, then);
  const rows: { current: Step | null; future: Step | null }[] = now.map((step) => ({
    current: step,
    future: partners.get(step) ?? null,
  }));
  const known = new Set(partners.values());
  let last = -1;
  for (const step of then) {
    if (known.has(step)) last = rows.findIndex((row) => row.future === step);
    else rows.splice(++last, 0, { current: null, future: step });
  }
  return rows.map((row) => ({
    ...row,
    title: row.future?.title || row.current?.title || '',
    before: row.current && emotionOf(row.current, EVERYONE),
    after: row.future && emotionOf(row.future, EVERYONE),
  }));
}

function partnersOf(now: readonly Step[], then: readonly Step[]): ReadonlyMap<Step, Step> {
  const byId = new Map<string, Step>(then.map((step) => [step.id, step]));
  const partners = new Map<Step, Step>();
  for (const step of now) {
    const same = byId.get(step.id);
    if (same) partners.set(step, same);
  }
  const free = new Map<string, Step[]>();
  const taken = new Set(partners.values());
  for (const step of then) {
    const title = fold(step.title);
    if (!taken.has(step) && title) free.set(title, [...(free.get(title) ?? []), step]);
  }
  for (const step of now) {
    const partner = partners.has(step) ? undefined : free.get(fold(step.title))?.shift();
    if (partner) partners.set(step, partner);
  }
  return partners;
}

const fold = (title: string) => title.replace(/\s+/g, ' ').trim().toLowerCase();

function leadingInitiatives(
  current: MapSnapshot,
  future: MapSnapshot,
  closed: readonly Finding[],
): Comparison['initiatives'] {
  const alive = ({ status }: Initiative) => status !== 'dropped';
  const all = new Map([...future.initiatives.list, ...current.initiatives.list].map((one) => [one.id, one]));
  return [...all.values()]
    .filter(alive)
    .map((initiative) => {
      const other = future.initiatives.get(initiative.id);
      const answers = new Set<string>([...initiative.gaps, ...(other?.gaps ?? [])]);
      return { initiative, closes: closed.filter(({ id }) => answers.has(id)) };
    })
    .sort((a, b) => b.closes.length - a.closes.length);
}
