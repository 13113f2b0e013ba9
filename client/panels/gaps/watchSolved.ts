import type * as Y from 'yjs';
import { PREPARATION, run } from '../../../shared/commands/command.ts';
import { noteSolved } from '../../../shared/commands/noteSolved.ts';
import { liveMap } from '../../../shared/model/liveMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { reaches } from '../../../shared/protocol/roles.ts';
import { findingsOf } from '../../session/findings.ts';
import type { MapSession } from '../../session/session.ts';

/** A run of this page's own edits with nobody else's between them. */
interface OwnEdits {
  readonly before: MapSnapshot;
  after: MapSnapshot;
}

/** The rules are asked once somebody pauses. */
const PAUSE_MS = 700;
/** What comes and goes while somebody draws was no gap, and nobody solved it. */
const SETTLED_MS = 4000;
const MOST_RUNS = 12;

/**
 * Notices which gaps this page's edits make go and writes them into the log of the map. Others' edits break a run, so
 * that nobody is named for what somebody else did; each page speaks for its own.
 */
export function watchSolved({ doc, store }: MapSession): () => void {
  const live = liveMap(doc);
  /** When each gap was first seen here; those that were there from the start have been there for ever. */
  const seen = new Map<string, number>();
  let started = false;
  let runs: OwnEdits[] = [];
  let current: OwnEdits | null = null;
  let begins: MapSnapshot | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const begin = (transaction: Y.Transaction) => {
    begins = isOwn(transaction) ? live.snapshot() : null;
  };
  const end = (transaction: Y.Transaction) => {
    if (isOwn(transaction) && begins) {
      if (!current) {
        current = { before: begins, after: begins };
        runs.push(current);
      }
      current.after = live.snapshot();
    } else if (transaction.origin !== PREPARATION && transaction.changed.size > 0) {
      current = null;
    }
    begins = null;
    if (transaction.changed.size === 0) return;
    clearTimeout(pause);
    if (runs.length > MOST_RUNS) look();
    else pause = setTimeout(look, PAUSE_MS);
  };

  const look = () => {
    // Before the map is there, everything on it would seem to be new.
    if (store.getState().opening.status !== 'open') return;
    const now = Date.now();
    const there = findingsOf(live.snapshot());
    for (const { id } of there) if (!seen.has(id)) seen.set(id, started ? now : Number.NEGATIVE_INFINITY);
    started = true;
    const done = runs;
    runs = [];
    current = null;
    const { me, role } = store.getState();
    if (done.length === 0 || !reaches(role, 'editor')) return;
    const left = new Set<string>(there.map(({ id }) => id));
    const at = new Date(now).toISOString();
    const solved = done.flatMap(({ before, after }) => {
      const kept = new Set<string>(findingsOf(after).map(({ id }) => id));
      return findingsOf(before)
        .filter(({ id }) => !kept.has(id) && !left.has(id) && now - (seen.get(id) ?? now) >= SETTLED_MS)
        .map(({ id, title, message }) => ({
          finding: id,
          solution: { title: title.slice(0, 200), message: message.slice(0, 600), by: me.name.slice(0, 200), at },
        }));
    });
    // Nobody's undo takes back that it was so; where the gap is there again, the log does not show it.
    if (solved.length > 0) run(doc, noteSolved, { solved }, PREPARATION);
  };

  doc.on('beforeTransaction', begin);
  doc.on('afterTransaction', end);
  const stop = store.subscribe(({ opening }, before) => {
    if (opening !== before.opening && opening.status === 'open') look();
  });
  look();
  return () => {
    clearTimeout(pause);
    stop();
    doc.off('beforeTransaction', begin);
    doc.off('afterTransaction', end);
  };
}

/** Commands carry the page they were given on; what Yjs undoes or takes in from others carries something else. */
const isOwn = ({ local, origin }: Y.Transaction): boolean =>
  local && typeof origin === 'object' && origin !== null && 'page' in origin;
