import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SavedTracker } from '../../../client/session/savedTracker.ts';

function tracker() {
  const asked: number[] = [];
  const tracked = new SavedTracker(
    (counter) => asked.push(counter),
    () => undefined,
  );
  return { tracked, asked };
}

describe('what the page may call saved', () => {
  it('says offline until the server has everything, and counts what is kept', () => {
    const { tracked, asked } = tracker();
    tracked.edited();
    tracked.edited();
    expect(tracked.saving).toEqual({ status: 'offline', edits: 2 });
    expect(asked).toEqual([]);
  });

  it('says saved only when the server answered for the newest edit', () => {
    const { tracked, asked } = tracker();
    tracked.caughtUp();
    expect(tracked.saving).toEqual({ status: 'saved' });
    tracked.edited();
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
    tracked.edited();
    tracked.answered(1);
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
    tracked.answered(2);
    expect(tracked.saving).toEqual({ status: 'saved' });
    expect(asked).toEqual([1, 2]);
  });

  it('asks again on a new connection for what the old one never answered', () => {
    const { tracked, asked } = tracker();
    tracked.caughtUp();
    tracked.edited();
    tracked.disconnected();
    expect(tracked.saving).toEqual({ status: 'offline', edits: 1 });
    tracked.caughtUp();
    tracked.answered(1);
    expect(tracked.saving).toEqual({ status: 'saved' });
    expect(asked).toEqual([1, 1]);
  });

  it('asks for edits kept in the browser since before this page was loaded', () => {
    const { tracked, asked } = tracker();
    tracked.caughtUp();
    tracked.restore(3);
    expect(tracked.saving).toEqual({ status: 'saving', edits: 3 });
    expect(asked).toEqual([3]);
  });

  it('tells a full disk apart from slow saving', () => {
    const { tracked } = tracker();
    tracked.caughtUp();
    tracked.storage('failing');
    tracked.edited();
    expect(tracked.saving).toEqual({ status: 'not-stored', edits: 1 });
    tracked.storage('ok');
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
  });

  it('never says saved while an edit is unanswered, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.constant('edited' as const),
      fc.constant('caughtUp' as const),
      fc.constant('disconnected' as const),
      fc.record({ answered: fc.nat(30) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const { tracked, asked } = tracker();
        let edits = 0;
        let answered = 0;
        for (const happened of events) {
          if (happened === 'edited') {
            edits++;
            tracked.edited();
          } else if (typeof happened === 'object') {
            // A server answers only what it was asked.
            const counter = Math.min(happened.answered, asked.at(-1) ?? 0);
            answered = Math.max(answered, counter);
            tracked.answered(counter);
          } else {
            tracked[happened]();
          }
          if (tracked.saving.status === 'saved') expect(answered).toBe(edits);
          else if (tracked.saving.status === 'saving') expect(asked.at(-1)).toBeGreaterThan(answered);
        }
      }),
    );
  });
});
