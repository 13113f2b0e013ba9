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

  it('counts what goes on with an edit as that edit, which is saved when the last of it is', () => {
    const { tracked } = tracker();
    tracked.restore(1);
    tracked.edited(true);
    tracked.edited(true);
    tracked.edited();
    tracked.edited(true);
    expect(tracked.saving).toEqual({ status: 'offline', edits: 3 });
    tracked.caughtUp();
    tracked.answered(4);
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
    tracked.answered(5);
    tracked.edited(true);
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
  });

  it('says saved only when the server answered for the newest edit', () => {
    const { tracked, asked } = tracker();
    tracked.caughtUp();
    tracked.answered(1);
    expect(tracked.saving).toEqual({ status: 'saved' });
    tracked.edited();
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
    tracked.edited();
    tracked.answered(2);
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
    tracked.answered(3);
    expect(tracked.saving).toEqual({ status: 'saved' });
    expect(asked).toEqual([1, 2, 3]);
  });

  it('does not call saved what an earlier visit may have left, before the server answered', () => {
    const { tracked } = tracker();
    tracked.caughtUp();
    expect(tracked.saving).toEqual({ status: 'saving', edits: 0 });
  });

  it('asks again on a new connection for what the old one never answered', () => {
    const { tracked, asked } = tracker();
    tracked.caughtUp();
    tracked.edited();
    tracked.disconnected();
    expect(tracked.saving).toEqual({ status: 'offline', edits: 1 });
    tracked.caughtUp();
    tracked.answered(3);
    expect(tracked.saving).toEqual({ status: 'saved' });
    expect(asked).toEqual([1, 3]);
  });

  it('counts edits kept in the browser since before this page was loaded', () => {
    const { tracked, asked } = tracker();
    tracked.restore(3);
    expect(tracked.saving).toEqual({ status: 'offline', edits: 3 });
    tracked.caughtUp();
    expect(tracked.saving).toEqual({ status: 'saving', edits: 3 });
    expect(asked).toEqual([4]);
  });

  it('tells a full disk apart from slow saving', () => {
    const { tracked } = tracker();
    tracked.caughtUp();
    tracked.answered(1);
    tracked.storage('failing');
    expect(tracked.saving).toEqual({ status: 'saved' });
    tracked.edited();
    expect(tracked.saving).toEqual({ status: 'not-stored', edits: 1 });
    tracked.storage('ok');
    expect(tracked.saving).toEqual({ status: 'saving', edits: 1 });
  });

  it('never says saved while anything is unanswered, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.constantFrom('edited' as const, 'caughtUp' as const, 'disconnected' as const),
      fc.record({ answered: fc.nat(30) }),
      fc.record({ restored: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const { tracked, asked } = tracker();
        // What the server has to answer for: edits of this page, kept ones, and each answer to its sync step.
        let owed = 0;
        let answered = 0;
        for (const happened of events) {
          if (typeof happened === 'string') {
            if (happened !== 'disconnected') owed++;
            tracked[happened]();
          } else if ('restored' in happened) {
            owed += happened.restored;
            tracked.restore(happened.restored);
          } else {
            // A server answers only what it was asked.
            const counter = Math.min(happened.answered, asked.at(-1) ?? 0);
            answered = Math.max(answered, counter);
            tracked.answered(counter);
          }
          if (tracked.saving.status === 'saved') expect(answered).toBe(owed);
          if (tracked.saving.status === 'saving') expect(asked.at(-1)).toBeGreaterThan(answered);
        }
      }),
    );
  });
});

describe('what is noted for the next visit', () => {
  it('tells the edits of this page from those of an earlier one', () => {
    const { tracked } = tracker();
    tracked.restore(2);
    tracked.edited();
    expect(tracked.waiting).toEqual({ own: 1, restored: 2 });
    tracked.caughtUp();
    tracked.answered(2);
    expect(tracked.waiting).toEqual({ own: 1, restored: 0 });
    tracked.answered(4);
    expect(tracked.waiting).toEqual({ own: 0, restored: 0 });
  });

  it('knows nothing to be saved before the server has said so once', () => {
    const { tracked } = tracker();
    expect(tracked.allSaved).toBe(false);
    tracked.caughtUp();
    expect(tracked.allSaved).toBe(false);
    tracked.answered(1);
    expect(tracked.allSaved).toBe(true);
    tracked.edited();
    expect(tracked.allSaved).toBe(false);
    // A cut network takes nothing back that was answered.
    tracked.answered(2);
    tracked.disconnected();
    expect(tracked.allSaved).toBe(true);
  });

  it('never counts an edit in neither or in both, and calls all saved exactly when none waits after an answer', () => {
    const act = fc.oneof(
      fc.constant({ kind: 'edit' } as const),
      fc.constant({ kind: 'cut' } as const),
      fc.constant({ kind: 'catch-up' } as const),
      fc.record({ kind: fc.constant('answer' as const), counter: fc.nat(30) }),
    );
    fc.assert(
      fc.property(fc.nat(5), fc.array(act, { maxLength: 40 }), (restored, acts) => {
        const { tracked } = tracker();
        tracked.restore(restored);
        for (const step of acts) {
          if (step.kind === 'edit') tracked.edited();
          else if (step.kind === 'cut') tracked.disconnected();
          else if (step.kind === 'catch-up') tracked.caughtUp();
          else tracked.answered(step.counter);
          const { own, restored: left } = tracked.waiting;
          const { saving } = tracked;
          expect(own + left).toBe('edits' in saving ? saving.edits : 0);
          expect(left).toBeLessThanOrEqual(restored);
          if (tracked.allSaved) expect(own + left).toBe(0);
        }
      }),
    );
  });
});
